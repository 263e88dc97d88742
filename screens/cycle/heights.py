"""How many lines each card of a column takes: a title is whole where there is room to spare."""

from collections.abc import Callable, Sequence

from screens.cycle.card_lines import title_lines
from screens.cycle.picture import CardFace
from screens.cycle.widths import Slice

AIRY = 30
MOST = 5
WORDY = 12


def pitch(
    place: Slice, cards: Sequence[str], face: Callable[[str], CardFace], lines: int, *, dense: bool
) -> int:
    """Return the lines that each card of a column takes, a blank line between cards included.

    `lines` are those of the column below its head. Faces are asked for only while all cards fit.
    """
    plain = 1 if place.is_rail or dense else 3 if lines >= AIRY else 2
    rest = _rest(place)
    if dense or place.width < WORDY or len(cards) * (2 + rest) > lines + 1:
        return plain
    need = max(
        (title_lines(face(uid), place.width, rail=place.is_rail) for uid in cards), default=1
    )
    for title in range(min(MOST, need), 1, -1):
        if len(cards) * (title + rest) <= lines + 1:
            return title + rest
    return plain


def lines_of_title(place: Slice, each: int) -> int:
    """Return how many lines a title has on cards that take `each` lines."""
    return max(1, each - _rest(place))


def _rest(place: Slice) -> int:
    """What a tall card takes beside its title: a blank line, and on a whole card what is known."""
    return 1 if place.is_rail else 2
