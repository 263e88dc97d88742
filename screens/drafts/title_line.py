"""The line over an open draft: what it is, and what its author asks for, said whole."""

from rich.cells import cell_len

from screens.parts.cells import clip, wrap
from screens.parts.one_line import OneLine, Piece

MOST = 3
"""How many lines what is asked for may take where it does not fit beside the title."""


class TitleLine(OneLine):
    """What the draft is, and what its author asks for: who answers a comment has it in sight.

    An ask that does not fit beside the title stands below it, and the text gives the lines.
    """

    def __init__(self) -> None:
        super().__init__()
        self._title, self._rest, self._asks = "", "", ""

    def show(self, title: str, rest: str, asks: str = "") -> None:
        """Show the title, the rest as far as there is room, and what is asked for."""
        if (title, rest, asks) != (self._title, self._rest, self._asks):
            self._title, self._rest, self._asks = title, rest, asks
            self._grow()
            self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as what is asked for needs in this width."""
        self._grow()

    def _grow(self) -> None:
        width = self.size.width or self.screen.size.width
        high = len(self.lines_of_pieces(width))
        if self.styles.height is None or self.styles.height.value != high:
            self.styles.height = high

    def lines_of_pieces(self, width: int) -> list[list[Piece]]:
        """Title and rest; what is asked for beside them, or below."""
        title = clip(self._title, width - 2)
        room = max(0, width - cell_len(title) - 4)
        both = " · ".join(filter(None, (self._rest, self._asks)))
        if not self._asks or cell_len(both) <= room:
            return [self._line(title, clip(both, room))]
        asked, room = wrap(self._asks, max(1, width - 4)), width - 4
        if len(asked) > MOST:
            asked = [*asked[: MOST - 1], clip(" ".join(asked[MOST - 1 :]), room)]
        below: list[list[Piece]] = [[(f"   {words}", "muted")] for words in asked]
        return [self._line(title, clip(self._rest, width - cell_len(title) - 4)), *below]

    def _line(self, title: str, rest: str) -> list[Piece]:
        return [(f" {title}", "strong"), (f"  {rest}", "muted")]
