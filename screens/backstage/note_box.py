"""The box in which a private note is written: several lines, kept when it is left."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from cartui.backstage.private_notebook import REMINDER
from screens.parts.popup import Popup


class NotePage(TextArea, inherit_bindings=False):
    """The lines themselves. Esc, F keys and Ctrl+G are left to the box and the app."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("ctrl+left", "cursor_word_left", show=False),
        Binding("ctrl+right", "cursor_word_right", show=False),
        Binding("home", "cursor_line_start", show=False),
        Binding("end", "cursor_line_end", show=False),
        Binding("pageup", "cursor_page_up", show=False),
        Binding("pagedown", "cursor_page_down", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
        Binding("ctrl+c", "copy", show=False),
    ]
    DEFAULT_CSS = """
    NotePage {
        height: 8; border: none; padding: 0; background: $background; color: $foreground;
        &:focus { border: none; background-tint: 0%; }
        & .text-area--cursor { background: $input-cursor-background;
            color: $input-cursor-foreground; }
        & .text-area--cursor-line { background: $background; }
        & .text-area--selection { background: $highlight; color: $on-highlight; }
    }
    """


_said: list[str] = []


def reminder() -> str:
    """Return a kind word about private notes the first time it is asked for, then ""."""
    if _said:
        return ""
    _said.append(REMINDER)
    return REMINDER


class NoteBox(Popup[str]):
    """Answers with the words when it is left. On FRONT it is out of sight, half typed as it is."""

    KEEPS = True
    TYPES = True
    FOOT = "Esc keeps it   Enter begins a new line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "close", "Keep it", show=False, id="note_box.keep"),
    ]
    DEFAULT_CSS = """
    NoteBox .note_box--reminder { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__(title)
        self._page = NotePage(value, soft_wrap=True, tab_behavior="focus", compact=True)
        self._page.cursor_blink = False
        self._reminder = reminder()

    def compose_box(self) -> ComposeResult:
        """The lines, and once in a sitting a kind word about them."""
        yield self._page
        if self._reminder:
            yield Static(Content(self._reminder), classes="note_box--reminder")

    def on_mount(self) -> None:
        """Begin behind what is written already."""
        self.set_focus(self._page)
        self._page.move_cursor(self._page.document.end)

    def action_close(self) -> None:
        """Keep what was typed."""
        self.dismiss(self._page.text)
