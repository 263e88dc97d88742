"""Carrying comments on to a new version of a draft: one landing for every place, none dropped."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Place
from cartui.services.passages import Passage, Quoted, quoted
from cartui.services.survivors import longest_rising, same_blocks


class Landing(Struct, frozen=True, kw_only=True):
    """Where a comment stands in the new version, and how sure that is.

    For an unsure or lost one `found` has the place in the new version, but the old quote and what
    stood around it: they are kept until a person confirms the new ones.
    """

    found: Quoted
    state: Anchored
    confidence: float
    how: str


def carry(old: Sequence[Block], new: Sequence[Block], places: Sequence[Place]) -> list[Landing]:
    """Return a landing for each place of the old version, in the order given.

    A passage in a block that stands unchanged, or verbatim exactly once, is exact, or moved if
    its block changed its order. Otherwise it is unsure where its words stand more than once, and
    lost where they do not stand at all, at the nearest block that survived; both keep the old
    quote. Without old blocks the quotes alone decide.
    """
    ground = _Ground(old, new)
    return [ground.land(place) for place in places]


class _Ground:
    """The new version, and which of its blocks are blocks of the old one."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self._old, self._new = old, new
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for block in new:
            self._starts.append(length)
            parts.append(block.text)
            length += len(block.text) + 1
        self._text = "\0".join(parts)
        self._same = same_blocks(old, new)
        order = longest_rising(sorted(self._same.items()))
        self._anchors = sorted(order)

    def land(self, place: Place) -> Landing:
        """Return where one place has gone."""
        if (block := self._same.get(place.block)) is not None and self._is_at_home(place):
            return self._sure(place, Passage(block, place.start, place.end), "block")
        found = self._all(place.quote)
        if len(found) == 1:
            return self._sure(place, found[0], "quote")
        near = self._nearest(place.block)
        if found:
            best = max(found, key=lambda each: self._likeness(place, each))
            return _kept(place, best, Anchored.UNSURE, 0.5, "quote")
        return _kept(place, Passage(near, 0, 0), Anchored.LOST, 0.0, "nearest")

    def _is_at_home(self, place: Place) -> bool:
        """Whether the quote is what stands at its place; the quote of a lost one is not."""
        return self._old[place.block].text[place.start : place.end] == place.quote

    def _sure(self, place: Place, passage: Passage, how: str) -> Landing:
        before, after = self._around(place.block)
        in_order = before <= passage.block <= after
        state = Anchored.EXACT if in_order else Anchored.MOVED
        sure = 1.0 if how == "block" else 0.9
        return Landing(found=quoted(self._new, passage), state=state, confidence=sure, how=how)

    def _all(self, quote: str) -> list[Passage]:
        """Return where a quote stands verbatim, at most a hundred places."""
        found: list[Passage] = []
        at = self._text.find(quote) if quote else -1
        while at >= 0 and len(found) < 100:
            block = bisect_left(self._starts, at + 1) - 1
            start = at - self._starts[block]
            found.append(Passage(block, start, start + len(quote)))
            at = self._text.find(quote, at + 1)
        return found

    def _around(self, old: int) -> tuple[int, int]:
        """Return the new blocks between which an old block would stand, were nothing moved."""
        at = bisect_left(self._anchors, (old, -1))
        before = self._anchors[at - 1][1] if at else 0
        after = self._anchors[at][1] if at < len(self._anchors) else len(self._new) - 1
        return before, after

    def _nearest(self, old: int) -> int:
        before, _after = self._around(old)
        return max(0, min(before, len(self._new) - 1))

    def _likeness(self, place: Place, passage: Passage) -> tuple[int, int]:
        """Return how well what stands around a passage agrees, and how near it is."""
        text = self._new[passage.block].text
        before, after = text[: passage.start], text[passage.end :]
        agrees = _alike(before[::-1], place.before[::-1]) + _alike(after, place.after)
        return agrees, -abs(passage.block - self._nearest(place.block))


def _kept(place: Place, passage: Passage, state: Anchored, confidence: float, how: str) -> Landing:
    """Return a landing that keeps the old quote and what stood around it."""
    found = Quoted(
        block=passage.block,
        start=passage.start,
        end=passage.end,
        quote=place.quote,
        before=place.before,
        after=place.after,
        headings=place.headings,
        block_hash=place.block_hash,
    )
    return Landing(found=found, state=state, confidence=confidence, how=how)


def _alike(one: str, other: str) -> int:
    """Count the characters two texts begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
