"""The heaviest run of pairs in which both numbers rise: what has kept its order."""

from bisect import bisect_left
from collections.abc import Sequence

Pair = tuple[int, int]


def heaviest_rising(pairs: Sequence[Pair], weights: Sequence[float]) -> list[Pair]:
    """Return the pairs to keep, given in order of their first number, so that the weights sum
    to the most (Jacobson and Vo, 1992, "Heaviest increasing subsequences").
    """
    ends: list[int] = []  # the second numbers at which runs end, rising
    sums: list[float] = []  # and what these runs weigh, rising as well
    last: list[int] = []
    before: list[int] = []
    for index, (_, to) in enumerate(pairs):
        at = bisect_left(ends, to)
        total = weights[index] + (sums[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        stop = at
        while stop < len(ends) and sums[stop] <= total:
            stop += 1
        if stop == at < len(ends) and ends[at] == to:
            continue
        ends[at:stop], sums[at:stop], last[at:stop] = [to], [total], [index]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
