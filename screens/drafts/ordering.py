"""The orders in which comments are gone through. No toolkit here.

Whatever the order, a place that somebody has to look at comes first in it, and stays there until
the view is made anew: a row does not run away from under the hand that has just put it right.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from cartui.model.drafts import Anchored
from cartui.services.draft_words import lenses
from cartui.services.remarks import Remark, in_order


class Sorting(StrEnum):
    """What the comments stand in the order of."""

    TEXT = "the text"
    LENS = "the lens"
    WHO = "who said it"


def sorted_by(sorting: Sorting, remarks: Iterable[Remark], first: Collection[str]) -> list[Remark]:
    """Return comments in this order, those of `first` (uids) before all others."""
    lens_at = {word.id: at for at, word in enumerate(lenses())}

    def rank(remark: Remark) -> tuple[bool, int, str]:
        comment, first_of_all = remark.comment, remark.uid not in first
        if sorting is Sorting.LENS:
            unnamed = not comment.lens
            return first_of_all, lens_at.get(comment.lens, len(lens_at) + unnamed), comment.lens
        who = remark.who.casefold() if sorting is Sorting.WHO else ""
        return first_of_all, not who if sorting is Sorting.WHO else 0, who

    return sorted(remarks, key=lambda remark: (*rank(remark), *in_order(remark)))


def place_words(remarks: Iterable[Remark]) -> str:
    """Return how the places of comments stand, "" where none of them asks a look."""
    states = [remark.place.state for remark in remarks if remark.place is not None]
    unsure, lost = states.count(Anchored.UNSURE), states.count(Anchored.LOST)
    if not unsure + lost:
        return ""
    return f"{len(states) - unsure - lost} kept, {unsure} to check, {lost} lost"
