"""Units that stand verbatim in both texts: in their order, or moved as they are."""

from collections import Counter
from collections.abc import Iterable, Sequence

from cartui.anchoring.alignment import MOVED, SAME, Alignment
from cartui.anchoring.rising import Pair, heaviest_rising

Key = tuple[str, ...]


def carry_same_units(found: Alignment) -> list[Pair]:
    """Carry what stands verbatim, and return the pairs of units that have kept their order.

    Units that stand once on both sides are certain; their equal neighbours grow out of them.
    """
    old = [found.old.words(unit) for unit in found.old.units]
    new = [found.new.words(unit) for unit in found.new.units]
    once = _once(old, new)
    in_order = heaviest_rising(once, [len(old[unit]) for unit, _ in once])
    taken = _Taken(old, new)
    taken.take(in_order)
    edges = [(-1, -1)], [(len(old), len(new))]
    kept = in_order + taken.grow([*edges[0], *in_order], 1)
    kept += taken.grow([*edges[1], *reversed(in_order)], -1)
    moved = taken.take(once)
    moved += taken.grow(moved, 1) + taken.grow(moved[::-1], -1)
    for how, pairs in ((SAME, kept), (MOVED, moved)):
        for unit, other in pairs:
            found.carry_unit(found.old.units[unit], found.new.units[other], how)
    return sorted(kept)


def _once(old: Sequence[Key], new: Sequence[Key]) -> list[Pair]:
    """Return the pairs of units that stand exactly once on both sides."""
    counts = Counter(old), Counter(new)
    where = {key: index for index, key in enumerate(new)}
    return [
        (index, where[key])
        for index, key in enumerate(old)
        if counts[0][key] == 1 and counts[1][key] == 1
    ]


class _Taken:
    """Which units have found their pair."""

    def __init__(self, old: Sequence[Key], new: Sequence[Key]) -> None:
        self._old, self._new = old, new
        self._there: set[int] = set()
        self._here: set[int] = set()

    def take(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Take the pairs that are still free, and return them."""
        return [pair for pair in pairs if self._free(*pair) and self._take(*pair)]

    def grow(self, seeds: Iterable[Pair], step: int) -> list[Pair]:
        """Take the equal neighbours of pairs, on and on in one direction, and return them."""
        grown = []
        for seed in seeds:
            old, new = seed[0] + step, seed[1] + step
            while self._free(old, new) and self._old[old] == self._new[new]:
                self._take(old, new)
                grown.append((old, new))
                old, new = old + step, new + step
        return grown

    def _free(self, old: int, new: int) -> bool:
        inside = 0 <= old < len(self._old) and 0 <= new < len(self._new)
        return inside and old not in self._there and new not in self._here

    def _take(self, old: int, new: int) -> bool:
        self._there.add(old)
        self._here.add(new)
        return True
