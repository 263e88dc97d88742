"""How much two texts say in the same words, whatever their order."""

import re
from collections import Counter

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")


def word_counts(text: str) -> Counter[str]:
    """Return how often each word occurs, without case or punctuation."""
    return Counter(_WORD.findall(text.casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the part of the words of both that they share, 0 to 1; of none at all it is 1."""
    together = one.total() + other.total()
    return 2 * (one & other).total() / together if together else 1.0
