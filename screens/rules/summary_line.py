"""The line above the rules: which version holds, and what waits."""

from collections.abc import Sequence

from rich.cells import cell_len

from screens.parts.cells import clip
from screens.parts.one_line import OneLine, Piece


class SummaryLine(OneLine):
    """Says the first of its words strongly; what does not fit is left out whole. Each ends in a
    full stop, but for a legend of signs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[str] = ()

    def tell(self, words: Sequence[str]) -> None:
        """Say other words."""
        if words != self._words:
            self._words = words
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """The version, then as much of what waits as there is room for."""
        if not self._words:
            return []
        drawn: list[Piece] = [("  ", ""), (clip(f"{self._words[0]}.", width - 2), "strong")]
        used = 2 + cell_len(drawn[-1][0])
        for word in self._words[1:]:
            if used + 3 + cell_len(word) <= width:
                drawn.append((f"  {word}" if word.endswith("]") else f"  {word}.", ""))
                used += 3 + cell_len(word)
        return drawn
