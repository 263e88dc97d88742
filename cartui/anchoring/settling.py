"""Sentences that words of several old ones have gone into: the likest one has the first choice.

Words are compared in their order and the longest equal run goes first, whichever sentence it is
from; so a deleted sentence could take words out of a look-alike that was edited.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from cartui.anchoring.alignment import WORDS, Alignment
from cartui.anchoring.gaps import carry_words
from cartui.anchoring.likeness import in_common
from cartui.anchoring.prose import Span

_ALIKE = 0.6
"""How like a new unit the likest old one must be to have the first choice."""


def settle(found: Alignment) -> None:
    """Let the likest old unit of each new one take its words anew, and the others what is left."""
    unit_of = [index for index, unit in enumerate(found.old.units) for _ in range(*unit)]
    for unit in found.new.units:
        claims: dict[int, list[int]] = {}
        for word in found.came[slice(*unit)]:
            if word >= 0 and found.how[word] == WORDS:
                claims.setdefault(unit_of[word], []).append(word)
        if len(claims) > 1:
            _settle(found, unit, claims)


def _settle(found: Alignment, unit: Span, claims: Mapping[int, Sequence[int]]) -> None:
    bag = Counter(found.new.words(unit))
    alike = {old: _alike(found, old, bag) for old in claims}
    ranked = sorted(claims, key=lambda old: -alike[old])
    if alike[ranked[0]] < _ALIKE:
        return
    for old in ranked:
        found.let_go(claims[old])
    for old in ranked:
        carry_words(found, range(*found.old.units[old]), range(*unit), WORDS)


def _alike(found: Alignment, old: int, bag: Counter[str]) -> float:
    return in_common(found.weight, Counter(found.old.words(found.old.units[old])), bag)
