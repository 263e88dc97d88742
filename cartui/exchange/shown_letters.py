"""The letters of a block that a reader sees, each with its place: for every page that goes out."""

from collections.abc import Iterator
from itertools import pairwise

from cartui.exchange.markdown_blocks import Block

_CELL = "|"

Letter = tuple[int, str, str]
"""One letter that is shown: its offset in the block's raw text, itself, and its style."""


def shown_letters(block: Block) -> Iterator[Letter]:
    """Yield the letters of a block that are read, without the marks of Markdown."""
    styles = [""] * len(block.text)
    for start, end, style in block.spans:
        for at in range(start, min(end, len(styles))):
            styles[at] = f"{styles[at]} {style}"
    for at, letter in enumerate(block.text):
        if "hidden" not in styles[at]:
            meant = letter != "\n" or "break" in styles[at] or block.kind == "code"
            yield at, letter if meant else " ", styles[at]


def shown_rows(block: Block) -> list[list[list[Letter]]]:
    """Return the letters of each cell of a table by rows, without blanks at a cell's edges."""
    return [list(_cells(line, at)) for line, at in _rows(block)]


def _rows(block: Block) -> Iterator[tuple[str, int]]:
    """Yield the rows of a table with their places in the block; not the line under the first."""
    at = 0
    for number, line in enumerate(block.text.split("\n")):
        if number != 1:
            yield line, at
        at += len(line) + 1


def _cells(line: str, at: int) -> Iterator[list[Letter]]:
    places = [n for n, sign in enumerate(line) if sign == _CELL and line[n - 1 : n] != "\\"]
    edges = [-1, *places] if not line.lstrip().startswith(_CELL) else places
    edges = [*edges, len(line)] if not line.rstrip().endswith(_CELL) else edges
    for first, last in pairwise(edges):
        words = line[first + 1 : last]
        begin = first + 1 + len(words) - len(words.lstrip())
        end = max(begin, first + 1 + len(words.rstrip()))
        yield [
            (at + place, line[place], "")
            for place in range(begin, end)
            if line[place : place + 2] != "\\" + _CELL
        ]
