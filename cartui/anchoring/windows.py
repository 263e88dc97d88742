"""The stretch of the new text in which most of a passage's words stand."""

from collections.abc import Sequence
from typing import NamedTuple

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.prose import Span

_FOREIGN = 0.5
"""What a word of another passage in between costs, of its weight."""
_NEW = 0.01
"""What a new word in between costs: a sentence may grow a good deal and be the same."""


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
        for index, (new, old) in enumerate(there):
            if index:
                total -= self._cost(there[index - 1][0] + 1, new)
            if total <= 0:
                total, begin = 0.0, index
            total += self._found.old_weights[old]
            if total > best:
                best, kept = total, (begin, index)
        return kept

    def _cost(self, first: int, end: int) -> float:
        foreign = self._foreign[end] - self._foreign[first]
        return _FOREIGN * foreign + _NEW * (self._new[end] - self._new[first])
