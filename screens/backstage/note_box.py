"""The box in which a private note is written: several lines, kept when it is left."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.backstage.private_notebook import REMINDER
from screens.parts.long_text import Keep, LongText

_said: list[str] = []


def reminder() -> str:
    """Return a kind word about private notes the first time it is asked for, then ""."""
    if _said:
        return ""
    _said.append(REMINDER)
    return REMINDER


class NoteBox(LongText):
    """A text that is private. On FRONT it is out of sight, half typed as it is. `asks` is a
    question that it answers.
    """

    FOOT = "Esc keeps it   Enter begins a new line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "close", "Keep it", show=False, id="note_box.keep"),
    ]
    DEFAULT_CSS = """
    NoteBox Page { height: 8; }
    NoteBox .note_box--asks { color: $foreground; text-style: bold; margin-bottom: 1; }
    NoteBox .note_box--reminder { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, title: str, text: str, keep: Keep, *, asks: str = "") -> None:
        super().__init__(title, "", text, keep)
        self._asks, self._reminder = asks, reminder()

    def compose_box(self) -> ComposeResult:
        """What is asked, the lines to answer in, and once in a sitting a kind word about them."""
        if self._asks:
            yield Static(Content(self._asks), classes="note_box--asks")
        yield from super().compose_box()
        if self._reminder:
            yield Static(Content(self._reminder), classes="note_box--reminder")
