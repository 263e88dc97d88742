"""Carrying comments on to a new version of a draft: one landing for every place, none dropped."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.anchoring.landing import Landings
from cartui.anchoring.prose import Span
from cartui.anchoring.reanchor import align, land
from cartui.anchoring.standing import Standing
from cartui.anchoring.watching import Watch
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Place
from cartui.services.joined import Joined
from cartui.services.passages import Passage, Quoted, quoted
from cartui.services.quotes import Quotes


class Landing(Struct, frozen=True, kw_only=True):
    """Where a comment stands in the new version, and how sure that is.

    For an unsure or lost one `found` has the place in the new version, but the old quote and what
    stood around it: they are kept until a person confirms the new ones.
    """

    found: Quoted
    state: Anchored
    confidence: float
    how: str


def carry(
    old: Sequence[Block],
    new: Sequence[Block],
    places: Sequence[Place],
    watch: Watch | None = None,
) -> list[Landing]:
    """Return a landing for each place of the old version, in the order given.

    All are carried in one go (`cartui.anchoring`). What is sure has the words that stand there
    now; unsure and lost ones keep the old quote, lost ones at the nearest place that survived.
    A place whose quote does not stand in the old version, or without old blocks, is found by its
    quote alone.

    Raises:
        cartui.anchoring.watching.Stopped: `watch` returned False.
    """
    before, after = Joined(old), Joined(new)
    at_home = [place for place in places if before.has(place)]
    spans = [before.span(place.block, place.start, place.end) for place in at_home]
    standings = iter(_carried(before, after, spans, watch) if spans else ())
    quotes = Quotes(after)
    return [
        _landing(place, after, next(standings) if before.has(place) else quotes.find(place))
        for place in places
    ]


def _carried(
    old: Joined, new: Joined, spans: Sequence[Span], watch: Watch | None
) -> list[Standing]:
    texts = old.text, new.text
    if (landings := _KEPT.get(texts)) is None:
        landings = align(*texts, watch)
        while len(_KEPT) >= _AT_MOST:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[texts] = landings
    return land(landings, spans, watch)


def _landing(place: Place, new: Joined, standing: Standing) -> Landing:
    passage = new.passage(standing.start, standing.end)
    state = standing.state
    if state is Anchored.LOST:
        passage = Passage(passage.block, 0, 0)
    elif state is not Anchored.UNSURE and not _whole(passage, standing):
        state = Anchored.UNSURE
    certain = state in (Anchored.EXACT, Anchored.MOVED)
    return Landing(
        found=quoted(new.blocks, passage) if certain else _kept(place, passage),
        state=state,
        confidence=standing.confidence,
        how=standing.how,
    )


def _whole(passage: Passage, standing: Standing) -> bool:
    """Whether most of where it stands is in one block: a sentence that became a list is not."""
    return passage.end - passage.start >= 0.8 * (standing.end - standing.start)


def _kept(place: Place, passage: Passage) -> Quoted:
    """Return a place in the new version with the old quote and what stood around it."""
    return Quoted(
        block=passage.block,
        start=passage.start,
        end=passage.end,
        quote=place.quote,
        before=place.before,
        after=place.after,
        headings=place.headings,
        block_hash=place.block_hash,
    )


_AT_MOST = 2
_KEPT: dict[tuple[str, str], Landings] = {}
"""The last texts that were aligned: what is private is carried anew whenever it is read."""
