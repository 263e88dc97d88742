"""Two versions of a draft in lines: what went and came stands in signed brackets, in its place."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from cartui.services.draft_differences import Became, Paragraph
from cartui.services.worded_apart import Pieces
from screens.parts.cells import wrap
from screens.parts.reading import Line

MARGIN = 6
READABLE = 90
_HEADING = re.compile(r"^\s*#{1,6}\s+(?=\S)")


class DifferenceLines:
    """Lines for a width; after each `made`, `starts` has the line on which each change begins.

    With `whole` paragraphs that stayed the same are shown too, else they are counted.
    """

    def __init__(self, found: Sequence[Paragraph], *, whole: bool) -> None:
        self._found = found
        self._whole = whole
        self.starts: list[int] = []

    def made(self, width: int) -> list[Line]:
        """Return the lines."""
        room = max(10, min(READABLE, width - MARGIN - 1))
        lines: list[Line] = []
        self.starts, same = [], []
        for each in self._found:
            if each.became is Became.SAME and not self._whole:
                same.append(each)
                continue
            lines += _passed_over(same, room)
            same = []
            if each.became is not Became.SAME:
                self.starts.append(len(lines))
            lines += [*_paragraph(each, room), []]
        return [*lines, *_passed_over(same, room)]


def _passed_over(same: Sequence[Paragraph], room: int) -> Iterator[Line]:
    """Yield the last heading among paragraphs that are the same, and how many they are."""
    if not same:
        return
    heading = next((each for each in reversed(same) if each.kind == "heading"), None)
    count = len(same) - (heading is not None)
    if count:
        words = "1 paragraph the same" if count == 1 else f"{count} paragraphs the same"
        yield [(" " * MARGIN + f"({words})", "muted")]
    if heading is not None:
        for line in wrap(" ".join(_plain(heading.pieces[0][0]).split()), room):
            yield [(" " * MARGIN, ""), (line, "muted")]
    yield []


def _paragraph(each: Paragraph, room: int) -> Iterator[Line]:
    number = str(each.after) if each.after else "-"
    if each.became is Became.MOVED:
        reworded = " and reworded" if any(sign for _, sign in each.pieces) else ""
        says = f"(moved here{reworded}, it was paragraph {each.before})"
        yield [(f"{number:>4}  ", "muted"), (says, "word")]
        number = ""
    bold, pieces = "", each.pieces
    if each.kind == "heading":
        (first, sign), *others = each.pieces
        bold, pieces = "name", ((_plain(first), sign), *others)
    for n, line in enumerate(_wrapped(_signed(pieces, bold), room)):
        yield [(f"{number if not n else '':>4}  ", "muted"), *line]


def _plain(heading: str) -> str:
    """Return a heading without the signs that make it one: it is told by its look."""
    return _HEADING.sub("", heading)


def _signed(pieces: Pieces, look: str) -> Iterator[tuple[str, str]]:
    """Yield single words with their look; what went and came is held by its signs."""
    for text, sign in pieces:
        held = f"[{sign}{' '.join(text.split())}{sign}]" if sign else text
        for word in held.split():
            yield word, "differs" if sign else look


def _wrapped(words: Iterator[tuple[str, str]], room: int) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for whole, look in words:
        short = len(whole) if whole.isascii() else cell_len(whole)
        for word, cells in ((whole, short),) if short <= room else _parts(whole, room):
            if used and used + 1 + cells > room:
                lines.append([])
                used = 0
            if used:
                before = lines[-1][-1][1]
                lines[-1].append((" ", look if look == before else ""))
                used += 1
            lines[-1].append((word, look))
            used += cells
    return lines


def _parts(word: str, room: int) -> list[tuple[str, int]]:
    """Return a word that is longer than a line in parts, each with its cells."""
    return [(part, cell_len(part)) for part in wrap(word, room)]
