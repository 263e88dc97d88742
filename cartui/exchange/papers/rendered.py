"""One line as Markdown: its words with marks put in, and where its spots have gone."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from cartui.exchange.papers.dressing import Dressed, dressed
from cartui.exchange.papers.escapes import escapes
from cartui.exchange.papers.lines import Composed, Line, Spot, composed

_INDENT, _END, _CLOSER, _OPENER, _START, _ESCAPE = range(6)
"""In which order things stand at one place: a passage ends before marks close, begins inside."""

_MARKS = ("\\", "*", "_")


class Rendered(Struct, frozen=True):
    """Markdown, and offsets in it by spot."""

    text: str
    spots: tuple[tuple[int, Spot], ...]


def rendered(
    line: Line, *, heading: bool = False, cell: bool = False, header: bool = False, indent: int = 0
) -> Rendered:
    """Return a line as Markdown. Lines that go on in it are indented by so many blanks."""
    words = composed(line, breaks=not (heading or cell))
    marks = sorted(_put_in(words, heading, cell, header, indent))
    keys = [(at, rank) for at, rank, _ in marks]
    grown = [0, *accumulate(len(mark) for _, _, mark in marks)]
    parts, last = [], 0
    for at, _, mark in marks:
        parts += [words.text[last:at], mark]
        last = at
    return Rendered(
        "".join([*parts, words.text[last:]]),
        tuple(
            (at + grown[bisect_left(keys, (at, _END if spot.side == "end" else _START))], spot)
            for at, spot in words.spots
        ),
    )


def _put_in(
    words: Composed, heading: bool, cell: bool, header: bool, indent: int
) -> Iterator[tuple[int, int, str]]:
    """Yield what is put in: where, in which order at one place, and what."""
    text = words.text
    as_is = [(a, b) for a, b, look in words.looks if look.as_is]
    found = list(dressed(text, words.looks, links_only=heading or header))
    backslashes = set(escapes(text, heading=heading, cell=cell))
    backslashes -= {at for a, b in as_is for at in range(a, b)}
    for at in backslashes | set(_alive_beside(text, found)):
        yield at, _ESCAPE, "\\"
    for each in found:
        yield each.start, _OPENER, each.opening
        yield each.end, _CLOSER, each.closing
    for at, sign in enumerate(text):
        if sign == "\n":
            yield at, _ESCAPE, "\\"
            if indent:
                yield at + 1, _INDENT, " " * indent


def _alive_beside(text: str, found: list[Dressed]) -> Iterator[int]:
    """Yield the signs that would be alive because marks stand beside them."""
    for each in found:
        beside = (each.start - 1, each.start, each.end - 1, each.end)
        yield from (at for at in beside if at >= 0 and text[at : at + 1] in _MARKS)
        if each.opening == "[":
            yield from (at for at in range(each.start, each.end) if text[at] in "[]")
            if text[max(0, each.start - 1) : each.start] == "!":
                yield each.start - 1
