"""How much each word says: long and rare words much, short and common ones little."""

from collections import Counter
from collections.abc import Iterable
from math import log

from cartui.anchoring.words import is_link

_FULL = 6
"""From this many letters on a word weighs its full weight."""
_LINK = 0.1


def word_weights(*texts: Iterable[str]) -> dict[str, float]:
    """Return what each word of the texts weighs, above 0 and at most 1; no list of any language."""
    counts = Counter(word for words in texts for word in words)
    return {word: _weight(word, count) for word, count in counts.items()}


def _weight(word: str, count: int) -> float:
    if is_link(word):
        return _LINK
    return min(len(word), _FULL) / _FULL / (1 + 0.25 * log(max(count, 2) / 2))
