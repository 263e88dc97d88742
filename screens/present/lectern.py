"""What a page for the room is drawn on, cell by cell."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import clip
from screens.present.sheet import Laid, Sheet, laid_out


class Lectern(Widget):
    """Shows a sheet, in whatever size the window has."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lectern--title", "lectern--strong", "lectern--lead", "lectern--muted", "lectern--stage",
    }  # fmt: skip
    DEFAULT_CSS = """
    Lectern {
        width: 100%; height: 100%; background: $background; color: $foreground;
        & > .lectern--title { color: $focus; text-style: bold; }
        & > .lectern--strong { text-style: bold; }
        & > .lectern--lead { color: $focus; text-style: bold; }
        & > .lectern--muted { color: $text-muted; }
        & > .lectern--stage { color: $background; background: $foreground; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet()
        self._laid: tuple[Size, Laid] | None = None

    def show(self, sheet: Sheet) -> None:
        """Show a sheet from now on."""
        self._sheet, self._laid = sheet, None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if self._laid is None or self._laid[0] != self.size:
            self._laid = self.size, laid_out(self._sheet, *self.size)
        plain = self.rich_style
        drawn, at = [], 0
        for start, text, look in self._laid[1].get(y, ()):
            shown = clip(text, self.size.width - start)
            drawn += [Segment(" " * (start - at), plain), Segment(shown, self._look(look))]
            at = start + cell_len(shown)
        return Strip(drawn).adjust_cell_length(self.size.width, plain).simplify()

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"lectern--{name}") if name else self.rich_style
