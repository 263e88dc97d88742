"""The clock that the whole room sees: how long is left, in digits and words; never an overrun."""

from datetime import datetime
from math import ceil

from msgspec import Struct

from cartui.services.critique_words import critique_words

SOON, LAST = 0.2, 0.05
"""The shares of its time that are left when a step is coming to an end, and at its last words."""


class PublicClock(Struct, frozen=True, kw_only=True):
    """How long a step has, in seconds, and when that ends: an instant in UTC (ISO 8601).

    With no instant the clock stands, and `left` seconds are left.
    """

    whole: float
    left: float
    ends: str = ""

    def seconds_left(self, now: datetime) -> float:
        """Return how many seconds are left at `now`, an aware instant; never fewer than none.

        Never more than the whole either: a machine whose clock was set back has gained no time.
        """
        left = self.left
        if self.ends:
            left = datetime.fromisoformat(self.ends).timestamp() - now.timestamp()
        return max(0.0, min(left, self.whole))


class Reading(Struct, frozen=True, kw_only=True):
    """What a clock says at a moment. `look` is the kind of its colour: "", soon, last or over."""

    digits: str
    words: str = ""
    look: str = ""


def reading(clock: PublicClock, now: datetime) -> Reading:
    """Return what the room sees of a clock: minutes and seconds, and a word for what is left."""
    left, words = clock.seconds_left(now), critique_words()
    seconds = ceil(left - 1e-6)
    digits = f"{seconds // 60:02}:{seconds % 60:02}"
    if left <= 0:
        return Reading(digits=digits, words=words.over, look="over")
    share = left / clock.whole
    look = "last" if share <= LAST else "soon" if share <= SOON else ""
    said = {"last": words.last, "soon": words.soon}.get(look, "")
    return Reading(digits=digits, words=said if clock.ends else words.stands, look=look)
