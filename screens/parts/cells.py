"""Text measured as a terminal measures it: clipped to cells, never to characters."""

from rich.cells import cell_len, split_graphemes

from cartui.model.text import inert
from screens.parts.symbols import mark

LOOSE = " ,;:·("
"""What does not stand before an ellipsis."""


def one_line(text: str) -> str:
    """Return `text` as it may stand in a row: nothing alive in it, no line break, no tab."""
    if text.isprintable():
        return text
    return inert(text.replace("\n", " ").replace("\t", " "))


def clip(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; what is cut off ends in an ellipsis.

    A letter is never parted from its accents, nor half of a wide character shown.
    """
    text = one_line(text)
    if (len(text) if text.isascii() else cell_len(text)) <= width:
        return text
    ellipsis = mark("more")
    room = width - len(ellipsis)
    if room < 0:
        return ellipsis[:width]
    if text.isascii():
        return text[:room].rstrip(LOOSE) + ellipsis
    end = used = 0
    for _, stop, cells in split_graphemes(text)[0]:
        if used + cells > room:
            break
        end, used = stop, used + cells
    return text[:end].rstrip(LOOSE) + ellipsis


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells: clipped, or filled up with blanks."""
    text = clip(text, width)
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken at blanks where there are any."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_one(one_line(paragraph), max(1, width)))
    return lines


def _wrap_one(text: str, width: int) -> list[str]:
    if cell_len(text) <= width:
        return [text.lstrip(" ")]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _break(word, width)
        lines.extend(full)
    return [*lines, line]


def _break(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for start, stop, cells in split_graphemes(word)[0]:
        if used + cells > width and piece:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + word[start:stop], used + cells
    return [*pieces, piece]
