"""Units that were moved and changed: searched among what nothing in the old text has claimed.

This is what refuses a look-alike of a deleted passage: it stands there for a passage of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from cartui.anchoring.alignment import ELSEWHERE, NOWHERE, Alignment
from cartui.anchoring.gaps import carry_words
from cartui.anchoring.likeness import in_common
from cartui.anchoring.prose import Span

_ALIKE = 0.5
"""What two units must have in common, of what they weigh, to be taken for one another."""
_FREE = 0.5
"""The part of a unit that must be unclaimed."""
_TOO_COMMON = 50
"""Units with a word from which on the word points nowhere."""
_TRIED = 5


def carry_elsewhere(found: Alignment) -> None:
    """Carry units to their likeliest free counterpart anywhere in the new text, the best first."""
    old = _free(found.old.units, found.to, found.old_weights)
    new = _free(found.new.units, found.came, found.new_weights)
    taken: set[int] = set()
    given: set[int] = set()
    for _, one, other in sorted(_alike(found, old, new)):
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
            _carry(found, found.old.units[one], found.new.units[other])


def _free(units: Sequence[Span], to: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the units of which the greater part is unclaimed."""
    found = []
    for index, (first, end) in enumerate(units):
        free = sum(weights[word] for word in range(first, end) if to[word] == NOWHERE)
        if free > _FREE * sum(weights[first:end]):
            found.append(index)
    return found


def _alike(
    found: Alignment, old: Iterable[int], new: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Return pairs of units with enough in common, as (minus how much, the one, the other)."""
    bags = {unit: Counter(found.new.words(found.new.units[unit])) for unit in new}
    where: dict[str, list[int]] = defaultdict(list)
    for unit, bag in bags.items():
        for word in bag:
            where[word].append(unit)
    pairs = []
    for unit in old:
        bag = Counter(found.old.words(found.old.units[unit]))
        for other in _likeliest(found, bag, where):
            alike = in_common(found.weight, bag, bags[other])
            if alike >= _ALIKE:
                pairs.append((-alike, unit, other))
    return pairs


def _likeliest(found: Alignment, bag: Counter[str], where: dict[str, list[int]]) -> list[int]:
    """Return the few units that share the most with a bag of words."""
    shared: dict[int, float] = defaultdict(float)
    for word in bag:
        units = where.get(word, ())
        if len(units) <= _TOO_COMMON:
            for unit in units:
                shared[unit] += found.weight[word]
    return sorted(shared, key=lambda unit: (-shared[unit], unit))[:_TRIED] if len(bag) > 2 else []


def _carry(found: Alignment, old: Span, new: Span) -> None:
    found.let_go(range(*old))
    carry_words(found, range(*old), range(*new), ELSEWHERE)
