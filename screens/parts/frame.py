"""The frame that every screen stands in: top bar, body, status line, key hints.

A screen subclasses `FrameScreen`: it gives `TITLE_WORD`, `compose_body`, `heading`, `show_again`,
`subject`, and `BINDINGS` made by `verb(...)`. Verbs are done through `do`, questions put by `ask`.
An action that awaits (`ask_line`, `pick`, `push_screen_wait`) must be decorated with `@work`.
"""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from cartui.model.rooms import Room
from cartui.services.glance_errands import Where
from cartui.services.pages import Page
from cartui.services.stepping import Steps
from screens.parts.body import Body, MembersOnly, put_up
from screens.parts.find_bar import FindBar
from screens.parts.footing import footing
from screens.parts.key_hints import KeyHints
from screens.parts.keys import EVERYWHERE, UNSAVED_GROUP, typing_in, verb
from screens.parts.rows import RowList
from screens.parts.sized import SizedScreen
from screens.parts.slots import Slot
from screens.parts.subject import Subject
from screens.parts.top_bar import TopBar
from screens.parts.tour_strip import TourStrip


class FrameScreen(SizedScreen, inherit_bindings=False):
    """A screen in the frame. It is told its surroundings by the app before it is shown.

    `PUBLIC` says that it has something for outsiders; if not, FRONT public hides its whole body.
    `KEEPS` says of a page that something private may be half typed in it: opened in BACK it is
    put out of sight whole on FRONT, as pop-ups are.
    """

    TITLE_WORD: ClassVar[str] = ""
    PUBLIC: ClassVar[bool] = False
    KEEPS: ClassVar[bool] = False
    AUTO_FOCUS = "Body *"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next pane", show=False, id="frame.next_pane"),
        Binding(
            "shift+tab", "app.focus_previous", "Pane before", show=False, id="frame.pane_before"
        ),
        verb("f8", "save_again", "try again", "Try again to save what was not saved", "save.again",
             show=False, rooms=EVERYWHERE, group=UNSAVED_GROUP, also="save retry disk full"),
        verb("f4", "save_elsewhere", "save elsewhere", "Save what was not saved in another folder",
             "save.elsewhere", show=False, rooms=EVERYWHERE, group=UNSAVED_GROUP,
             also="save retry disk full copy"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    FrameScreen {
        layout: vertical; layers: frame over;
        & > Body { height: 1fr; }
        & > MembersOnly { display: none; }
        &.-members-only > Body { display: none; }
        &.-members-only > MembersOnly { display: block; }
        & > TooSmall { display: none; layer: over; dock: top; width: 100%; height: 100%; }
        &.-small > TooSmall { display: block; }
    }
    """

    # What a widget looks like with the focus it paints itself: the whole screen need not.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    class PresentWanted(Message):
        """A page is to be shown to the room; without one, what is highlighted."""

        def __init__(self, page: Page | None = None) -> None:
            super().__init__()
            self.page = page

    class CritiqueWanted(Message):
        """A critique round is to be held on a draft: on a passage of it (block, first and last
        character), or on the whole. `group` is its group, if that is not the one in hand.
        """

        def __init__(
            self, draft: str, passage: tuple[int, int, int] | None = None, group: str = ""
        ) -> None:
            super().__init__()
            self.draft, self.passage, self.group = draft, passage, group

    class MeetingWanted(Message):
        """The page of a meeting is to be opened, over the series."""

        def __init__(self, meeting: str, group: str) -> None:
            super().__init__()
            self.meeting, self.group = meeting, group

    class RulesWanted(Message):
        """Something is to be done with a group's rules together: "gather" lines blind, ask
        "newcomers" where they stand on all of them, show the "weight" they carried, or "open" one,
        `rule`.

        `meeting` is the number of the meeting it is done at, 0 for none; `people` are the uids of
        those who are asked, nobody for everybody who is still to be asked.
        """

        def __init__(
            self, what: str, group: str = "", meeting: int = 0, people: tuple[str, ...] = (),
            rule: str = "",
        ) -> None:  # fmt: skip
            super().__init__()
            self.what, self.group, self.meeting, self.people = what, group, meeting, people
            self.rule = rule

    class ThingWanted(Message):
        """One thing is to be opened on its own screen."""

        def __init__(self, where: Where) -> None:
            super().__init__()
            self.where = where

    class MeetingShown(Message):
        """The pages of a meeting are to go before the room; `checked` first says what is hidden."""

        def __init__(self, show: Steps, *, checked: bool = False) -> None:
            super().__init__()
            self.show, self.checked = show, checked

    class MeetingTurned(Message):
        """The meeting went on: a page of it that stands on the second window follows."""

    class Built(Message):
        """The screen stands; its slots can be filled."""

    class Pasted(Message):
        """Something was pasted while no field had the focus."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._hints_due = False
        self._hints = KeyHints()
        self._tour = TourStrip()
        self._top: TopBar | None = None

    # --- what a screen overrides

    def compose_body(self) -> ComposeResult:
        """Yield the screen's own widgets."""
        yield from ()

    def heading(self) -> str:
        """Return what this screen is about just now, for the top bar."""
        return ""

    def show_again(self) -> None:
        """Read the model again and show it; the highlight stays where it was."""

    def subject(self) -> Subject | None:
        """Return what is highlighted, for notes, history and copying."""
        return None

    def present_page(self) -> Page | None:
        """Return the public page of what is highlighted, for the room; None if it has none."""
        return None

    # --- the frame itself

    def compose(self) -> ComposeResult:
        """Build the frame around the body, in the order for this width from its first picture."""
        fits = [
            each for each in self.HORIZONTAL_BREAKPOINTS or () if each[0] <= self.app.size.width
        ]
        self.add_class(*(name for _, name in sorted(fits)[-1:]))
        self._top = TopBar(self.around, self.TITLE_WORD)
        yield self._top
        with Body() as body:
            yield from self.compose_body()
        body.border_title = Content("private")
        yield self._banner
        yield self._asking
        yield self._status
        yield self._hints

    def on_mount(self) -> None:
        """Keep the key hints true from now on. What it shows is read when it comes to the front."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._hints_soon())
        self.dress(self.room)
        self.post_message(self.Built())

    def on_screen_resume(self) -> None:
        """Show what may have changed while another screen was in front."""
        self.read_again()
        for slot in self.query(Slot):
            slot.read_again()

    def on_screen_suspend(self) -> None:
        """Under a pop-up, tell no keys that do not answer."""
        self.refresh_hints()

    def read_again(self) -> None:
        """Read the model again and bring the frame up to date."""
        for rows in self.query(RowList):
            rows.cosy = self.around.cosy()
        if self.PUBLIC or self.room is not Room.PUBLIC:
            self.show_again()
        self.settle_said()
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Bring heading and key hints up to date."""
        if self._top is not None:
            shown = self.PUBLIC or self.room is not Room.PUBLIC
            self._top.show(self.heading() if shown else "")
        self._banner.settle()
        self.refresh_hints()

    def _hints_soon(self) -> None:
        """Bring them up to date once what is being done is done, if it does not do so itself."""
        if not self._hints_due:
            self._hints_due = True
            self.call_later(_settle_hints, self)

    def refresh_hints(self) -> None:
        """Show the keys that work here and now, and what the tour asks for here."""
        self._hints_due = False
        if self.is_current:
            if self.around.tour.going:
                put_up(self._tour, self, before=self._banner)
            if self._tour.parent is not None:
                self._tour.settle(self.around.tour, self, self.room)
            tabs = self.around.tabs
            first = not tabs or tabs[0].word == self.TITLE_WORD
            at_home = first and self.app.screen_stack[0] is self
            self._hints.show(footing(self, self.room, at_home=at_home))

    def tick(self) -> None:
        """Let the clock go on."""
        if self._top is not None:
            self._top.tick()

    def enter_room(self, room: Room) -> None:
        """Be on this stage of the room from now on. Overriders call this first.

        Coming FRONT from BACK, only the words change here; `dress` follows when they are painted,
        since a new border and new colours take longer than what is private may still show.
        """
        self._asking.enter_room(room)
        self._tour.enter_room(room)
        self._banner.settle()
        self.say("")
        if not (room is Room.MEMBERS and self.has_class("-back")):
            self.dress(room)
        if self in self.app.screen_stack:
            self.read_again()  # the others read when they are shown

    def hide_half_typed(self) -> None:
        """Going FRONT from BACK: put out of sight what was being typed. Overriders call this."""
        for bar in self.query(FindBar):
            bar.clear()

    def show_half_typed(self) -> None:
        """Back in BACK: let it stand there again."""

    def dress(self, room: Room) -> None:
        """Wear the border of a stage; on FRONT public, hide what is for members."""
        self.set_class(room is Room.BACK, "-back")
        hidden = room is Room.PUBLIC and not self.PUBLIC
        if hidden and not self.query(MembersOnly):
            put_up(MembersOnly(), self, after=self.query_one(Body))
        self.set_class(hidden, "-members-only")
        if hidden:
            self.set_focus(None)
        self.query_one(Body).disabled = hidden  # nothing in it is found by a key

    def on_paste(self, event: events.Paste) -> None:
        """Offer to make a note of what was pasted outside a field."""
        if event.text.strip() and not typing_in(self):
            event.stop()
            self.post_message(self.Pasted(event.text))

    @on(KeyHints.Pressed)
    async def _hint_clicked(self, event: KeyHints.Pressed) -> None:
        active = event.hint.active
        await self.app.run_action(active.binding.action, active.node)


def _settle_hints(frame: FrameScreen) -> None:
    if frame._hints_due:
        frame.refresh_hints()
