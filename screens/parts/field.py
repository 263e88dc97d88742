"""One line to write in: no markup, no key that the frame or a terminal wants for itself."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from cartui.model.text import inert
from screens.parts.keys import EVERYWHERE, verb


def in_one_line(text: str) -> str:
    """Return what was pasted as one line: a blank stands between its lines, none is left out.

    What cannot be painted is replaced, as it will be where it is kept.
    """
    lines = [inert(line) for line in text.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)


class Line(Input, inherit_bindings=False):
    """A text field. Enter submits; Esc, Tab, F keys and Ctrl+G are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("ctrl+left", "cursor_left_word", show=False),
        Binding("ctrl+right", "cursor_right_word", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        verb("enter", "submit", "keep", "Keep what is typed", "line.keep",
             rank=0, group="Writing", rooms=EVERYWHERE),
        verb("ctrl+u", "empty", "empty", "Empty the line; once more brings back what stood there",
             "line.empty", rank=7, group="Writing", rooms=EVERYWHERE,
             also="clear delete all erase line"),
        Binding("ctrl+c", "copy", show=False),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Line {
        height: 1; border: none; padding: 0 1; background: $panel; color: $foreground;
        &:focus { border: none; background: $surface; background-tint: 0%; }
        & > .input--placeholder { text-style: italic; }
    }
    """

    # A letter more does not make the field longer: the screen need not be laid out for it.
    value: Reactive[str] = reactive("", layout=False, init=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._emptied = ""

    def offer(self, value: str, *, over: bool) -> None:
        """Show a value to be answered with or changed. With `over` a path is typed over at once."""
        self.value, self._emptied = value, ""
        self.cursor_position = len(value)
        if over and value and Path(value).is_absolute():
            self.select_all()

    def action_empty(self) -> None:
        """Empty the line, wherever the cursor stands; an empty line gets back what it held."""
        self.value, self._emptied = ("", self.value) if self.value else (self._emptied, "")
        self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste whole, of however many lines, and let nobody else take it too."""
        event.stop()
        event.prevent_default()
        self.replace(in_one_line(event.text), *self.selection)
