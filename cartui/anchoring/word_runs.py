"""Equal runs of words in two stretches of text, in their order; bounded however long they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from cartui.anchoring.rising import Pair, heaviest_rising

Words = Sequence[str]
Run = tuple[int, int, int]
"""Where it starts in the one stretch, where in the other, and how many words it has."""

_DEAR = 1_000_000
"""Pairs of equal words from which on comparing each with each takes too long."""


def equal_runs(old: Words, new: Words) -> Iterator[Run]:
    """Yield the runs that two stretches have in common, none crossing another.

    Short stretches are compared by difflib. Long ones are first cut at words that stand, four, two
    or one in a row, exactly once in both.
    """
    rest = [(0, len(old), 0, len(new))]
    while rest:
        a, b, c, d = rest.pop()
        one, other = old[a:b], new[c:d]
        pins = _pins(one, other) if _is_dear(one, other) else []
        if not pins:
            yield from ((a + x, c + y, n) for x, y, n in _compared(one, other))
            continue
        yield from ((a + x, c + y, 1) for x, y in pins)
        ends = [(-1, -1), *pins, (b - a, d - c)]
        for (x, y), (u, v) in pairwise(ends):
            if u > x + 1 and v > y + 1:
                rest.append((a + x + 1, a + u, c + y + 1, c + v))


def _compared(old: Words, new: Words) -> Iterator[Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=_is_dear(old, new))
    return ((run.a, run.b, run.size) for run in matcher.get_matching_blocks() if run.size)


def _is_dear(old: Words, new: Words) -> bool:
    if len(old) * len(new) <= _DEAR:
        return False
    counts = Counter(new)
    return sum(counts[word] for word in old) > _DEAR


def _pins(old: Words, new: Words) -> list[Pair]:
    """Return the words that begin a row which stands once in both, in their order."""
    for length in (4, 2, 1):
        where = _once(new, length)
        pairs = [(at, where[row]) for row, at in _once(old, length).items() if row in where]
        if pairs:
            return heaviest_rising(sorted(pairs), [1] * len(pairs))
    return []


def _once(words: Words, length: int) -> dict[tuple[str, ...], int]:
    """Return the rows of words that stand once, and where."""
    rows = list(zip(*(words[at:] for at in range(length)), strict=False))
    counts = Counter(rows)
    return {row: at for at, row in enumerate(rows) if counts[row] == 1}
