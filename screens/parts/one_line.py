"""A line of the frame, drawn cell by cell: pieces of text, each in one look."""

from typing import ClassVar

from textual.strip import Strip

from screens.parts.kept_lines import KeptLines

Piece = tuple[str, str]


class OneLine(KeptLines):
    """Draws `pieces(width)`: (text, look). A look is "", "strong", "muted", "key", "problem" ..."""

    LOOKS = "line--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--strong", "line--muted", "line--key", "line--problem", "line--here", "line--front",
        "line--back",
    }  # fmt: skip
    DEFAULT_CSS = """
    OneLine {
        height: 1; background: $background; color: $foreground;
        & > .line--strong { text-style: bold; }
        & > .line--muted { color: $text-muted; }
        & > .line--key { color: $focus; text-style: bold; }
        & > .line--problem { color: $bad; text-style: bold; }
        & > .line--here { text-style: bold underline; }
        & > .line--front { color: $background; background: $foreground; text-style: bold; }
        & > .line--back { color: $background; background: $focus; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()

    def pieces(self, width: int) -> list[Piece]:
        """Return what the line shows in `width` cells; each line says its own."""
        return []

    def lines_of_pieces(self, width: int) -> list[list[Piece]]:
        """Return the lines; one, but for a line that grows with what it says."""
        return [self.pieces(width)]

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width = self.size.width
        lines = self.lines_of_pieces(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return self._in_cells(lines[y], width)
