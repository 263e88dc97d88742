"""The line over an open draft: what it is, and as much of the rest as there is room for."""

from rich.cells import cell_len

from screens.parts.cells import clip
from screens.parts.one_line import OneLine, Piece


class TitleLine(OneLine):
    """What the draft is, and what its author asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._rest = "", ""

    def show(self, title: str, rest: str) -> None:
        """Show the title, and the rest as far as there is room."""
        if (title, rest) != (self._title, self._rest):
            self._title, self._rest = title, rest
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """Title and rest."""
        title = clip(self._title, width - 2)
        rest = clip(self._rest, max(0, width - cell_len(title) - 4))
        return [(f" {title}", "strong"), (f"  {rest}", "muted")]
