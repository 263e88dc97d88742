"""How well re-anchoring did, passage by passage, in the figures of drafts.md."""

from typing import NamedTuple

from cartui.anchoring.standing import Standing
from cartui.anchoring.verdict import SURE

Span = tuple[int, int]


class Outcome(NamedTuple):
    """Whether a passage was found or refused rightly, silently taken for another, or shown."""

    right: bool
    silent: bool
    review: bool


class Score:
    """The shares of outcomes, 0 to 1."""

    def __init__(self) -> None:
        self.count = 0
        self._sums = [0, 0, 0]

    def add(self, outcome: Outcome) -> None:
        self.count += 1
        self._sums = [total + one for total, one in zip(self._sums, outcome, strict=True)]

    def __add__(self, other: "Score") -> "Score":
        both = Score()
        both.count = self.count + other.count
        both._sums = [one + two for one, two in zip(self._sums, other._sums, strict=True)]
        return both

    @property
    def right(self) -> float:
        return self._sums[0] / self.count

    @property
    def silent(self) -> float:
        return self._sums[1] / self.count

    @property
    def review(self) -> float:
        return self._sums[2] / self.count


def score(truth: Span | None, found: Standing) -> Outcome:
    """Return how a passage fared: right means an overlap of 0.8 and more, or rightly lost."""
    lost = found.state == "lost"
    there = (found.start, found.end)
    common = 0.0 if truth is None or lost else overlap(truth, there)
    right = lost if truth is None else common >= 0.8
    return Outcome(
        right=right,
        silent=not lost and common <= 0.1 and found.confidence >= SURE,
        review=found.confidence < SURE,
    )


def overlap(one: Span, other: Span) -> float:
    """Return what two spans have in common, of what they span together, 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)
