"""How wide each column of a board is: all alike where there is room, else one wide among rails."""

from msgspec import Struct

ALIKE = 20
FOCUS = 40
LEAST = 30
RAIL = 5
FULL_CARD = 16


class Slice(Struct, frozen=True):
    """Where a column stands: its first cell and its width without the bar at its right."""

    x: int
    width: int

    @property
    def is_rail(self) -> bool:
        """Whether the column is too narrow for whole cards."""
        return self.width < FULL_CARD


def slices(count: int, width: int, focus: int) -> list[Slice]:
    """Return the place of each of `count` columns in `width` cells, `focus` being the wide one."""
    if not count:
        return []
    alike = width // count
    rail = alike if alike >= ALIKE else min(alike, _rail(width, max(1, count - 1)))
    extra = width - rail * count
    found, x = [], 0
    for index in range(count):
        taker = count - 1 if rail == alike >= ALIKE else focus
        whole = rail + (extra if index == taker else 0)
        bar = 0 if index == count - 1 else 1
        found.append(Slice(x, max(1, whole - bar)))
        x += whole
    return found


def _rail(width: int, others: int) -> int:
    """Return the width of each of the others; whole cards if the wide one can spare as much."""
    rail = (width - FOCUS) // others
    whole = FULL_CARD + 1
    if rail < whole <= (width - LEAST) // others:
        return whole
    return max(RAIL, rail)
