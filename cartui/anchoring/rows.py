"""Rows of words in a text: whether one stands there more than once."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

Words = Sequence[str]


class Rows:
    """The words of a text, looked up by the rarest of a row."""

    def __init__(self, words: Words) -> None:
        self._words = tuple(words)

    def repeats(self, row: Words) -> bool:
        """Whether a row of words stands in the text twice or more."""
        at, places = min(
            ((at, self._places.get(word, ())) for at, word in enumerate(row)),
            key=lambda each: len(each[1]),
        )
        row, count = tuple(row), 0
        for place in places if len(places) > 1 else ():
            begin = place - at
            if begin >= 0 and self._words[begin : begin + len(row)] == row:
                count += 1
                if count > 1:
                    return True
        return False

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            places[word].append(at)
        return dict(places)
