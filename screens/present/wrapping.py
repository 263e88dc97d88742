"""Breaking text into short lines for the back of the room, in any script.

Lines break at blanks; between Chinese and Japanese signs too, though never before a closing mark or
after an opening one; a word longer than a line is broken with a hyphen. No letter is ever parted
from its accents.
"""

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from screens.parts.cells import one_line

_CLOSING, _OPENING = ("Pe", "Pf", "Po"), ("Ps", "Pi")
_LENGTHENED = "\u30fc\u3005"
"""Marks that belong to the sign before them: a long vowel, a sign said twice."""


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, every sign of it kept but blanks."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(one_line(paragraph), max(2, width))
    return lines


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for blank, piece in _pieces(text):
        joined = line + blank + piece if line else piece
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = _broken(piece, width)
        yield from full
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may not be parted, each with the blank before it, if any."""
    for number, word in enumerate(text.split()):
        blank, piece = " " if number else "", ""
        for sign in _signs(word):
            if piece and _may_part(piece, sign):
                yield blank, piece
                blank, piece = "", ""
            piece += sign
        yield blank, piece


def _signs(text: str) -> Iterator[str]:
    if text.isascii():
        yield from text
        return
    for start, stop, _ in split_graphemes(text)[0]:
        yield text[start:stop]


def _may_part(before: str, after: str) -> bool:
    if _never_first(after[0]) or unicodedata.category(before[-1]) in _OPENING:
        return False
    return _stands_alone(before[-1]) or _stands_alone(after[0])


def _never_first(sign: str) -> bool:
    small = "LETTER SMALL" in unicodedata.name(sign, "") and not sign.isascii()
    kana = small and unicodedata.east_asian_width(sign) == "W"
    return kana or sign in _LENGTHENED or unicodedata.category(sign) in _CLOSING


def _stands_alone(sign: str) -> bool:
    """Whether a line may break beside a sign: ideographs and kana; Korean is written in words."""
    if unicodedata.east_asian_width(sign) not in "WF":
        return False
    return (
        not unicodedata.name(sign, "").startswith("HANGUL") and unicodedata.category(sign) != "So"
    )


def _broken(word: str, width: int) -> list[str]:
    """Return a word in pieces that fit, with hyphens if it is made of letters."""
    if cell_len(word) <= width:
        return [word]
    hyphen = "-" if all(sign.isalpha() or unicodedata.combining(sign) for sign in word) else ""
    pieces, piece = [], ""
    for sign in _signs(word):
        if piece and cell_len(piece + sign + hyphen) > width:
            pieces.append(piece + hyphen)
            piece = ""
        piece += sign
    return [*pieces, piece]
