"""The one line on a page for the room in which is caught what somebody says.

What is typed there is never to be read on it: one dot stands for each sign, whatever the lens, so
that the room learns neither the words nor which of them are kept back stage.
"""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cartui.services.critique_words import critique_words
from screens.parts.field import Line
from screens.parts.symbols import mark

WAYS = "Enter keeps it   Esc leaves it for later"
NOT_KEPT = "Not saved: Enter again"


class HeardLine(Line):
    """The field. With `open_words` its words can be read, which is for one's own window in BACK."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it for later", show=False, id="critique.leave_line"),
    ]

    class Left(Message):
        """The line is left; what stands in it is kept."""

    def __init__(self, *, open_words: bool) -> None:
        super().__init__()
        self._open_words = open_words

    @property
    def _value(self) -> Text:
        """What is painted in place of the words."""
        if self._open_words:
            return super()._value
        return Text(mark("veil") * len(self.value), no_wrap=True, overflow="ignore", end="")

    @property
    def veiled(self) -> bool:
        """Whether its words cannot be read."""
        return not self._open_words

    def action_copy(self) -> None:
        """Copy nothing: what cannot be read here cannot be taken from here."""
        if self._open_words:
            super().action_copy()

    def action_leave(self) -> None:
        """Leave the line."""
        self.post_message(self.Left())


class Heard(Horizontal):
    """The line over the foot of the page, with a word before it and the way out behind it.

    `keep` is given the number of the key, from 0, and the words; it returns False if they could
    not be saved. `half_typed` holds what was left standing, by the number.
    """

    DEFAULT_CSS = """
    Heard {
        layer: heard; dock: bottom; height: 1; width: 100%; display: none;
        background: $highlight; color: $on-highlight;
        & > Static { width: auto; height: 1; padding: 0 1; text-style: bold; }
        & > Line { width: 1fr; }
    }
    """

    def __init__(
        self, keep: Callable[[int, str], bool], half_typed: dict[int, str], *, open_words: bool
    ) -> None:
        super().__init__()
        self._keep, self._half_typed = keep, half_typed
        self._number = 0
        self.line = HeardLine(open_words=open_words)
        self._ways = Static(Content(WAYS), markup=False)

    class Closed(Message):
        """The line is closed. `kept` says that something was saved."""

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept

    def compose(self) -> ComposeResult:
        """Word, line, ways out."""
        yield Static(Content(critique_words().heard), markup=False)
        yield self.line
        yield self._ways

    def open(self, number: int) -> None:
        """Open the line for a key; what was half typed under it stands there again."""
        self._number = number
        self._ways.update(Content(WAYS))
        self.line.offer(self._half_typed.pop(number, ""), over=False)
        self.display = True
        self.screen.set_focus(self.line)

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        words = self.line.value
        if words.strip() and not self._keep(self._number, words):
            self._ways.update(Content(NOT_KEPT))
            return
        self.line.value = ""
        self._close(kept=bool(words.strip()))

    @on(HeardLine.Left)
    def _left(self, event: HeardLine.Left) -> None:
        event.stop()
        self.put_by()
        self._close(kept=False)

    def put_by(self) -> None:
        """Keep what is half typed, because the line is left."""
        if self.line.value:
            self._half_typed[self._number] = self.line.value
            self.line.value = ""

    def _close(self, *, kept: bool) -> None:
        self.display = False
        self.screen.set_focus(None)
        self.post_message(self.Closed(kept=kept))
