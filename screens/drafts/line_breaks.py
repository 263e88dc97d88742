"""Breaking a text into lines of so many cells, at blanks, or between wide characters.

No toolkit here. A text of plain narrow letters is broken by searching for blanks, so that even a
block of 50,000 words is laid out in a few milliseconds; anything else is measured line by line.
"""

import re

from rich.cells import split_graphemes

WIDE = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0512\u2010-\u2027\u2030-\u205e€]"
)
"""What may not take exactly one cell: everything but plain Latin, Greek, Cyrillic and dashes."""

NEVER_FIRST = frozenset("、。，．・！？：；）」』】〕〉》")  # noqa: RUF001 - these very signs


def broken(text: str, first: int, width: int) -> list[tuple[int, int]]:
    """Return (start, end) of each line; the first may take `first` cells, the others `width`.

    A line break in the text ends a line; the blank that a line is broken at belongs to no line.
    """
    lines: list[tuple[int, int]] = []
    start, room = 0, max(1, first)
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _break_one(text, start, end, room, max(1, width), lines)
        if end == len(text):
            return lines
        start, room = end + 1, max(1, width)


def _break_one(
    text: str, at: int, end: int, room: int, width: int, lines: list[tuple[int, int]]
) -> None:
    narrow = WIDE.search(text, at, end) is None
    while True:
        if end - at <= room and (narrow or WIDE.search(text, at, end) is None):
            lines.append((at, end))
            return
        stop = _narrow_stop(text, at, room) if narrow or _plain(text, at, room, end) else 0
        stop = stop or _wide_stop(text, at, end, room)
        if stop >= end:
            lines.append((at, end))
            return
        lines.append((at, stop))
        at, room = stop + (text[stop] == " "), width


def _plain(text: str, at: int, room: int, end: int) -> bool:
    """Whether the next line holds narrow letters only."""
    return end - at > room and WIDE.search(text, at, at + room + 1) is None


def _narrow_stop(text: str, at: int, room: int) -> int:
    """Return where a line of narrow letters ends: at the last blank, or within a long word."""
    blank = text.rfind(" ", at + 1, at + room + 1)
    return blank if blank > at else at + room


def _wide_stop(text: str, at: int, end: int, room: int) -> int:
    """Return where a line ends that is to be measured letter by letter."""
    window = text[at : min(end, at + 8 * room)]
    used, last, after_wide = 0, 0, False
    for start, stop, cells in split_graphemes(window)[0]:
        letter = window[start:stop]
        if letter == " " or (start and (after_wide or cells > 1) and letter not in NEVER_FIRST):
            last = start
        if used + cells > room:
            if letter == " ":
                return at + start
            return at + (last or start or stop)
        used, after_wide = used + cells, cells > 1
    return at + len(window)
