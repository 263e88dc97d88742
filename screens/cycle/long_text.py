"""A text of several lines, in a pop-up: Esc leaves it and keeps what was typed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from screens.parts.popup import Popup


class Page(TextArea, inherit_bindings=False):
    """Lines to write in. Only editing keys act here; Esc, F keys and Ctrl+G are left alone."""

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
        Binding("ctrl+c", "copy", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
    ]


class LongText(Popup[str]):
    """Answers with the text as it stands when Esc is pressed; u takes the change back after."""

    KEEPS = True
    TYPES = True
    FOOT = "Esc leaves and keeps the text   u takes it back then"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    LongText > Box { width: 90; }
    LongText Static { color: $text-muted; }
    LongText Page {
        height: 10; border: none; background: $panel; color: $foreground; padding: 0 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $panel; }
    }
    """

    def __init__(self, title: str, hint: str, text: str) -> None:
        super().__init__(title)
        self._hint = hint
        self._page = Page(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True
        )
        self._page.cursor_blink = False

    def compose_box(self) -> ComposeResult:
        """The hint, and the lines."""
        yield Static(Content(self._hint))
        yield self._page

    def on_mount(self) -> None:
        """Write at the end."""
        self._page.move_cursor(self._page.document.end)
        self.set_focus(self._page)

    def action_close(self) -> None:
        """Leave, keeping the text."""
        self.dismiss(self._page.text)
