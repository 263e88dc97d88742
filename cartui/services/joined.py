"""The blocks of a version as one text, and the way from places in blocks to places in it."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Place
from cartui.model.passages import Passage
from cartui.services.passages import passage_of

BETWEEN = "\n\n"


class Joined:
    """Blocks and their text, a blank line between any two."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.text = BETWEEN.join(block.text for block in blocks)
        lengths = (len(block.text) + len(BETWEEN) for block in blocks)
        self._starts = list(accumulate(lengths, initial=0))

    @property
    def cuts(self) -> tuple[int, ...]:
        """Where each block begins in the text, and where the text ends."""
        return tuple(self._starts)

    def has(self, place: Place) -> bool:
        """Whether the quote of a place is what stands there; that of a lost one is not."""
        if place.block >= len(self.blocks):
            return False
        return self.blocks[place.block].text[place.start : place.end] == place.quote

    def span(self, block: int, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the text that are these of a block."""
        return self._starts[block] + start, self._starts[block] + end

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage at characters of the text: of several blocks, in the one that has
        most of it. In a text without blocks it is the beginning of a first one.
        """
        first, last = self._block(start), self._block(max(start, end - 1))
        parts = [self._part(block, start, end) for block in range(first, last + 1)]
        if len(parts) < 2:
            return parts[0] if self.blocks else Passage(0, 0, 0)
        best = max(parts, key=lambda part: part.end - part.start)
        return passage_of(self.blocks[best.block], best.start, best.end)

    def last_passage(self, start: int, end: int) -> Passage:
        """Return the passage at characters of the text: of several blocks, in the last of them."""
        first, last = self._block(start), self._block(max(start, end - 1))
        parts = (self._part(block, start, end) for block in range(last, first - 1, -1))
        tidy = (passage_of(self.blocks[part.block], part.start, part.end) for part in parts)
        return next((part for part in tidy if part.start < part.end), self.passage(start, end))

    def _block(self, at: int) -> int:
        return max(0, min(bisect_right(self._starts, at), len(self.blocks)) - 1)

    def _part(self, block: int, start: int, end: int) -> Passage:
        size = len(self.blocks[block].text) if self.blocks else 0
        left = self._starts[block]
        return Passage(block, min(max(0, start - left), size), min(max(0, end - left), size))
