"""The stretch of the new text in which most of a passage's words stand."""

from collections.abc import Sequence
from typing import NamedTuple

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.prose import Span

_FOREIGN = 0.5
"""What a word of another passage in between costs, of its weight."""
_NEW = 0.01
"""What a new word in between costs: a sentence may grow a good deal and be the same."""
_BREAK = 0.5
"""What it costs that a unit goes on in another unit of the new text."""


class Window(NamedTuple):
    """Words `first` to `end` (not counted) of the new text, and the old words that stand in it."""

    first: int
    end: int
    carried: frozenset[int]


class Windows:
    """The windows of an alignment that changes no more."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._foreign, self._new = found.sums()
        self._units = [_unit_of_words(prose.units) for prose in (found.old, found.new)]

    def of(self, words: Span) -> Window | None:
        """Return the window of a passage, None if none of its words stands anywhere.

        Words that have gone elsewhere alone do not stretch it: it is the heaviest stretch of all
        (Kadane), what stands in between counted against it.
        """
        to = self._found.to
        there = sorted((to[word], word) for word in range(*words) if to[word] != NOWHERE)
        if not there:
            return None
        first, last = self._heaviest(there)
        kept = there[first : last + 1]
        return Window(kept[0][0], kept[-1][0] + 1, frozenset(word for _, word in kept))

    def _heaviest(self, there: Sequence[tuple[int, int]]) -> tuple[int, int]:
        best, kept = -1.0, (0, 0)
        total, begin = 0.0, 0
        for index, (_, old) in enumerate(there):
            if index:
                total -= self._cost(there[index - 1], there[index])
            if total <= 0:
                total, begin = 0.0, index
            total += self._found.old_weights[old]
            if total > best:
                best, kept = total, (begin, index)
        return kept

    def _cost(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Return what it costs to go on from one carried word to another."""
        first, end = one[0] + 1, other[0]
        old, new = self._units
        apart = new[one[0]] != new[other[0]] and old[one[1]] == old[other[1]]
        cost = _FOREIGN * (self._foreign[end] - self._foreign[first])
        return cost + _NEW * (self._new[end] - self._new[first]) + _BREAK * apart


def _unit_of_words(units: Sequence[Span]) -> list[int]:
    """Return for each word the unit it stands in."""
    return [index for index, unit in enumerate(units) for _ in range(*unit)]
