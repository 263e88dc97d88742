"""Passages: a stretch of one block of a text, and what is kept of it so that it is found again."""

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct

from cartui.exchange.markdown_blocks import Block, block_at, headings_above
from cartui.model.passages import Passage

AROUND = 64
"""How many characters before and after a passage are kept, at most."""


class Quoted(Struct, frozen=True, kw_only=True):
    """What is kept of a passage. `before` and `after` stand in the same block, cut at words."""

    block: int
    start: int
    end: int
    quote: str
    before: str
    after: str
    headings: tuple[str, ...]
    block_hash: str


def passage_of(block: Block, start: int = 0, end: int | None = None) -> Passage:
    """Return a passage of a block without blanks at its edges; the whole block if none is given.

    What lies outside the block is cut off.
    """
    stop = len(block.text) if end is None else min(end, len(block.text))
    start = max(0, min(start, stop))
    words = block.text[start:stop]
    kept = words.strip()
    if not kept:
        return Passage(block.index, start, start)
    start += len(words) - len(words.lstrip())
    return Passage(block.index, start, start + len(kept))


def passage_at(blocks: Sequence[Block], start: int, end: int) -> Passage | None:
    """Return the passage at offsets of the whole text; one over several blocks ends in the first.

    An empty stretch stands for the block it is in. None if the text has no block.
    """
    if (block := block_at(blocks, start)) is None:
        return None
    if start >= end:
        return passage_of(block)
    if start >= block.end:  # it begins in the blank lines behind a block
        block = blocks[min(block.index + 1, len(blocks) - 1)]
    found = passage_of(block, start - block.start, end - block.start)
    return found if found.start < found.end else passage_of(block)


def quoted(blocks: Sequence[Block], passage: Passage) -> Quoted:
    """Return what is kept of a passage, so that it can be found in another version."""
    block = blocks[passage.block]
    text = block.text
    return Quoted(
        block=block.index,
        start=passage.start,
        end=passage.end,
        quote=text[passage.start : passage.end],
        before=_end_of(text[: passage.start]),
        after=_beginning_of(text[passage.end :]),
        headings=headings_above(blocks, block.index),
        block_hash=hash_of(block),
    )


def hash_of(block: Block) -> str:
    """Return the sha256 of a block's text, in hexadecimal."""
    return sha256(block.text.encode("utf-8", "surrogatepass")).hexdigest()


def _end_of(text: str) -> str:
    if len(text) <= AROUND:
        return text
    cut = text[-AROUND:]
    blank = cut.find(" ")
    return cut[blank + 1 :] if not text[-AROUND - 1].isspace() and blank >= 0 else cut


def _beginning_of(text: str) -> str:
    if len(text) <= AROUND:
        return text
    cut = text[:AROUND]
    blank = cut.rfind(" ")
    return cut[:blank] if not text[AROUND].isspace() and blank >= 0 else cut
