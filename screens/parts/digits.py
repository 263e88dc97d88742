"""Block digits for the back of a hall: 5, 7 or 9 rows high, or whole multiples of 9.

A cell of a terminal is about half as wide as high, so each point of a digit is two cells wide.
"""

from typing import Final

from screens.parts.symbols import mark

HEIGHTS: Final = (5, 7, 9)
"""The heights of the digits as drawn here, in rows."""

GAP = 2
"""Cells between two digits, before they are made larger."""

_SHAPES: Final[dict[int, dict[str, str]]] = {
    5: {
        "0": "### #.# #.# #.# ###", "1": ".#. ##. .#. .#. ###", "2": "### ..# ### #.. ###",
        "3": "### ..# ### ..# ###", "4": "#.# #.# ### ..# ..#", "5": "### #.. ### ..# ###",
        "6": "### #.. ### #.# ###", "7": "### ..# ..# ..# ..#", "8": "### #.# ### #.# ###",
        "9": "### #.# ### ..# ###", ":": ". # . # .", " ": ". . . . .",
    },
    7: {
        "0": ".###. #...# #...# #...# #...# #...# .###.",
        "1": "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
        "2": ".###. #...# ....# ...#. ..#.. .#... #####",
        "3": ".###. #...# ....# ..##. ....# #...# .###.",
        "4": "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
        "5": "##### #.... ####. ....# ....# #...# .###.",
        "6": ".###. #.... #.... ####. #...# #...# .###.",
        "7": "##### ....# ...#. ...#. ..#.. ..#.. ..#..",
        "8": ".###. #...# #...# .###. #...# #...# .###.",
        "9": ".###. #...# #...# .#### ....# ....# .###.",
        ":": ". . # . # . .", " ": ". . . . . . .",
    },
    9: {
        "0": ".###. #...# #...# #...# #...# #...# #...# #...# .###.",
        "1": "..#.. .##.. #.#.. ..#.. ..#.. ..#.. ..#.. ..#.. #####",
        "2": ".###. #...# ....# ....# ...#. ..#.. .#... #.... #####",
        "3": ".###. #...# ....# ....# ..##. ....# ....# #...# .###.",
        "4": "...#. ..##. ..##. .#.#. .#.#. #..#. ##### ...#. ...#.",
        "5": "##### #.... #.... ####. ....# ....# ....# #...# .###.",
        "6": "..##. .#... #.... #.... ####. #...# #...# #...# .###.",
        "7": "##### ....# ....# ...#. ...#. ..#.. ..#.. ..#.. ..#..",
        "8": ".###. #...# #...# #...# .###. #...# #...# #...# .###.",
        "9": ".###. #...# #...# #...# .#### ....# ....# ...#. .##..",
        ":": ". . # # . # # . .", " ": ". . . . . . . . .",
    },
}  # fmt: skip


def can_be_drawn(text: str) -> bool:
    """Whether a text has digits, colons and blanks in it and nothing else."""
    return bool(text.strip(": ")) and all(sign in _SHAPES[5] for sign in text)


def drawn(text: str, rows: int) -> list[str]:
    """Return `text` in block digits `rows` high: 5, 7 or a multiple of 9. Raises KeyError."""
    height, times = (rows, 1) if rows in HEIGHTS else (9, rows // 9)
    shapes = [_SHAPES[height][sign].split() for sign in text]
    points = [(" " * GAP * times).join(_cells(shape[y], times) for shape in shapes)
              for y in range(height)]  # fmt: skip
    return [line for line in points for _ in range(times)]


def _cells(points: str, times: int) -> str:
    full = mark("block")
    return "".join((full if point == "#" else " ") * 2 * times for point in points)


def largest(text: str, wide: int, high: int) -> list[str]:
    """Return `text` as large as it fits in `wide` cells and `high` rows; [] if even 5 do not."""
    for rows in (*range(9 * (high // 9), 9, -9), *reversed(HEIGHTS)):
        if rows <= high and len((lines := drawn(text, rows))[0]) <= wide:
            return lines
    return []
