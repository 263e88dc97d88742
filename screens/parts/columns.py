"""The columns of a list: how wide each is, and which give way first when there is little room."""

from collections.abc import Sequence

from msgspec import Struct

GAP = 2


class Column(Struct, frozen=True, kw_only=True):
    """One column. Widths are cells; `most` 0 means as wide as there is room.

    `share` says how much of the spare room it takes; `rank` 0 always stays, and of the others
    the highest rank gives way first. `right` aligns figures.
    """

    key: str
    title: str
    least: int
    most: int = 0
    share: int = 0
    rank: int = 0
    right: bool = False


class Place(Struct, frozen=True):
    """Where a column stands: its index among the cells of a row, and its width in cells."""

    index: int
    width: int
    column: Column


def lay_out(columns: Sequence[Column], width: int) -> tuple[Place, ...]:
    """Return the columns that fit in `width` cells, from left to right, with their widths."""
    kept = list(enumerate(columns))
    while _least(kept) > width and any(column.rank for _, column in kept):
        kept.remove(max(kept, key=lambda pair: (pair[1].rank, pair[0])))
    widths = {index: column.least for index, column in kept}
    spare = width - _least(kept)
    if spare < 0 and kept:
        first = kept[0][0]
        widths[first] = max(1, widths[first] + spare)
    _share_out(kept, widths, spare)
    return tuple(Place(index, widths[index], column) for index, column in kept)


def _least(kept: Sequence[tuple[int, Column]]) -> int:
    return sum(column.least for _, column in kept) + GAP * max(0, len(kept) - 1)


def _share_out(kept: Sequence[tuple[int, Column]], widths: dict[int, int], spare: int) -> None:
    takers = [(index, column) for index, column in kept if column.share]
    while spare > 0 and takers:
        for index, column in takers:
            step = min(column.share, spare)
            if column.most:
                step = min(step, column.most - widths[index])
            widths[index] += step
            spare -= step
        takers = [(i, c) for i, c in takers if not c.most or widths[i] < c.most]
