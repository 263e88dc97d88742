"""What a comment was said of, beside what stands at its place now."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Place
from cartui.services.worded_apart import Pieces, worded_apart


class ThenAndNow(Struct, frozen=True, kw_only=True):
    """Two wordings of one place: words that stayed, and those that went ("-") or came ("+").

    Of a lost passage `now` is the beginning of the nearest paragraph that survived, and nothing
    in it is signed. `names` say what each is; of a change that took words out `now` is empty.
    """

    then: Pieces
    now: Pieces
    names: tuple[str, str] = ("was said of", "stands now")
    says_all: bool = False
    """Whether the two say all that the comment says: those of a suggested change."""


def then_and_now(place: Place, before: Place | None, blocks: Sequence[Block]) -> ThenAndNow | None:
    """Return both wordings, None where they are the same. `before` is its place in an earlier
    version; one that asks a look still has its old quote with it.
    """
    if place.block >= len(blocks):
        return None
    text = blocks[place.block].text
    if place.state == Anchored.LOST:
        names = "was said of", "nearest now"
        return ThenAndNow(then=_all(place.quote), now=_all(text[:200]), names=names)
    doubtful = place.state == Anchored.UNSURE
    old = place.quote if doubtful else before.quote if before is not None else ""
    now = text[place.start : place.end]
    if not old or (old.split() == now.split() and not doubtful):
        return None
    pieces = worded_apart(old, now)
    return ThenAndNow(
        then=tuple(each for each in pieces if each[1] != "+"),
        now=tuple(each for each in pieces if each[1] != "-"),
    )


def _all(text: str) -> Pieces:
    return ((text, ""),)
