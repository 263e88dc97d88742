"""What stands on the terminal, cell by cell: what stands there already is not sent again.

A widget tells which of its lines may look different now; most cells of them look as they did. Over
a slow line, and on a terminal that draws slowly, each byte not sent is time. This touches what is
private to Textual 8.2; tests feed a terminal with what is left and compare it with the whole.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import compress, count, pairwise, repeat
from operator import ne

from rich.cells import get_character_cell_size
from rich.style import Style
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from screens.parts.exact_paint import ExactUpdate, Part

Cell = tuple[object, int, int, int]
"""What stands there, the number of its look, which cell of how many of it this is."""
MOST_LOOKS = 4_000
GAP = 8
"""So many cells alike are sent along between two that are not: moving there costs as much."""

single_cells = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u25fc]*").fullmatch
"""Whether each sign of a text surely takes one cell, on every terminal."""


class CellsUpdate(ExactUpdate):
    """What is left of an update: parts of lines that do not stand there yet."""


class TerminalPicture:
    """Remembers what was sent. Whoever paints past it, or hides something, has it `forget`."""

    def __init__(self) -> None:
        self._whole: dict[int, Iterable[Strip]] = {}
        self._lines: dict[int, list[Cell | None]] = {}
        self._looks: dict[Style | None, int] = {}

    def forget(self) -> None:
        """Trust nothing on the terminal: all that is painted next is sent."""
        self._whole, self._lines = {}, {}
        if len(self._looks) > MOST_LOOKS:
            self._looks.clear()

    def left_of(self, update: CompositorUpdate) -> CompositorUpdate:
        """Return what of an update is to be sent, and take it for sent."""
        if isinstance(update, ExactUpdate):
            return CellsUpdate(part for each in update.parts for part in self._unlike(*each))
        self.forget()
        if isinstance(update, LayoutUpdate) and update.region.x == 0:
            self._whole = dict(enumerate(update.strips, update.region.y))
        return update

    def _unlike(self, x: int, y: int, strip: Strip) -> list[Part]:
        line, cells = self._line(y), self._cells([strip])
        end = x + len(cells)
        line += [None] * (end - len(line))
        before, line[x:end] = line[x:end], cells
        unlike = (
            [*compress(count(), map(ne, before, cells))] if None not in cells else range(len(cells))
        )
        if not unlike:
            return []
        _break_texts(line, x, end)
        return [(x + first, y, strip.crop(first, last)) for first, last in _runs(unlike)]

    def _line(self, y: int) -> list[Cell | None]:
        if (line := self._lines.get(y)) is None:
            line = self._lines[y] = self._cells(self._whole.pop(y, ()))
        return line

    def _cells(self, strips: Iterable[Strip]) -> list[Cell | None]:
        """Return what stands in each cell; None in all where terminals do not agree on it."""
        cells: list[Cell | None] = []
        surely = True
        for segment in (segment for strip in strips for segment in strip):
            text, look = segment.text, self._look(segment.style)
            if single_cells(text):
                cells += zip(text, repeat(look), repeat(0), repeat(1), strict=False)
            else:
                size = segment.cell_length
                sizes = [get_character_cell_size(sign) for sign in text]
                surely = surely and 0 not in sizes and sum(sizes) == size
                cells += [(text, look, place, size) for place in range(size)]
        return cells if surely else [None] * len(cells)

    def _look(self, style: Style | None) -> int:
        return self._looks.setdefault(style, len(self._looks))


def _break_texts(line: list[Cell | None], first: int, end: int) -> None:
    """Know nothing more of a text that was painted over in part: half of a wide sign is none."""
    if first and (before := line[first - 1]) is not None:
        *_, place, cells = before
        if place + 1 < cells or line[first] is None:  # an accent may have gone to the cell before
            line[first - 1 - place : first] = [None] * (place + 1)
    while end < len(line) and (after := line[end]) is not None and after[2] > 0:
        line[end] = None
        end += 1


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first place and the one behind the last of each run, small gaps bridged."""
    if places[-1] - places[0] < len(places) + GAP:
        return [(places[0], places[-1] + 1)]
    firsts, lasts = [places[0]], []
    for before, place in pairwise(places):
        if place - before > GAP:
            lasts.append(before + 1)
            firsts.append(place)
    return list(zip(firsts, [*lasts, places[-1] + 1], strict=True))
