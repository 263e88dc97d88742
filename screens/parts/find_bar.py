"""Finding in a list: one line under it, the list narrows as it is typed, the count beside it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from screens.parts.field import Line
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.one_line import OneLine, Piece


class FoundCount(OneLine):
    """How many are found, of how many."""

    DEFAULT_CSS = """
    FoundCount { width: 10; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._words, self._room = "", 0

    def say(self, shown: int, of: int) -> None:
        """Say it. Fewer digits lay nothing out anew: that was half of a letter."""
        room = len(f"{of} of {of}") + 2
        if room != self._room:
            self.styles.width = self._room = room
        self._words = f"{shown} of {of} "
        self.refresh(self.size.region)

    def pieces(self, width: int) -> list[Piece]:
        """The words, at the right."""
        return [(self._words.rjust(width), "muted")]


class FindBar(Horizontal):
    """Hidden until `open`. Enter goes back to the list and keeps it narrow, Esc shows all again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "leave", "show all", "Show all again", "find.leave",
             group="Find", rank=1, rooms=EVERYWHERE),
        verb("down,up", "keep", "to the list", "Back to the list, which stays narrow", "find.keep",
             group="Find", rank=2, rooms=EVERYWHERE),
    ]  # fmt: skip
    DEFAULT_CSS = """
    FindBar {
        height: 1; display: none; background: $panel;
        & > .find--word { width: auto; padding: 0 1; text-style: bold; }
        & > Line { width: 1fr; }
    }
    """

    class Typed(Message):
        """The text has changed; the list is to show what holds it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Done(Message):
        """The line was left: the focus goes back to the list."""

    def __init__(self, follow: Callable[[str], None] | None = None) -> None:
        super().__init__()
        # Called at once as the text changes, so that letter and list are painted in one frame;
        # without it the screen is told by `Typed`.
        self._follow = follow
        self._line = Line()
        self._count = FoundCount()

    def compose(self) -> ComposeResult:
        """The word, the line, the count."""
        yield Static("Find", classes="find--word", markup=False)
        yield self._line
        yield self._count

    def open(self) -> None:
        """Show the line and write in it."""
        self.display = True
        self._line.focus()

    def say(self, shown: int, of: int) -> None:
        """Say how many are found."""
        self._count.say(shown, of)

    def clear(self) -> bool:
        """Empty the line and go away; return whether it stood there."""
        stood = self.display
        self._line.value = ""
        self.display = False
        return stood

    def on_mount(self) -> None:
        """Hear of every letter as it is typed."""
        self.watch(self._line, "value", self._typed, init=False)

    def _typed(self, text: str) -> None:
        if self._follow is not None:
            self._follow(text)
        else:
            self.post_message(self.Typed(text))

    @on(Line.Changed)
    def _told(self, event: Line.Changed) -> None:
        event.stop()

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Go back to the list, which stays narrow."""
        if not self._line.value.strip():
            self.clear()
        self.left()

    def action_leave(self) -> None:
        """Show all again."""
        self.clear()
        self.left()

    def left(self) -> None:
        """The line was left. Unless overridden the screen is told."""
        self.post_message(self.Done())
