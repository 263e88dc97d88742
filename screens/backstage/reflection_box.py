"""The reflection after a meeting, in BACK alone: the stamps, the cues, and one's own clock.

It opens with what was stamped. Each cue is one field, kept when it is left; the rest stays owed.
"""

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from cartui.backstage.hats import HatStamps
from cartui.backstage.reflection_words import hat_name, reflection_words
from cartui.backstage.reflections import Reflections
from cartui.model.meetings import Meeting, Segment
from cartui.model.rooms import Room
from cartui.services.meeting_words import meeting_name
from cartui.store.events import Change
from cartui.store.workspace import Workspace
from screens.backstage.live_private import clock_of
from screens.backstage.note_box import NoteBox
from screens.parts.frame import FrameScreen
from screens.parts.long_text import keeping
from screens.parts.marking import MarkingPopup
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark

PULSE = 1.0
COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="cue", title="", least=30, share=2),
    Column(key="text", title="", least=16, share=3),
)
NOTHING = "Nothing is written yet. Enter writes an answer."
ANSWER = "Your answer"
FOOT = "Enter writes   u takes back   Esc leaves; all of it is kept"


class ReflectionBox(MarkingPopup):
    """The reflection on one meeting. `frame` is the screen it stands over."""

    DEFAULT_CSS = """
    ReflectionBox > Box { width: 100; }
    ReflectionBox .reflection--opens { color: $text-muted; }
    ReflectionBox .reflection--clock { text-style: bold; margin-bottom: 1; }
    ReflectionBox .reflection--stamps { max-height: 6; margin-bottom: 1; }
    ReflectionBox .reflection--whole { height: 3; margin-top: 1; }
    """

    def __init__(
        self, workspace: Workspace, room: Callable[[], Room], group: str, meeting: Meeting,
        frame: FrameScreen,
    ) -> None:  # fmt: skip
        words = reflection_words()
        super().__init__(f"{words.title}: {meeting_name(meeting)}", FOOT)
        self._ws, self._group, self._meeting, self._frame = workspace, group, meeting, frame
        self._reflections = Reflections(workspace, room, group)
        self._stamps = HatStamps(workspace, room, group)
        self._began = frame.around.clock()
        self._clock = Static("", markup=False, classes="reflection--clock")
        self._worn = Static("", markup=False, classes="reflection--stamps")
        self._whole = Static("", markup=False, classes="reflection--whole")
        self.rows = RowList(COLUMNS, headings=False, marking=False)

    def compose_box(self) -> ComposeResult:
        """What it is, the clock, the stamps, the cues, and the highlighted answer whole."""
        yield Static(Content(reflection_words().opens), classes="reflection--opens")
        yield self._clock
        yield self._worn
        yield self.rows
        yield self._whole

    def on_mount(self) -> None:
        """Begin with the first cue that nothing answers yet."""
        self.rows.styles.height = len(reflection_words().cues)
        self.rows.follow = self._say
        self.set_interval(PULSE, self._tick)
        self._tick()
        self.show_again()
        self._to_next_open()
        self.set_focus(self.rows)

    def _tick(self) -> None:
        self._clock.update(Content(clock_words(self._began, self._frame.around.clock())))

    def show_again(self) -> None:
        """Read stamps and answers anew."""
        if self._frame.room is not Room.BACK:
            return
        self._kept = self._reflections.of(self._meeting.uid)
        self._worn.update(Content("\n".join(self._stamped())))
        self.rows.show([cue.id for cue in reflection_words().cues], self._face)
        self._say(self.rows.highlighted)

    def _stamped(self) -> list[str]:
        titles = {each.uid: each.title for each in self._ws.table(Segment, self._group).values()}
        found = self._stamps.of(self._meeting.uid)
        lines = [
            "  ".join(
                filter(None, (clock_of(each.at), hat_name(each.hat), titles.get(each.segment)))
            )
            for each in found
        ]
        return lines or [reflection_words().no_stamps]

    def _face(self, uid: str) -> Face:
        words = {cue.id: cue.words for cue in reflection_words().cues}[uid]
        kept = self._kept.get(uid)
        sign = mark("owed" if kept is None else "done")
        return Face((sign, words, " ".join(kept.text.split()) if kept is not None else ""))

    def _say(self, uid: str | None) -> None:
        kept = self._kept.get(uid or "")
        cue = next((each.words for each in reflection_words().cues if each.id == uid), "")
        said = Content(kept.text) if kept is not None else Content.styled(NOTHING, "$text-muted")
        self._whole.update(Content.assemble(Content.styled(cue, "bold"), "\n", said))

    def _to_next_open(self) -> None:
        open_ = (cue.id for cue in reflection_words().cues if cue.id not in self._kept)
        if (uid := next(open_, None)) is not None:
            self.rows.highlight(uid)

    # --- writing

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Write an answer to the highlighted cue: one field, kept when it is left."""
        event.stop()
        event.prevent_default()  # Enter is not the end here
        cue = next(each for each in reflection_words().cues if each.id == event.uid)
        kept = self._kept.get(cue.id)
        before, meeting = kept.text if kept is not None else "", self._meeting.uid

        def written(text: str, place: object) -> Change | None:
            change = self._frame.do(lambda: self._reflections.write(meeting, cue.id, text), place)
            self.marked(change)
            return change

        def left(_: None) -> None:
            self.show_again()
            self._to_next_open()

        keep = keeping(self._frame, before, written)
        self.app.push_screen(NoteBox(ANSWER, before, keep, asks=cue.words), left)

    async def action_turn(self, way: str) -> None:
        """Take back what was written here, and no more; or do it again."""
        await super().action_turn(way)
        self._to_next_open()


def clock_words(began: datetime, now: datetime) -> str:
    """Return how much of the time is left, kindly."""
    words = reflection_words()
    left = int(words.minutes * 60 - (now - began).total_seconds())
    if left <= 0:
        return words.over.format(words.minutes)
    return words.left.format(f"{left // 60:02}:{left % 60:02}", words.minutes)
