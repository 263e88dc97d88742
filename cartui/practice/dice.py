"""Chance that falls the same way each time a story is told, on every version of Python."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

_T = TypeVar("_T")


class Dice:
    """Dice that are thrown for a name: the same name gives the same throws.

    Only `Random.random` is used, since the language promises that it stays as it is.
    """

    def __init__(self, name: str) -> None:
        self._next = Random(name).random

    def below(self, count: int) -> int:
        """Return a whole number from 0 to one less than `count`."""
        return int(self._next() * count)

    def between(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + self.below(most - least + 1)

    def happens(self, chance: float) -> bool:
        """Return whether something with this chance (0 to 1) happens."""
        return self._next() < chance

    def pick(self, among: Sequence[_T]) -> _T:
        """Return one of several."""
        return among[self.below(len(among))]

    def shuffled(self, among: Sequence[_T]) -> list[_T]:
        """Return all of them in another order."""
        left = list(among)
        return [left.pop(self.below(len(left))) for _ in range(len(left))]

    def some(self, among: Sequence[_T], count: int) -> list[_T]:
        """Return so many of them, or all if they are fewer, each once."""
        return self.shuffled(among)[:count]

    def weighed(self, among: Mapping[_T, float]) -> _T:
        """Return one of several by its weight; the weights need not add up to anything."""
        left = self._next() * sum(among.values())
        for each, weight in among.items():
            left -= weight
            if left < 0:
                return each
        return list(among)[-1]
