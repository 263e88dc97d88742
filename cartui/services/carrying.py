"""Carrying comments on to a new version of a draft: one landing for every place, none dropped."""

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from cartui.anchoring.landing import Landings
from cartui.anchoring.prose import Span
from cartui.anchoring.reanchor import align, land
from cartui.anchoring.standing import Standing
from cartui.anchoring.watching import Watch
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Place
from cartui.model.passages import Passage
from cartui.services.joined import Joined
from cartui.services.passages import Quoted, quoted
from cartui.services.quotes import Quotes

K = TypeVar("K")
T = TypeVar("T")
CHAIN = "chain"
"""How a place came about that only leads on from one guess to the next: a person looks at it."""


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
    texts = before.text, before.cuts, after.text, after.cuts
    known = _LANDED.get(texts, {})
    if missing := [place for place in places if place not in known]:
        found = _found(before, after, missing, watch)
        known = {**known, **dict(zip(missing, found, strict=True))}
        with _LOCK:
            _remember(_LANDED, texts, known, 8)
    return [known[place] for place in places]


def _found(
    before: Joined, after: Joined, places: Sequence[Place], watch: Watch | None
) -> list[Landing]:
    at_home = [place for place in places if before.has(place)]
    spans = [before.span(place.block, place.start, place.end) for place in at_home]
    standings = iter(_carried(before, after, spans, watch) if spans else ())
    quotes = Quotes(after)
    return [
        landing_of(place, after, next(standings) if before.has(place) else quotes.find(place))
        for place in places
    ]


def landed(
    old: Mapping[str, Sequence[Block]],
    new: Sequence[Block],
    places: Sequence[Place],
    guesses: Mapping[str, Place],
    watch: Watch | None = None,
) -> list[Landing]:
    """Return a landing for each place, from whatever versions they are; `old` has their blocks.

    `guesses` are later places, by comment, that only the machine was certain of. Where the way
    from what a person confirmed ends in doubt, such a place tells where to look, and no more.

    Raises:
        cartui.anchoring.watching.Stopped: `watch` returned False.
    """
    found = _by_version(old, new, places, watch)
    doubtful = [at for at, each in enumerate(found) if each.state not in _CERTAIN]
    again = [at for at in doubtful if places[at].comment in guesses]
    begins = [_as_it_stands(guesses[places[at].comment], old) for at in again]
    looks = _by_version(old, new, begins, watch)
    for at, look in zip(again, looks, strict=True):
        if look.state in _CERTAIN:
            passage = Passage(look.found.block, look.found.start, look.found.end)
            found[at] = Landing(
                found=_kept(places[at], passage),
                state=Anchored.UNSURE,
                confidence=found[at].confidence,
                how=CHAIN,
            )
    return found


def _as_it_stands(place: Place, old: Mapping[str, Sequence[Block]]) -> Place:
    """Return a link of the chain with the words that stand there, not those it was said of."""
    blocks = old.get(place.version, ())
    if place.how != CHAIN or place.block >= len(blocks):
        return place
    return replace(place, quote=blocks[place.block].text[place.start : place.end])


def _by_version(
    old: Mapping[str, Sequence[Block]],
    new: Sequence[Block],
    places: Sequence[Place],
    watch: Watch | None,
) -> list[Landing]:
    found: dict[int, Landing] = {}
    for version in dict.fromkeys(place.version for place in places):
        mine = [at for at, place in enumerate(places) if place.version == version]
        landings = carry(old.get(version, ()), new, [places[at] for at in mine], watch)
        found.update(zip(mine, landings, strict=True))
    return [found[at] for at in range(len(places))]


def _carried(
    old: Joined, new: Joined, spans: Sequence[Span], watch: Watch | None
) -> list[Standing]:
    """Return where spans stand; how the last texts lie beside one another is known from then on."""
    texts = old.text, new.text
    landings = _KEPT.get(texts) or align(*texts, watch)
    with _LOCK:
        _remember(_KEPT, texts, landings, 2)
    return land(landings, spans, watch)


def _remember(kept: dict[K, T], texts: K, what: T, most: int) -> None:
    while len(kept) >= most and texts not in kept:
        kept.pop(next(iter(kept)))
    kept[texts] = what


def landing_of(place: Place, new: Joined, standing: Standing) -> Landing:
    """Return where a place has gone in a new text; what is not sure keeps its quote."""
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


_CERTAIN = frozenset({Anchored.EXACT, Anchored.MOVED})
_LOCK = Lock()
_KEPT: dict[tuple[str, str], Landings] = {}
"""The last texts that were aligned: what is private is carried anew whenever it is read."""
_LANDED: dict[tuple[str, tuple[int, ...], str, tuple[int, ...]], dict[Place, Landing]] = {}
"""Where places of the last texts went: what another thread found out is not worked out again."""
