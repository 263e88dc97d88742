"""Names, one per line: a column of a spreadsheet can be pasted as it is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from cartui.model.text import clean
from screens.parts.popup import Popup


class NamesBox(Popup[list[str]]):
    """Answers with the names; Esc goes on with what stands there, which may be nothing."""

    KEEPS = True
    TYPES = True
    FOOT = "Esc goes on; u takes it back later"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Go on", show=False, id="names.close", priority=True),
    ]
    DEFAULT_CSS = """
    NamesBox TextArea { height: 10; border: none; background: $panel; color: $foreground; }
    NamesBox TextArea:focus { border: none; }
    """

    def __init__(self, group: str) -> None:
        super().__init__(f"Who is in {group}?")
        self._text = TextArea(soft_wrap=False, tab_behavior="focus", theme="css")
        self._text.cursor_blink = False

    def compose_box(self) -> ComposeResult:
        """The question and the lines."""
        yield Static(Content("One name per line; a spreadsheet's column can be pasted."
                             "\nIt may stay empty: people can be added any time."))  # fmt: skip
        yield self._text

    def on_mount(self) -> None:
        """Begin to write."""
        self.set_focus(self._text)

    def action_close(self) -> None:
        """Go on with the names that stand there."""
        names = [clean(line) for line in self._text.text.splitlines()]
        self.dismiss([name for name in names if name])
