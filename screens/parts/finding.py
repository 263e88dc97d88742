"""Finding a verb by a few letters: what the palette searches, and in which order it answers."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_NOISE = frozenset(
    [
        "a", "an", "and", "can", "do", "for", "how", "i", "in", "is", "it", "my", "of", "on",
        "or", "that", "the", "this", "to", "with",
    ]
)  # fmt: skip


def best(query: str, among: Iterable[tuple[T, str, str]]) -> list[T]:
    """Return what fits a query, best first. `among` gives (thing, its words, more words)."""
    asked = [word for word in query.lower().split() if word not in _NOISE]
    asked = asked or query.lower().split()
    scored = []
    for place, (thing, words, more) in enumerate(among):
        score = _score(asked, words.lower(), more.lower())
        if score > 0 or not asked:
            scored.append((-score, place, thing))
    return [thing for _, _, thing in sorted(scored, key=lambda found: found[:2])]


def _score(asked: Sequence[str], words: str, more: str) -> float:
    """Return how well every asked word is met; 0 if most are not."""
    own, others = words.split(), more.split()
    points = [max(_met(word, own), 0.7 * _met(word, others)) for word in asked]
    met = [point for point in points if point]
    if len(met) * 3 < len(asked) * 2:
        return 0.0
    first = 0.3 if own and asked and own[0].startswith(asked[0]) else 0.0
    return sum(met) / max(1, len(asked)) + first


def _met(word: str, among: Sequence[str]) -> float:
    best_so_far = 0.0
    for other in among:
        other = other.strip(".,:;()“”'\"?!")  # noqa: PLW2901 - the word itself is meant
        if other == word:
            return 1.0
        if other.startswith(word):
            best_so_far = max(best_so_far, 0.9 if len(word) > 1 else 0.5)
        elif len(other) > 3 and word.startswith(other[: max(4, len(other) - 2)]):
            best_so_far = max(best_so_far, 0.8)
        elif len(word) > 2 and word in other:
            best_so_far = max(best_so_far, 0.5)
        elif len(word) > 2 and _letters_in_order(word, other):
            best_so_far = max(best_so_far, 0.3)
    return best_so_far


def _letters_in_order(word: str, other: str) -> bool:
    if not other or other[0] != word[0]:
        return False
    rest = iter(other)
    return all(letter in rest for letter in word)
