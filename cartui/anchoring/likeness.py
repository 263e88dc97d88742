"""How much two bags of words have in common."""

from collections import Counter
from collections.abc import Mapping


def in_common(weight: Mapping[str, float], one: Counter[str], other: Counter[str]) -> float:
    """Return what two bags of words have in common, of what they weigh, from 0 to 1 (Dice)."""
    both, left, right = (
        sum(weight[word] * count for word, count in bag.items())
        for bag in (one & other, one, other)
    )
    return 2 * both / (left + right)
