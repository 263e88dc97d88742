"""A draft's text as blocks: headings, paragraphs, items, each with its own raw characters."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cartui.exchange.inline_spans import Span, inline_spans
from cartui.exchange.markdown_leaves import LINE_END, Found, leaves

_BULLET = re.compile(r"([-+*]|\d{1,9}[.)])(?=[ \t]|$)")


class Block(Struct, frozen=True, kw_only=True):
    """One block of a text: whole lines of it. Places of comments count characters of `text`.

    `kind` is heading, paragraph, item, quote, code, table or rule; `level` the level of a heading
    (1 to 6), or how deep an item or a quote stands (from 1). `start` is where the block begins in
    the whole text, `text` its raw source without the last line end, `mark` what stands before the
    words of an item ("-", "2."). `content` is the source without the marks of its containers.
    """

    index: int
    kind: str
    level: int = 0
    start: int = 0
    text: str = ""
    mark: str = ""
    content: str = ""

    @property
    def end(self) -> int:
        """Where the block ends in the whole text."""
        return self.start + len(self.text)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is strong, emphasis, code, link or hidden markup: (start, end, style) in `text`.

        Found out when first asked for, since most blocks of a long text are never painted.
        """
        return inline_spans(self.kind, self.text, self.content)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text in order; between them there are blank lines only."""
    lines = _lines(text)
    return tuple(
        Block(
            index=index,
            kind=one.kind,
            level=one.level,
            start=lines[one.first][0],
            text=text[lines[one.first][0] : lines[one.last - 1][1]],
            mark=one.mark,
            content=one.content,
        )
        for index, one in enumerate(_whole(leaves(text), [text[s:e] for s, e in lines]))
    )


def headings_above(found: Sequence[Block], index: int) -> tuple[str, ...]:
    """Return the path of headings above a block, the outermost first, without their marks."""
    path: list[str] = []
    level = 7
    for block in reversed(found[:index]):
        if block.kind == "heading" and block.level < level:
            path.append(block.content)
            level = block.level
            if level == 1:
                break
    return tuple(reversed(path))


def block_at(found: Sequence[Block], offset: int) -> Block | None:
    """Return the block at an offset of the whole text: of a blank place the one before it."""
    if not found:
        return None
    at = bisect_left(found, offset + 1, key=lambda block: block.start) - 1
    return found[max(0, at)]


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each line starts, and where it ends without its line end."""
    start, found = 0, []
    for hit in LINE_END.finditer(text):
        found.append((start, hit.start()))
        start = hit.end()
    return [*found, (start, len(text))]


def _whole(leaves: Iterable[Found], lines: Sequence[str]) -> Iterator[Found]:
    """Yield the blocks without blank edges, and between them the lines that the parser left out.

    It leaves out the targets of references, and items and quotes without words.
    """
    done = 0
    for leaf in (*leaves, Found(len(lines), len(lines), "")):
        first, last = max(leaf.first, done), leaf.last
        yield from _left_out(lines, done, first)
        while first < last and not lines[first].strip():
            first += 1
        while first < last and not lines[last - 1].strip():
            last -= 1
        if first < last:
            yield replace(leaf, first=first, last=last)
        done = max(done, leaf.last)


def _left_out(lines: Sequence[str], first: int, last: int) -> Iterator[Found]:
    for at in range(first, last):
        bare = lines[at].strip()
        if bare:
            bullet = _BULLET.match(bare)
            kind = "quote" if bare.startswith(">") else "item" if bullet else "paragraph"
            level = 0 if kind == "paragraph" else 1
            yield Found(at, at + 1, kind, level, bullet[1] if bullet else "", "")
