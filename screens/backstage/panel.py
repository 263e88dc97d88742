"""A panel of the back stage: private lines in a slot of an open screen, worked by keys or mouse."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from cartui.store.events import Change
from screens.backstage.note_box import NoteBox
from screens.backstage.panel_view import PanelView
from screens.backstage.private_lines import PrivateLine
from screens.parts.choice import Choice, lettered
from screens.parts.frame import FrameScreen
from screens.parts.keys import BACK_ONLY, verb
from screens.parts.long_text import keeping
from screens.parts.meanwhile import Rewording, reword


class BackPanel(PanelView, can_focus=True):
    """Subclasses give `TITLE`, `lines` and `add`. The app puts one into a slot in BACK and takes
    it out on FRONT; it tells it what the slot is about by `show`, and to read again by
    `show_again`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next line", show=False, id="private.down"),
        Binding("up,k", "step(-1)", "Line before", show=False, id="private.up"),
        verb("e,enter", "edit_line", "edit", "Edit this private line", "private.edit",
             group="Back stage", rank=10, rooms=BACK_ONLY),
        verb("n", "add_line", "add", "Add something private here", "private.add",
             group="Back stage", rank=11, rooms=BACK_ONLY),
        verb("X", "put_line_away", "put away", "Put this private line away", "private.away",
             group="Back stage", rank=12, rooms=BACK_ONLY),
        verb("a", "share_line", "share", "Let the group see this, now that the member agrees",
             "private.share", group="Back stage", rank=13, rooms=BACK_ONLY),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.uid = self.group = ""

    # --- what a panel gives

    def lines(self) -> list[PrivateLine]:
        """Return what is kept about `self.uid`, read anew; each panel says its own."""
        return []

    def add(self) -> None:
        """Begin to add something; each panel in its own way."""

    # --- what the app tells it

    def show(self, uid: str, group: str = "") -> None:
        """Be about another thing; for "" there is nothing to show."""
        self.uid, self.group = uid, group
        self._at = self._top = 0
        self.show_again()

    def show_again(self) -> None:
        """Read anew; the highlight stays on its line, or else near it."""
        if self.dark:
            return
        self._show_lines(self.lines())
        self.refresh_bindings()

    # --- doing

    @property
    def frame(self) -> FrameScreen:
        """The screen whose slot this is."""
        screen = self.screen
        assert isinstance(screen, FrameScreen)  # noqa: S101 - slots stand in framed screens only
        return screen

    def ask(
        self, words: str, key: str, then: Callable[[str], Change | None], *, value: str = ""
    ) -> None:
        """Ask for one line and do `then` with the answer; leaving does nothing.

        `key` tells questions apart, so that what was half typed comes back to its own.
        """
        frame = self.frame

        def answered(text: str | None) -> None:
            if text is not None:
                act(frame, lambda: then(text))

        frame.ask(words, answered, value=value, id=f"private.{key}")

    def write(self, title: str, then: Callable[[str], Change | None], *, value: str = "") -> None:
        """Open the note box and do `then` with the words; an empty or unchanged one is let be."""
        frame = self.frame

        def written(text: str, place: object) -> Change | None:
            return act(frame, lambda: then(text), place) if text.strip() else None

        frame.app.push_screen(NoteBox(title, value, keeping(frame, value, written)))

    def reword(self, title: str, before: str, verb_: Rewording, typed: str | None = None) -> None:
        """Open the note box with words that were `before` when they were read, `typed` since."""
        frame = self.frame

        def again(text: str) -> None:
            self.reword(title, before, verb_, text)

        def written(text: str, place: object) -> Change | None:
            if not text.strip():
                return None
            return reword(frame, verb_, text, before, again, do=partial(act, frame), place=place)

        text = before if typed is None else typed
        frame.app.push_screen(NoteBox(title, text, keeping(frame, before, written)))

    async def pick(self, title: str, words: Sequence[str]) -> int | None:
        """Let one of several be chosen, in a worker; None when it was left."""
        return await self.app.push_screen_wait(Choice(title, lettered(words)))

    def do(self, act_: Callable[[], Change | None]) -> None:
        """Do a verb and show what came of it."""
        act(self.frame, act_)

    def action_step(self, way: int) -> None:
        """Go to the next line that something can be done with."""
        at = self._at + way
        while 0 <= at < len(self._lines) and self._lines[at].edit is None:
            at += way
        if 0 <= at < len(self._lines):
            self._go(at)

    def action_edit_line(self) -> None:
        """Edit the highlighted line."""
        if (line := self.here) is not None and line.edit is not None:
            line.edit()

    def action_put_line_away(self) -> None:
        """Put the highlighted line away."""
        if (line := self.here) is not None and line.away is not None:
            line.away()

    def action_share_line(self) -> None:
        """Let the group see the highlighted line."""
        if (line := self.here) is not None and line.share is not None:
            line.share()

    def action_add_line(self) -> None:
        """Begin to add something."""
        self.add()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what cannot be done with this line; sharing is only there where it can be."""
        line = self.here
        if action == "edit_line":
            return (line is not None and line.edit is not None) or None
        if action == "put_line_away":
            return (line is not None and line.away is not None) or None
        if action == "share_line":
            return line is not None and line.share is not None
        return True

    def _go(self, at: int) -> None:
        self._at = at
        self._settle()
        self.refresh()
        self.refresh_bindings()

    def on_focus(self) -> None:
        """Show the highlight."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the highlight."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the highlight in view in another size."""
        self._settle()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Highlight the line under the mouse; a second click edits it."""
        at = self.line_at(event.y)
        if at is None or self._lines[at].edit is None:
            return
        self._go(at)
        if event.chain == 2:
            self.action_edit_line()


def act(
    frame: FrameScreen, verb_: Callable[[], Change | None], place: object = None
) -> Change | None:
    """Do a verb on a screen, and let the screen and its panels read anew."""
    if (change := frame.do(verb_, place)) is not None:
        frame.show_again()
        for panel in frame.query(BackPanel):
            panel.show_again()
    return change
