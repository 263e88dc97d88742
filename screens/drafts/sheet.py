"""The whole text of a draft as lines, laid out block by block when a block comes into sight.

No toolkit here. A place is (block, line within it), so that nobody has to know how many lines
stand before: a text of 50,000 words opens, jumps and scrolls like one of fifty.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cartui.exchange.markdown_blocks import Block
from screens.drafts.line_breaks import broken
from screens.drafts.shown_block import Bracketed, ShownBlock
from screens.parts.symbols import mark

READABLE = 90
Line = tuple[int, int]
"""A block, and a line of it counted from 0. The line after the last is the blank one below it."""


class Laid(Struct, frozen=True):
    """A block in lines: (start, end) in what is shown, after a lead of the same width each."""

    shown: ShownBlock
    lines: tuple[tuple[int, int], ...]
    lead: str
    rest: str

    def line_of(self, at: int) -> int:
        """Return which line a place of the shown text stands on."""
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle][0] <= at:
                low = middle
            else:
                high = middle - 1
        return low


class Sheet:
    """The blocks of one version at one width, with the passages of its comments."""

    def __init__(self) -> None:
        self.blocks: Sequence[Block] = ()
        self.width = READABLE
        self._passages: Mapping[int, tuple[Bracketed, ...]] = {}
        self._laid: dict[int, Laid] = {}

    def show(
        self, blocks: Sequence[Block], passages: Mapping[int, tuple[Bracketed, ...]]
    ) -> set[int]:
        """Take a text and its passages by block; return the blocks that are to be laid anew."""
        if blocks is not self.blocks:
            changed = set(self._laid)
            self.blocks = blocks
        else:
            changed = {n for n in self._laid if self._passages.get(n) != passages.get(n)}
        for block in changed:
            del self._laid[block]
        self._passages = passages
        return changed

    def resize(self, width: int) -> None:
        """Break the lines at another width, never over 90 cells."""
        width = max(10, min(READABLE, width))
        if width != self.width:
            self.width = width
            self._laid.clear()

    def laid(self, block: int) -> Laid:
        """Return a block in lines."""
        if (known := self._laid.get(block)) is None:
            known = self._laid[block] = self._lay_out(self.blocks[block])
        return known

    def _lay_out(self, block: Block) -> Laid:
        shown = ShownBlock(block, self._passages.get(block.index, ()))
        lead, rest = _leads(block)
        lines = broken(shown.text, self.width - len(lead), self.width - len(rest))
        return Laid(shown, tuple(lines), lead, rest)

    def height(self, block: int) -> int:
        """Return how many lines a block takes, the blank one below it included."""
        return len(self.laid(block).lines) + (not self._is_tight(block))

    def _is_tight(self, block: int) -> bool:
        """Whether nothing stands between this block and the next: both of one list."""
        pair = self.blocks[block : block + 2]
        return len(pair) == 2 and all(one.kind == "item" for one in pair)

    # --- going about in it

    def step(self, place: Line, lines: int) -> Line:
        """Return the place so many lines on or back, stopping at the ends."""
        block, line = place
        line += lines
        while line < 0 and block > 0:
            block -= 1
            line += self.height(block)
        while block < len(self.blocks) - 1 and line >= (high := self.height(block)):
            line -= high
            block += 1
        last = self.height(block) - 1 if self.blocks else 0
        return block, max(0, min(line, last))

    def first_line(self) -> Line:
        """Return the place of the first line."""
        return 0, 0

    def last_line(self) -> Line:
        """Return the place of the last line that has words."""
        if not self.blocks:
            return 0, 0
        last = len(self.blocks) - 1
        return last, len(self.laid(last).lines) - 1

    def line_of(self, block: int, raw: int) -> Line:
        """Return the line on which a place of a block stands."""
        laid = self.laid(block)
        return block, laid.line_of(laid.shown.shown(raw))

    def lines_between(self, first: Line, last: Line, most: int) -> int | None:
        """Return how many lines on `last` stands, if that is fewer than `most`; else None."""
        if last < first:
            return None
        on, block = -first[1], first[0]
        while block < last[0]:
            on += self.height(block)
            if on >= most:
                return None
            block += 1
        on += last[1]
        return on if on < most else None

    def window(self, top: Line, high: int) -> list[Line]:
        """Return the places of so many lines from `top` on, as far as there are any."""
        found: list[Line] = []
        block, line = top
        while block < len(self.blocks) and len(found) < high:
            found += [(block, each) for each in range(line, self.height(block))]
            block, line = block + 1, 0
        return found[:high]


def _leads(block: Block) -> tuple[str, str]:
    """Return what stands before the first line of a block, and before its other lines."""
    if block.kind == "quote":
        bar = f"{mark('bar')} " * max(1, block.level)
        return bar, bar
    if block.kind == "item":
        sign = block.mark.strip()
        sign = sign if sign[:1].isdigit() else "-"
        deep = "  " * max(0, block.level - 1)
        return f"{deep}{sign} ", f"{deep}{' ' * len(sign)} "
    if block.kind == "code":
        return "  ", "  "
    return "", ""
