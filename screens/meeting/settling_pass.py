"""What earlier meetings left open: one key a line, done, carried on or dropped.

Every answer is saved as it is given.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.model.meetings import Capture, Meeting, Outcome
from cartui.services.capture_words import OUTCOMES, day_words, is_late, sign_of, words_of
from cartui.services.captures import Captures
from cartui.store.events import Change
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.marking import MarkingPopup
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark

GROUP = "Left open before"
COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="words", title="What", least=20, share=1),
    Column(key="due", title="Due", least=13, rank=2),
    Column(key="outcome", title="Now", least=12),
)
KEYS = "d done   c carry on   x drop   o open again   u takes back"
NOTHING = "Nothing is open from earlier meetings."
_SIGN = {
    Outcome.DONE.value: "done",
    Outcome.CARRIED.value: "arrow",
    Outcome.DROPPED.value: "absent",
}


class SettlingActs(Struct, frozen=True):
    """What the list may do, each saved at once; None means that it was not done."""

    read: Callable[[], Sequence[Capture]]
    settle: Callable[[Capture, Outcome], Change | None]
    owner: Callable[[Capture], str]
    today: Callable[[], str]
    unsaved: Callable[[], bool]


class SettlingPass(MarkingPopup):
    """Actions, parked things and questions of earlier meetings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("d", "settle('done')", "done", "This is done", "settling.done", group=GROUP),
        verb("c", "settle('carried')", "carry on", "This goes on to the next meeting",
             "settling.carry", group=GROUP),
        verb("x", "settle('dropped')", "drop", "This is let go of", "settling.drop", group=GROUP),
        verb("o", "settle('')", "open again", "Nothing is said of it yet", "settling.open",
             group=GROUP),
    ]  # fmt: skip
    DEFAULT_CSS = """
    SettlingPass > Box { width: 100; }
    SettlingPass .settling--keys { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, title: str, acts: SettlingActs) -> None:
        super().__init__(title)
        self._acts = acts
        self._lines: dict[str, Capture] = {}
        self.rows = RowList(COLUMNS, empty=NOTHING, marking=False)

    def compose_box(self) -> ComposeResult:
        """The lines, the keys."""
        yield self.rows
        yield Static(Content(KEYS), classes="settling--keys")

    def on_mount(self) -> None:
        """Begin with the first of which nothing is said."""
        self.show_again()
        first = next((uid for uid, each in self._lines.items() if not each.outcome), None)
        if first is not None:
            self.rows.highlight(first)
        self.set_focus(self.rows)

    def on_resize(self) -> None:
        """Give the lines the room there is."""
        self._fit()

    def show_again(self) -> None:
        """Read the lines again; the highlight stays on its line."""
        self._lines = {each.uid: each for each in self._acts.read()}
        self.rows.show(list(self._lines), self._face)
        self._fit()
        self.tell_saved(unsaved=self._acts.unsaved())

    def _fit(self) -> None:
        self.fit_rows(len(self._lines), beside=5)

    def _face(self, uid: str) -> Face:
        line, today = self._lines[uid], self._acts.today()
        due = day_words(line.due, today)
        due = f"{mark('concern')} {due}" if is_late(line, today) else due
        words = words_of(line, self._acts.owner(line))
        outcome = OUTCOMES.get(line.outcome, line.outcome)
        if line.outcome:
            outcome = f"{mark(_SIGN.get(line.outcome, 'dot'))} {outcome}"
        tone = "muted" if line.outcome in (Outcome.DONE, Outcome.DROPPED) else ""
        return Face((sign_of(line), words, due, outcome), tone)

    # --- answering

    def action_settle(self, outcome: str) -> None:
        """Say what became of the highlighted line, and step down."""
        line = self._lines.get(self.rows.highlighted or "")
        if line is None:
            return
        if line.outcome != outcome:
            self.marked(self._acts.settle(line, Outcome(outcome)))
        self.rows.action_step(1)


def settling(screen: FrameScreen, captures: Captures, meeting: Meeting) -> SettlingPass:
    """Return the pass over what is open before a meeting; what is done in it the screen does."""

    def settle(line: Capture, outcome: Outcome) -> Change | None:
        return screen.do(lambda: captures.settle(line, outcome, meeting))

    acts = SettlingActs(
        read=lambda: captures.open_before(meeting),
        settle=settle,
        owner=captures.owner_of,
        today=captures.today,
        unsaved=lambda: bool(screen.around.unsaved.here(screen.room)),
    )
    return SettlingPass("Left open before: what became of it?", acts)
