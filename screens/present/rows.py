"""What a leaf is made of, and how rows are set on leaves: at most 14 of at most 36 cells."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

LEAST = (60, 18)
"""The smallest window in which every leaf is whole."""
WIDE = 36
HIGH = 14


class Row(Struct, frozen=True):
    """One line of a leaf: what stands left of the text ("1", a mark), the text, how it looks."""

    text: str
    look: str = "strong"
    lead: str = ""


class Leaf(Struct, frozen=True, kw_only=True):
    """What is seen at once. `digits` are set below the rows as large as the window allows.

    The rows are at most 14, each at most 36 cells beside its lead; `centred` sets each in the
    middle, else they stand in one column. With `clocked` a clock stands below, and a word for it.
    """

    rows: tuple[Row, ...] = ()
    digits: str = ""
    centred: bool = False
    clocked: bool = False


def filled(blocks: Iterable[list[Row]], most: int, high: int = HIGH) -> list[tuple[Row, ...]]:
    """Return blocks set on leaves of `high` rows, a blank row between two, `most` on each.

    Only a block that is longer than a leaf is parted.
    """
    filled: list[list[Row]] = []
    count = 0
    for block in (part for whole in blocks for part in _parts(whole, high)):
        if filled and count < most and len(filled[-1]) + 1 + len(block) <= high:
            filled[-1] += [Row(""), *block]
            count += 1
        else:
            filled.append(list(block))
            count = 1
    return [tuple(rows) for rows in filled]


def _parts(block: list[Row], high: int) -> Iterator[list[Row]]:
    for start in range(0, len(block), high):
        yield block[start : start + high]
