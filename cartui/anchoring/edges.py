"""The edges of a passage: which new words at them have become part of it."""

import re
from bisect import bisect_right

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.prose import Span
from cartui.anchoring.windows import Window

_PAUSE = re.compile(r"[,;:()\u2013\u2014]| - ")
_REPLACED = 12
"""Words that may have come for the words at the edge of a phrase."""


class Edges:
    """The edges of the passages of an alignment."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._begins = {first for first, _ in found.old.units}
        self._ends = {end for _, end in found.old.units}
        self._new_begins = [first for first, _ in found.new.units]

    def widened(self, passage: Span, words: Span, window: Window) -> Window:
        """Return a window with the new words at its edges that are part of the passage.

        One that was whole units takes the new words up to the ends of the units; where words of
        another passage come before that, up to the last pause. A phrase takes the words that came
        for its own, if the word just outside it is still the one.
        """
        first, end = window.first, window.end
        if self._is_whole(passage, words):
            return window._replace(first=self._begin_of_unit(first), end=self._end_of_unit(end))
        if words[0] not in window.carried:
            first = self._after_neighbour(words[0] - 1, first)
        if words[1] - 1 not in window.carried:
            end = self._before_neighbour(words[1], end)
        return window._replace(first=first, end=end)

    def _is_whole(self, passage: Span, words: Span) -> bool:
        old = self._found.old
        in_full = passage[0] <= old.starts[words[0]] and old.ends[words[1] - 1] <= passage[1]
        return in_full and words[0] in self._begins and words[1] in self._ends

    def _begin_of_unit(self, first: int) -> int:
        stop = self._unit(first)[0]
        at = first
        while at > stop and self._is_new(at - 1):
            at -= 1
        if at == stop:
            return at
        return next((word for word in range(at, first) if self._pauses_before(word)), first)

    def _end_of_unit(self, end: int) -> int:
        stop = self._unit(end - 1)[1]
        at = end
        while at < stop and self._is_new(at):
            at += 1
        if at == stop:
            return at
        return next((word for word in range(at, end, -1) if self._pauses_before(word)), end)

    def _after_neighbour(self, neighbour: int, first: int) -> int:
        at = self._found.to[neighbour] + 1 if neighbour >= 0 else 0
        return at if at > 0 and self._came_new(at, first) else first

    def _before_neighbour(self, neighbour: int, end: int) -> int:
        to = self._found.to
        at = to[neighbour] if neighbour < len(to) else NOWHERE
        return at if self._came_new(end, at) else end

    def _came_new(self, first: int, end: int) -> bool:
        """Whether between the two there are a few words, all of them new."""
        return 0 < end - first < _REPLACED and all(map(self._is_new, range(first, end)))

    def _is_new(self, word: int) -> bool:
        return self._found.came[word] == NOWHERE

    def _pauses_before(self, word: int) -> bool:
        return _PAUSE.search(self._found.new.between(word)) is not None

    def _unit(self, word: int) -> Span:
        return self._found.new.units[bisect_right(self._new_begins, word) - 1]
