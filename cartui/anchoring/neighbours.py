"""Units that stand more than once: they go with the neighbours they stood beside."""

from collections.abc import Iterable, Iterator, Sequence, Set

from cartui.anchoring.rising import Pair

Key = tuple[str, ...]
"""The words of a unit."""


class Neighbours:
    """Which units have found their pair, and which of their neighbours may follow.

    `begins` are the units that begin a paragraph.
    """

    def __init__(
        self,
        old: Sequence[Key],
        new: Sequence[Key],
        old_begins: Set[int],
        new_begins: Set[int],
    ) -> None:
        self._old, self._new = old, new
        self._old_begins, self._new_begins = old_begins, new_begins
        self._there: set[int] = set()
        self._here: set[int] = set()

    def take(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Take the pairs that are still free, and return them."""
        taken = [(old, new) for old, new in dict.fromkeys(pairs) if self._free(old, new)]
        self._there.update(old for old, _ in taken)
        self._here.update(new for _, new in taken)
        return taken

    def grow(self, seeds: Sequence[Pair], near: bool) -> list[Pair]:
        """Take the equal neighbours of pairs, on and on in both directions, and return them.

        Where the one before and the one after would have different units, neither has them: they
        are left to the words around. `near` stays within paragraphs.
        """
        forward = self._grown(sorted(seeds), 1, near)
        backward = self._grown(sorted(seeds, reverse=True), -1, near)
        return self.take([*_agreed(forward, backward), *_agreed(backward, forward)])

    def _grown(self, seeds: Iterable[Pair], step: int, near: bool) -> dict[int, int]:
        grown: dict[int, int] = {}
        given: set[int] = set()
        for seed in seeds:
            old, new = seed[0] + step, seed[1] + step
            while old not in grown and new not in given and self._fit(old, new, step, near):
                grown[old] = new
                given.add(new)
                old, new = old + step, new + step
        return grown

    def _fit(self, old: int, new: int, step: int, near: bool) -> bool:
        if not self._free(old, new) or self._old[old] != self._new[new]:
            return False
        late = max(0, -step)  # going back, it is the one just left that may begin a paragraph
        return not near or (
            old + late not in self._old_begins and new + late not in self._new_begins
        )

    def _free(self, old: int, new: int) -> bool:
        inside = 0 <= old < len(self._old) and 0 <= new < len(self._new)
        return inside and old not in self._there and new not in self._here


def _agreed(pairs: dict[int, int], others: dict[int, int]) -> Iterator[Pair]:
    """Yield the pairs of whose units those of the other direction say nothing else."""
    given = set(others.values())
    for old, new in pairs.items():
        if others[old] == new if old in others else new not in given:
            yield old, new
