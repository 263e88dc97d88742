"""The frame that every screen stands in: top bar, body, status line, key hints.

A screen subclasses `FrameScreen`: it gives `TITLE_WORD`, `compose_body`, `heading`, `show_again`,
`subject`, and `BINDINGS` made by `verb(...)`. Verbs are done through `do`, questions put by `ask`.
An action that awaits (`ask_line`, `pick`, `push_screen_wait`) must be decorated with `@work`.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.ask_bar import AskBar, Question
from screens.parts.key_hints import KeyHints
from screens.parts.keys import living
from screens.parts.not_saved import NotSaved
from screens.parts.status import StatusLine
from screens.parts.subject import Subject
from screens.parts.surroundings import Surroundings
from screens.parts.top_bar import TopBar

LEAST = (80, 24)


class Body(Container):
    """Where a screen's own widgets stand. On BACK it has a dotted border that says "private"."""


class FrameScreen(Screen[None], inherit_bindings=False):
    """A screen in the frame. It is told its surroundings by the app before it is shown.

    `PUBLIC` says that it has something for outsiders; if not, FRONT public hides its whole body.
    """

    TITLE_WORD: ClassVar[str] = ""
    PUBLIC: ClassVar[bool] = False
    AUTO_FOCUS = "Body *"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next pane", show=False, id="frame.next_pane"),
        Binding(
            "shift+tab", "app.focus_previous", "Pane before", show=False, id="frame.pane_before"
        ),
    ]
    DEFAULT_CSS = """
    FrameScreen {
        layout: vertical;
        & > Body { height: 1fr; }
        & > MembersOnly { display: none; }
        &.-members-only > Body { display: none; }
        &.-members-only > MembersOnly { display: block; }
        & > .frame--small { display: none; height: 1; }
        &.-small > * { display: none; }
        &.-small > .frame--small { display: block; }
    }
    """

    class Built(Message):
        """The screen stands; its slots can be filled."""

    class Pasted(Message):
        """Something was pasted while no field had the focus."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self.around = Surroundings()
        self._unsaved = NotSaved()
        self._asking = AskBar()
        self._status = StatusLine()
        self._hints = KeyHints()
        self._small = Static("", classes="frame--small", markup=False)
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

    # --- what a screen uses

    @property
    def room(self) -> Room:
        """The stage of the room we are on."""
        return self.around.room()

    @property
    def unsaved(self) -> int:
        """How many changes could not be saved yet."""
        return self._unsaved.count

    def do(self, act: Callable[[], Change | None]) -> Change | None:
        """Do a verb: say what happened, or the problem; if it was not saved, keep it.

        The act may be called again later, so it must hold all it needs.
        """
        try:
            change = act()
        except SaveFailed as failed:
            self._unsaved.keep(act, failed, self.room)
            return None
        except CartuiProblem as problem:
            self.say(str(problem), tone="problem")
            return None
        if change is not None:
            self.say(self.around.sentence(change), aside="u undo")
            self.refresh_frame()
        return change

    def say(self, text: str, *, aside: str = "", tone: str = "") -> None:
        """Say one sentence on the status line, where it stays until the next."""
        self._status.say(text, aside=aside, tone=tone)

    def ask(
        self,
        question: str,
        then: Callable[[str | None], None],
        *,
        value: str = "",
        id: str = "",  # noqa: A002
    ) -> None:
        """Ask for one line at once; `then` gets it, or None when the question was left."""
        self._asking.ask(Question(question, then, id or question, self.room, value))

    async def ask_line(self, question: str, value: str = "", *, id: str = "") -> str | None:  # noqa: A002
        """Ask for one line and wait (in a worker). Esc gives None and keeps the text."""
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

        def then(text: str | None) -> None:
            if not answer.done():
                answer.set_result(text)

        self.ask(question, then, value=value, id=id)
        return await answer

    # --- the frame itself

    def compose(self) -> ComposeResult:
        """Build the frame around the body."""
        self._top = TopBar(self.around, self.TITLE_WORD)
        yield self._top
        with Body() as body:
            yield from self.compose_body()
        body.border_title = Content(" private ")
        yield MembersOnly()
        yield self._unsaved
        yield self._asking
        yield self._status
        yield self._hints
        yield self._small

    def on_mount(self) -> None:
        """Keep the key hints true from now on."""
        self.bindings_updated_signal.subscribe(self, lambda _: self.refresh_hints())
        self._dress(self.room)
        self.read_again()
        self.post_message(self.Built())

    def on_resize(self, event: events.Resize) -> None:
        """In a window too small for the frame, say so and nothing else."""
        wide, high = event.size
        words = f"Please widen to {LEAST[0]} by {LEAST[1]} (now {wide} by {high})"
        self._small.update(Content(words))
        self.set_class(wide < LEAST[0] or high < LEAST[1], "-small")

    def on_screen_resume(self) -> None:
        """Show what may have changed while another screen was in front."""
        self.read_again()

    def read_again(self) -> None:
        """Read the model again and bring the frame up to date."""
        if self.PUBLIC or self.room is not Room.PUBLIC:
            self.show_again()
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Bring heading and key hints up to date."""
        if self._top is not None:
            shown = self.PUBLIC or self.room is not Room.PUBLIC
            self._top.show(self.heading() if shown else "")
        self.refresh_hints()

    def refresh_hints(self) -> None:
        """Show the keys that work here and now."""
        if self.is_current:
            here = living(self, self.room)
            self._hints.show([hint for hint in here if hint.verb.show and hint.enabled])

    def tick(self) -> None:
        """Let the clock go on."""
        if self._top is not None:
            self._top.tick()

    def enter_room(self, room: Room) -> None:
        """Be on this stage of the room from now on. Overriders call this first."""
        self._asking.enter_room(room)
        self._unsaved.enter_room(room)
        self.say("")
        self._dress(room)
        self.read_again()

    def _dress(self, room: Room) -> None:
        self.set_class(room is Room.BACK, "-back")
        hidden = room is Room.PUBLIC and not self.PUBLIC
        self.set_class(hidden, "-members-only")
        if hidden:
            self.set_focus(None)

    def on_paste(self, event: events.Paste) -> None:
        """Offer to make a note of what was pasted outside a field."""
        if event.text.strip():
            event.stop()
            self.post_message(self.Pasted(event.text))

    @on(KeyHints.Pressed)
    async def _hint_clicked(self, event: KeyHints.Pressed) -> None:
        active = event.hint.active
        await self.app.run_action(active.binding.action, active.node)

    @on(NotSaved.Again)
    def _try_again(self) -> None:
        for act in self._unsaved.take():
            self.do(act)
        self._unsaved.settle()
        self.read_again()

    def saved_elsewhere(self, keep: Callable[[SaveFailed], Path]) -> None:
        """Let `keep` save each failed change in another place, and say where."""
        try:
            places = self._unsaved.save_each(keep)
        except (SaveFailed, OSError) as failed:
            why = failed.reason if isinstance(failed, SaveFailed) else "that place took nothing"
            self.say(f"Not saved there either: {why}. It still stands here.", tone="problem")
            return
        if places:
            self.say(f"Kept in {places[-1].parent} as {places[-1].name}.")


class MembersOnly(Static):
    """What a screen shows on FRONT public when it has nothing for outsiders."""

    DEFAULT_CSS = """
    MembersOnly { height: 1fr; padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__(Content("Members only. Press 1 for Home."))
