"""How the text of a draft looks: one widget with its own viewport, drawn line by line.

Only the lines in sight are laid out and drawn. A passage stands in numbered brackets, so that no
colour is needed to see what is commented.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from cartui.exchange.markdown_blocks import Block
from cartui.model.passages import Passage
from screens.drafts.sheet import Laid, Line, Sheet
from screens.drafts.shown_block import Bracketed, Piece
from screens.parts.cells import wrap
from screens.parts.kept_lines import KeptLines, filled
from screens.parts.symbols import mark

GAP = 2


class TextView(KeptLines):
    """The picture of a `Sheet`. `here` is the comment in hand, `chosen` what is being chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--margin", "text--heading", "text--strong", "text--emphasis", "text--code",
        "text--link", "text--quote", "text--bracket", "text--here", "text--chosen",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sheet = Sheet()
        self.empty = ""
        self.divided = False
        self.top: Line = (0, 0)
        self._here: tuple[str, Passage | None] = ("", None)
        self._chosen: Passage | None = None
        self._worn: dict[tuple[str, str], Style] = {}
        self._wide = 0
        self._window: list[Line] = []

    # --- what is shown

    def show(self, blocks: Sequence[Block], passages: Mapping[int, tuple[Bracketed, ...]]) -> None:
        """Show this text with these passages; where it was scrolled to stays in sight."""
        other = blocks is not self.sheet.blocks
        changed = self.sheet.show(blocks, passages)
        if other:
            self.top = (0, 0)
        was = self.top
        self._fit()
        seen = {block for block, _ in self.sheet.window(self.top, self.size.height)}
        if other or was != self.top or changed & seen:
            self.refresh()

    def point_at(self, uid: str, passage: Passage | None) -> None:
        """Set off the passage of the comment in hand, and bring it into sight."""
        if (uid, passage) == self._here:
            return
        before, self._here = self._here, (uid, passage)
        if passage is not None and self.bring(passage):
            self.refresh()
            return
        for one in (before[1], passage):
            self._repaint(one)

    def choose(self, passage: Passage | None) -> None:
        """Set off what is being chosen, and bring it into sight."""
        before, self._chosen = self._chosen, passage
        if passage is not None and self.bring(passage):
            self.refresh()
            return
        for one in (before, passage):
            self._repaint(one)

    def bring(self, passage: Passage) -> bool:
        """Scroll just enough that a part of the text is in sight; return whether it scrolled."""
        if not self.sheet.blocks or not self.size.height:
            return False
        high = self.size.height
        first = self.sheet.line_of(passage.block, passage.start)
        last = self.sheet.line_of(passage.block, max(passage.start, passage.end - 1))
        was = self.top
        if self.sheet.lines_between(self.top, first, high) is None:
            self.top = self.sheet.step(first, -(high // 3))
        elif self.sheet.lines_between(self.top, last, high) is None:
            self.top = min(first, self.sheet.step(last, 1 - high))
        self._fit()
        return self.top != was

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines on or back."""
        self.go_to_line(self.sheet.step(self.top, lines))

    def go_to_line(self, top: Line) -> None:
        """Let this line be the first in the window, as far as the text reaches."""
        was, self.top = self.top, top
        self._fit()
        if self.top != was:
            self.refresh()

    def _fit(self) -> None:
        """Let the text end at the foot of the window, not above it."""
        self.divided = self.size.width < self.screen.size.width - 4
        self.sheet.resize(self.size.width - self.margin - 1)
        if not self.sheet.blocks:
            self.top = (0, 0)
            return
        block = min(self.top[0], len(self.sheet.blocks) - 1)
        self.top = (block, min(self.top[1], self.sheet.height(block) - 1))
        last, high = self.sheet.last_line(), self.size.height
        if self.sheet.lines_between(self.top, last, high) is not None:
            self.top = self.sheet.step(last, 1 - high)

    @property
    def margin(self) -> int:
        """How many cells the numbers of the paragraphs take at the left."""
        return max(3, len(str(len(self.sheet.blocks)))) + GAP

    def fit(self) -> None:
        """Break the lines anew; the passage in hand stays in sight."""
        self._fit()
        if (passage := self._chosen or self._here[1]) is not None:
            self.bring(passage)

    # --- which lines are to be painted

    def _repaint(self, passage: Passage | None) -> None:
        """Paint anew the lines that a part of the text stands on, as far as they are in sight."""
        if passage is None or passage.block >= len(self.sheet.blocks):
            return
        first = self.sheet.line_of(passage.block, passage.start)[1]
        last = self.sheet.line_of(passage.block, max(passage.start, passage.end))[1]
        for y, (block, line) in enumerate(self.sheet.window(self.top, self.size.height)):
            if block == passage.block and first <= line <= last:
                self.refresh(Region(self.gutter.left, self.gutter.top + y, self.size.width, 1))

    # --- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines asked for; the places of the window are worked out once for all."""
        self.fit_window()
        self._wide, high = self.size
        self._window = self.sheet.window(self.top, high)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        if not self.sheet.blocks:
            lines = wrap(self.empty, max(1, min(76, self._wide - 4)))
            words = "  " + lines[y - 1] if 1 <= y <= len(lines) else ""
            return self._ended([Segment(words, self._style_of(""))])
        if y >= len(self._window):
            return self._ended([])
        block, line = self._window[y]
        laid = self.sheet.laid(block)
        if line >= len(laid.lines):
            return self._ended([])
        number = str(block + 1) if line == 0 else ""
        drawn = [Segment(f"{number:>{self.margin - GAP}}{' ' * GAP}", self._style_of("margin"))]
        if lead := laid.rest if line else laid.lead:
            drawn.append(Segment(lead, self._style_of("margin")))
        if laid.shown.block.kind == "rule":
            drawn.append(Segment(mark("line") * 20, self._style_of("margin")))
        else:
            drawn += self._words(laid, *laid.lines[line])
        return self._ended(drawn)

    def _ended(self, drawn: list[Segment]) -> Strip:
        """Return a line filled up; beside the comments a bar stands at its end."""
        line = filled([*Segment.simplify(drawn)], self._wide - self.divided, self._style_of(""))
        if self.divided:
            line.append(Segment(mark("bar"), self._style_of("margin")))
        return Strip(line, self._wide)

    def _words(self, laid: Laid, start: int, end: int) -> Iterator[Segment]:
        """Yield what stands on a line, from one place of the shown text to another."""
        shown = laid.shown
        index = shown.piece_at(start)
        while index < len(shown.pieces) and (piece := shown.pieces[index]).at < end:
            first, last = max(start, piece.at), min(end, piece.at + piece.length)
            if piece.uid:
                yield self._bracket(piece, shown.text[first:last])
            elif last > first:
                yield from self._run(laid, piece, first, last)
            index += 1

    def _bracket(self, piece: Piece, words: str) -> Segment:
        if piece.uid != self._here[0]:
            return Segment(words, self._style_of("bracket"))
        words = f"{words[:-1]}>" if piece.style == "opens" else f"<{words[1:]}"
        return Segment(words, self._style_of("here"))

    def _run(self, laid: Laid, piece: Piece, first: int, last: int) -> Iterator[Segment]:
        """Yield a run of words, cut where the passage in hand or what is chosen begins or ends."""
        looks = piece.style
        kind = laid.shown.block.kind
        if kind in ("heading", "quote", "code"):
            looks = f"{kind} {looks}"
        block, shift = laid.shown.block.index, piece.raw - piece.at
        spans = (("here", self._here[1]), ("chosen", self._chosen))
        cuts = {first, last}
        for _, passage in spans:
            if passage is not None and passage.block == block:
                edges = (passage.start - shift, passage.end - shift)
                cuts.update(edge for edge in edges if first < edge < last)
        order = sorted(cuts)
        for here, there in pairwise(order):
            over = ""
            for name, passage in spans:
                if (
                    passage
                    and passage.block == block
                    and passage.start <= here + shift < passage.end
                ):
                    over = name
            yield Segment(laid.shown.text[here:there], self._style_of(looks, over))

    def _style_of(self, names: str, over: str = "") -> Style:
        """Return how words of these looks are drawn, with the one that lies over them."""
        if (style := self._worn.get((names, over))) is None:
            style = self.rich_style
            for name in [*names.split(), *([over] if over else [])]:
                style += self.get_component_rich_style(f"text--{name}", partial=True)
            self._worn[names, over] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._worn.clear()
        super().notify_style_update()
