"""How the lists of Home share the lines there are."""

from collections.abc import Sequence

LEAST = 2
"""A list is never less than its caption and one row."""


def shared(wants: Sequence[int], first: int, high: int) -> list[int]:
    """Return the lines each list gets of `high`, none more than it wants.

    The list numbered `first` takes what it can fill; the others share the rest row by row, so
    that each shows something. With too few lines for that the last ones are cut off.
    """
    heights = [min(want, LEAST) for want in wants]
    spare = high - sum(heights)
    if 0 <= first < len(wants):
        more = max(0, min(spare, wants[first] - heights[first]))
        heights[first] += more
        spare -= more
    while spare > 0 and any(high < want for high, want in zip(heights, wants, strict=True)):
        for at, want in enumerate(wants):
            if spare > 0 and heights[at] < want:
                heights[at] += 1
                spare -= 1
    return heights
