"""Units that stand verbatim in both texts: in their order, or moved as they are."""

import re
from collections import Counter
from collections.abc import Sequence

from cartui.anchoring.alignment import MOVED, SAME, Alignment
from cartui.anchoring.neighbours import Key, Neighbours
from cartui.anchoring.prose import Prose
from cartui.anchoring.rising import Pair, heaviest_rising

_BLANK = re.compile(r"\n[ \t>]*\n")


def carry_same_units(found: Alignment) -> list[Pair]:
    """Carry what stands verbatim, and return the pairs of units that have kept their order.

    Units that stand once on both sides are certain; their equal neighbours grow out of them,
    first those of the same paragraph, since a sentence goes with its paragraph.
    """
    old = [found.old.words(unit) for unit in found.old.units]
    new = [found.new.words(unit) for unit in found.new.units]
    once = _once(old, new)
    in_order = heaviest_rising(once, [len(old[unit]) for unit, _ in once])
    taken = Neighbours(old, new, _begins(found.old), _begins(found.new))
    kept = taken.take(in_order)
    moved = taken.take(once)
    kept += taken.grow(kept, near=True)
    moved += taken.grow(moved, near=True)
    kept += taken.grow([(-1, -1), *kept, (len(old), len(new))], near=False)
    moved += taken.grow(moved, near=False)
    for how, pairs in ((SAME, kept), (MOVED, moved)):
        for unit, other in pairs:
            found.carry_unit(found.old.units[unit], found.new.units[other], how)
    return sorted(kept)


def _begins(prose: Prose) -> set[int]:
    """Return the units before which there is a blank line, or nothing."""
    blank = {n for n, (first, _) in enumerate(prose.units) if _BLANK.search(prose.between(first))}
    return blank | {0, len(prose.units)}


def _once(old: Sequence[Key], new: Sequence[Key]) -> list[Pair]:
    """Return the pairs of units that stand exactly once on both sides."""
    counts = Counter(old), Counter(new)
    where = {key: index for index, key in enumerate(new)}
    return [
        (index, where[key])
        for index, key in enumerate(old)
        if counts[0][key] == 1 and counts[1][key] == 1
    ]
