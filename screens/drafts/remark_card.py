"""The comment in hand, in whole words: beside the text, or as a strip of five lines below it."""

from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from screens.drafts.remark_face import Line, card_lines
from screens.parts.cells import wrap
from screens.parts.kept_lines import KeptLines, filled
from screens.parts.symbols import mark

READABLE = 90
STRIP = 6
"""Lines up to which it is a strip below the text, and keeps both wordings to a line each."""


class RemarkCard(KeptLines):
    """Draws one comment. What there is no room for is counted in the last line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--strong", "card--muted", "card--problem"}
    DEFAULT_CSS = """
    RemarkCard {
        background: $panel; color: $foreground;
        & > .card--strong { text-style: bold; }
        & > .card--muted { color: $text-muted; }
        & > .card--problem { color: $bad; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Remark, ...], str, ThenAndNow | None, str] = ((), "", None, "")
        self._nothing = ""
        self._lines: list[Line] = []

    def show(
        self,
        remarks: tuple[Remark, ...],
        label: str = "",
        wording: ThenAndNow | None = None,
        *,
        nothing: str = "",
        news: str = "",
    ) -> None:
        """Show a comment, or several that say near the same, with both wordings of their place if
        they differ and what is new; if there is none, `nothing` says what to do.
        """
        if (remarks, label, wording, news) != self._shown or nothing != self._nothing:
            self._shown, self._nothing = (remarks, label, wording, news), nothing
            before, wide = self._lines, self.size.width
            self.fit()
            pairs = enumerate(zip_longest(before, self._lines))
            if lines := [Region(0, y, wide, 1) for y, (was, line) in pairs if was != line]:
                self.refresh(*lines)

    def fit(self) -> None:
        """Break the lines for this window."""
        remarks, label, wording, news = self._shown
        width = max(10, min(READABLE, self.size.width - 2))
        if not remarks:
            self._lines = [(line, "muted") for line in wrap(self._nothing, width)]
        else:
            short = self.size.height <= STRIP
            self._lines = list(card_lines(remarks, label, width, wording, short=short, news=news))
            if (more := len(self._lines) - self.size.height) > 0 and self.size.height > 1:
                kept = self._lines[: self.size.height - 1]
                way = ", once its place is settled" if remarks[0].asks_a_look else ""
                says = f"{mark('more')} {more + 1} more lines: Enter reads all of it{way}"
                self._lines = [*kept, (says, "muted")]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self._look(""))
        words, look = self._lines[y]
        style = self._look(f"card--{look}" if look else "")
        return Strip(filled([Segment(f" {words}", style)], width, self._look("")), width)
