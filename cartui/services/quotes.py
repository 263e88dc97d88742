"""Places found by their quote alone, where the version they were made in is not at hand."""

from cartui.anchoring.standing import Standing
from cartui.model.drafts import Anchored, Place
from cartui.services.joined import Joined

_MOST = 100
"""Places of one quote that are compared."""


class Quotes:
    """A new version in which quotes are looked up."""

    def __init__(self, new: Joined) -> None:
        self._new = new

    def find(self, place: Place) -> Standing:
        """Return where the quote of a place stands: exact if it does so once, unsure at the
        likeliest of several, and lost if nowhere, at the block that has its number.
        """
        found = self._all(place.quote)
        if not found:
            at, _ = self._new.span(min(place.block, max(0, len(self._new.blocks) - 1)), 0, 0)
            return Standing(start=at, end=at, state=Anchored.LOST, confidence=0.0, how="nearest")
        at = max(found, key=lambda each: self._likeness(place, each))
        once = len(found) == 1
        return Standing(
            start=at,
            end=at + len(place.quote),
            state=Anchored.EXACT if once else Anchored.UNSURE,
            confidence=0.9 if once else 0.5,
            how="quote",
        )

    def _all(self, quote: str) -> list[int]:
        found: list[int] = []
        at = self._new.text.find(quote) if quote else -1
        while at >= 0 and len(found) < _MOST:
            found.append(at)
            at = self._new.text.find(quote, at + 1)
        return found

    def _likeness(self, place: Place, at: int) -> int:
        """Return how many characters around a place agree with what stood around the quote."""
        text = self._new.text
        end = at + len(place.quote)
        before = text[max(0, at - len(place.before)) : at]
        after = text[end : end + len(place.after)]
        return _alike(before[::-1], place.before[::-1]) + _alike(after, place.after)


def _alike(one: str, other: str) -> int:
    """Count the characters two texts begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
