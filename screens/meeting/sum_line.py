"""The line above an agenda: the minutes against the length, then what else is to be known."""

from collections.abc import Sequence

from rich.cells import cell_len

from screens.parts.one_line import OneLine, Piece


class SumLine(OneLine):
    """The minutes against the length; what does not fit is left out whole."""

    def __init__(self) -> None:
        super().__init__()
        self.words: Sequence[str] = ()

    def tell(self, words: Sequence[str]) -> None:
        """Say other words."""
        self.words = words
        self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """The sum strongly, then as much as there is room for."""
        drawn: list[Piece] = [("  ", "")]
        used = 2
        for number, word in enumerate(self.words):
            text = word if not number else f"   {word}"
            if number and used + cell_len(text) > width:
                break
            drawn.append((text, "" if number else "strong"))
            used += cell_len(text)
        return drawn
