"""Blocks of a text that stand unchanged in its next version, and which have kept their order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from cartui.exchange.markdown_blocks import Block
from cartui.services.passages import hash_of


def same_blocks(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Return the new index of each old block whose text stands once in each version."""
    hashes = [hash_of(block) for block in old], [hash_of(block) for block in new]
    once = [{each for each, count in Counter(names).items() if count == 1} for names in hashes]
    where = {name: index for index, name in enumerate(hashes[1])}
    both = once[0] & once[1]
    return {index: where[name] for index, name in enumerate(hashes[0]) if name in both}


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs in which both numbers rise: what has kept its order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, to) in enumerate(pairs):
        length = bisect_left(tails, to)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [to]
        ends[length : length + 1] = [at]
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found
