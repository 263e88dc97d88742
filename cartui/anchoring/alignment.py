"""Which word of the old text stands where in the new one, and by which step it was found."""

from collections.abc import Iterable
from itertools import accumulate

from cartui.anchoring.prose import Prose, Span
from cartui.anchoring.weights import word_weights

SAME, MOVED, WORDS, ELSEWHERE = "same", "moved", "words", "elsewhere"
"""A unit in its order; a unit out of it; a word in between; a unit that was moved and changed."""
NOWHERE = -1


class Alignment:
    """Two texts, and for each word of either the word it is in the other, or NOWHERE."""

    def __init__(self, old: Prose, new: Prose) -> None:
        self.old, self.new = old, new
        self.to = [NOWHERE] * len(old.keys)
        self.came = [NOWHERE] * len(new.keys)
        self.how = [""] * len(old.keys)
        weight = word_weights(old.keys, new.keys)
        self.weight = weight
        self.old_weights = [weight[key] for key in old.keys]
        self.new_weights = [weight[key] for key in new.keys]

    def carry(self, old: int, new: int, how: str) -> None:
        """Take a word of the old text for a word of the new one."""
        self.to[old], self.came[new], self.how[old] = new, old, how

    def carry_unit(self, old: Span, new: Span, how: str) -> None:
        """Take a unit for one of the same words."""
        for word, other in zip(range(*old), range(*new), strict=True):
            self.carry(word, other, how)

    def let_go(self, words: Iterable[int]) -> None:
        """Take back where these words of the old text were said to stand."""
        for word in words:
            if self.to[word] != NOWHERE:
                self.came[self.to[word]] = NOWHERE
                self.to[word] = NOWHERE

    def sums(self) -> tuple[list[float], list[int]]:
        """Return, up to each word of the new text, what the carried words before it weigh, and
        how many are new.
        """
        carried = [
            weight if came != NOWHERE else 0.0
            for weight, came in zip(self.new_weights, self.came, strict=True)
        ]
        return (
            list(accumulate(carried, initial=0.0)),
            list(accumulate((came == NOWHERE for came in self.came), initial=0)),
        )
