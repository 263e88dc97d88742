"""What stands between units that have kept their order: compared word by word."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cartui.anchoring.alignment import NOWHERE, WORDS, Alignment
from cartui.anchoring.prose import Span
from cartui.anchoring.rising import Pair
from cartui.anchoring.word_runs import equal_runs


def carry_gaps(found: Alignment, in_order: Sequence[Pair]) -> Iterator[float]:
    """Carry the words between the units that have kept their order, a few at each step.

    Yields the part of the old text that is done, 0 to 1.
    """
    ends = [(-1, -1), *in_order, (len(found.old.units), len(found.new.units))]
    for (a, c), (b, d) in pairwise(ends):
        if b > a + 1 and d > c + 1:
            old = _words(found.old.units, a + 1, b)
            for _ in _carried(found, old, _words(found.new.units, c + 1, d), WORDS):
                yield old.start / len(found.to)


def carry_words(found: Alignment, old: Iterable[int], new: Iterable[int], how: str) -> None:
    """Carry the words that two stretches have in common, of those that are still free."""
    for _ in _carried(found, old, new, how):
        pass


def _carried(found: Alignment, old: Iterable[int], new: Iterable[int], how: str) -> Iterator[None]:
    here = [word for word in old if found.to[word] == NOWHERE]
    there = [word for word in new if found.came[word] == NOWHERE]
    one = [found.old.keys[word] for word in here]
    other = [found.new.keys[word] for word in there]
    for at, to, length in equal_runs(one, other):
        for step in range(length):
            found.carry(here[at + step], there[to + step], how)
        yield


def _words(units: Sequence[Span], first: int, end: int) -> range:
    return range(units[first][0], units[end - 1][1])
