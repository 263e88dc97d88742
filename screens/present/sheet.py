"""Where everything stands on a page for the room: the leaf in the middle, little around it."""

from msgspec import Struct
from rich.cells import cell_len

from cartui.services.public_clock import Reading
from screens.parts.cells import clip, one_line, wrap
from screens.parts.digits import HEIGHTS, largest
from screens.present.rows import LEAST, Leaf, Row

HEAD, FEET = 2, 2
"""Rows above the leaf and below it."""
NARROW = (
    "This window is too small for the room.",
    "Please widen it to {} by {} (now {} by {}), or make the letters smaller: Ctrl and -",
)

Painted = tuple[int, str, str]
"""A stretch of a line: its first cell, its text, its look."""
Laid = dict[int, list[Painted]]
"""What stands on each line that is not empty."""


class Sheet(Struct, frozen=True):
    """What is shown: a leaf, or a blank page for None.

    `title` stands above it, `foot` and `corner` below, `hint` over the foot; `clock` is what the
    clock of a clocked leaf says, and there the corner stands above.
    """

    leaf: Leaf | None = None
    title: str = ""
    foot: str = ""
    corner: str = ""
    hint: str = ""
    clock: Reading | None = None


def laid_out(sheet: Sheet, wide: int, high: int) -> Laid:
    """Return what stands where in a window of this size."""
    if (leaf := sheet.leaf) is None:
        return {}
    if wide < LEAST[0] or high < LEAST[1]:
        return _too_small(wide, high)
    laid = {0: _head(sheet, wide), high - 1: _feet(sheet, wide)}
    if sheet.hint:
        laid[high - 2] = [_middle(sheet.hint, wide, "muted")]
    room = high - HEAD - FEET
    below = [*_digits(leaf, wide - 4, room), *_clock(sheet, wide - 4, room)]
    top = HEAD + max(0, room - len(leaf.rows) - len(below)) // 2
    place = _column(leaf, wide)
    for y, row in enumerate(leaf.rows, top):
        laid[y] = [_middle(row.text, wide, row.look)] if leaf.centred else _beside(row, place)
    for y, row in enumerate(below, top + len(leaf.rows)):
        laid[y] = [_middle(row.text, wide, row.look)]
    return laid


def _digits(leaf: Leaf, wide: int, high: int) -> list[Row]:
    if not leaf.digits:
        return []
    between = [Row("")] if leaf.rows else []
    lines = largest(leaf.digits, wide, high - len(leaf.rows) - len(between))
    return [*between, *(Row(line, "lead") for line in lines)]


def _clock(sheet: Sheet, wide: int, high: int) -> list[Row]:
    """Return the digits of a clock, 5, 7 or 9 rows by the room there is, and the word for it."""
    if sheet.leaf is None or not sheet.leaf.clocked or sheet.clock is None:
        return []
    room = min(HEIGHTS[-1], high - len(sheet.leaf.rows) - 2)
    lines = largest(sheet.clock.digits, wide, room)
    look = sheet.clock.look or "lead"
    return [Row(""), *(Row(line, look) for line in lines), Row(sheet.clock.words)]


def _head(sheet: Sheet, wide: int) -> list[Painted]:
    title = clip(one_line(sheet.title), wide - 24)
    corner = [_corner(sheet, wide)] if sheet.clock is not None else []
    return [(0, " PRESENT ", "stage"), _middle(title, wide, "title"), *corner]


def _feet(sheet: Sheet, wide: int) -> list[Painted]:
    corner = [_corner(sheet, wide)] if sheet.clock is None else []
    return [(1, sheet.foot, "muted"), *corner]


def _corner(sheet: Sheet, wide: int) -> Painted:
    return (wide - cell_len(sheet.corner) - 1, sheet.corner, "muted")


def _column(leaf: Leaf, wide: int) -> int:
    """Return the first cell of the texts of a leaf: it stands in the middle as one."""
    widest = max((cell_len(row.text) for row in leaf.rows), default=0)
    return (wide - widest) // 2 + (2 if any(row.lead for row in leaf.rows) else 0)


def _beside(row: Row, place: int) -> list[Painted]:
    lead = row.lead.strip()
    text = (place, row.text, row.look)
    return [(place - 3 - cell_len(lead), lead, "lead"), text] if lead else [text]


def _middle(text: str, wide: int, look: str) -> Painted:
    return (max(0, (wide - cell_len(text)) // 2), text, look)


def _too_small(wide: int, high: int) -> dict[int, list[Painted]]:
    words = f"{NARROW[0]}\n{NARROW[1].format(*LEAST, wide, high)}"
    lines = wrap(words, max(1, wide - 2))
    return {y: [(1, line, "strong" if y == 0 else "")] for y, line in enumerate(lines)}
