"""The status line: the last thing that happened, and how to take it back."""

from rich.cells import cell_len

from screens.parts.cells import clip
from screens.parts.one_line import OneLine, Piece


class StatusLine(OneLine):
    """One line that stays until the next act. `aside` stands at its right ("u undo").

    `tone` is "", "problem" or "quiet".
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.aside = ""
        self.tone = ""

    def say(self, text: str, *, aside: str = "", tone: str = "") -> None:
        """Show a sentence until the next one."""
        if (text, aside, tone) != (self.text, self.aside, self.tone):
            self.text, self.aside, self.tone = text, aside, tone
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """The sentence from the left, and the way back at the right, whole or not at all."""
        aside = self.aside if len(self.aside) + 14 <= width else ""
        text = clip(self.text, width - 2 - (len(aside) + 2 if aside else 0))
        gap = " " * (width - 2 - cell_len(text) - len(aside))
        look = "muted" if self.tone == "quiet" else self.tone
        return [(" ", ""), (text, look), (gap, ""), (aside, "muted")]
