"""The status line: the last thing that happened, and how to take it back."""

from rich.cells import cell_len

from screens.parts.cells import clip, one_line, wrap
from screens.parts.one_line import OneLine, Piece

MOST = 4


class StatusLine(OneLine):
    """Stays until the next act. `aside` stands at its right ("u undo"). `tone` is "", "problem" or
    "quiet". What is too long for one line is said whole: the body gives a line or two meanwhile,
    since the end of a sentence often says what to press.
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
            self._grow()
            self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as the sentence needs in this width."""
        self._grow()

    def _grow(self) -> None:
        high = len(self.lines_of_pieces(self.size.width)) if self.size.width else 1
        if self.styles.height is None or self.styles.height.value != high:
            self.styles.height = high

    def lines_of_pieces(self, width: int) -> list[list[Piece]]:
        """The sentence from the left, and the way back at the right of its last line."""
        room = max(1, width - 2)
        aside = self.aside if len(self.aside) + 14 <= width else ""
        texts = wrap(one_line(self.text), room)
        if aside and cell_len(texts[-1]) + 2 + len(aside) > room:
            texts.append("")
        if len(texts) > MOST:
            texts = [*texts[: MOST - 1], clip(" ".join(texts[MOST - 1 :]), room - len(aside) - 2)]
        look = "muted" if self.tone == "quiet" else self.tone
        lines: list[list[Piece]] = [[(" ", ""), (text, look)] for text in texts]
        gap = " " * (room - cell_len(texts[-1]) - len(aside))
        lines[-1] += [(gap, ""), (aside, "muted")]
        return lines
