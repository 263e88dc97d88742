"""Passages without a word, such as a dash or a rule: beside the words they stood beside."""

from bisect import bisect_left
from typing import NamedTuple

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.prose import Span


class Found(NamedTuple):
    """Where something stands in the new text, and how sure that is, 0 to 1."""

    place: Span
    sure: float


def signs(found: Alignment, passage: Span) -> Found | None:
    """Return where signs stand, None if they do not. They are sure between the same two words."""
    after = bisect_left(found.old.starts, passage[1])
    quote, here = found.old.text[slice(*passage)], found.old.between(after)
    lead = passage[0] - (found.old.ends[after - 1] if after else 0)
    gaps = _gaps(found, after)
    sure = 1.0 if len(gaps) == 2 and gaps[0] == gaps[1] else 0.6
    for gap in gaps:
        there = found.new.between(gap)
        at = lead if there == here else there.find(quote)
        if at >= 0:
            start = (found.new.ends[gap - 1] if gap else 0) + at
            return Found((start, start + len(quote)), sure)
    return None


def _gaps(found: Alignment, after: int) -> list[int]:
    """Return the words of the new text before which the signs should stand, going by the word
    before them and by the one after them.
    """
    gaps = []
    if after == 0 or found.to[after - 1] != NOWHERE:
        gaps.append(found.to[after - 1] + 1 if after else 0)
    if after == len(found.to):
        gaps.append(len(found.came))
    elif found.to[after] != NOWHERE:
        gaps.append(found.to[after])
    return gaps
