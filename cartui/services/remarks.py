"""What was said of a draft, as a screen reads it: each comment with place, verdict and replies."""

from msgspec import Struct

from cartui.model.drafts import (
    Anchored,
    Answered,
    Comment,
    Place,
    Reply,
    Verdict,
)
from cartui.model.passages import Passage

_ASKS_A_LOOK = frozenset({Anchored.UNSURE, Anchored.LOST})


class Remark(Struct, frozen=True, kw_only=True):
    """A comment with all that belongs to it in one version of its draft.

    `place` is None for the whole draft. `who` is the name to show, "" if nobody is named.
    `private` marks one that only BACK shows; it is put here by the app, never by this house.
    """

    comment: Comment
    place: Place | None = None
    answered: Answered | None = None
    replies: tuple[Reply, ...] = ()
    who: str = ""
    private: bool = False

    @property
    def uid(self) -> str:
        """The comment's uid."""
        return self.comment.uid

    @property
    def state(self) -> str:
        """The verdict's word, "" while there is none."""
        return self.answered.verdict if self.answered is not None else ""

    @property
    def waits(self) -> bool:
        """Whether the author has still to answer it: no verdict yet, or put off.

        What was settled in the file it came with waits only if it is put off here.
        """
        return self.state == Verdict.LATER or (not self.state and not self.comment.resolved)

    @property
    def settled_before(self) -> bool:
        """Whether it was settled in the file it came with, and nobody has answered it since."""
        return self.comment.resolved and not self.state

    @property
    def owes_reason(self) -> bool:
        """Whether its verdict asks for a reason that was not given."""
        if self.answered is None or self.state not in set(Verdict):
            return False
        return Verdict(self.state).asks_why and not self.answered.reason

    @property
    def anchored(self) -> Anchored | None:
        """How sure its place is; None for the whole draft."""
        return Anchored(self.place.state) if self.place is not None else None

    @property
    def asks_a_look(self) -> bool:
        """Whether a person has to look where it belongs."""
        return self.place is not None and self.place.state in _ASKS_A_LOOK

    @property
    def passage(self) -> Passage | None:
        """Where it stands; None for the whole draft, and for one whose passage is lost."""
        if self.place is None or self.place.state == Anchored.LOST:
            return None
        return Passage(self.place.block, self.place.start, self.place.end)

    @property
    def nearest(self) -> Passage | None:
        """Where to look for it: its passage, or of a lost one the nearest place that survived."""
        if self.place is None or self.anchored is not Anchored.LOST:
            return self.passage
        return Passage(self.place.block, self.place.start, self.place.start)


def in_order(remark: Remark) -> tuple[int, int, int, str, str]:
    """Return the key that puts remarks in order: the whole draft first, then as the text goes."""
    place, comment = remark.place, remark.comment
    if place is None:
        return -1, 0, 0, comment.at, comment.uid
    return place.block, place.start, place.end, comment.at, comment.uid
