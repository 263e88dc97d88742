"""A list as it was brought: rows of clean cells that still know their line in the file."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from cartui.exchange.decoding import Unreadable, decode, refuse_what_is_no_list
from cartui.exchange.delimiters import choose_delimiter, said_delimiter
from cartui.exchange.headings import find_headings
from cartui.exchange.safe_cells import unguard
from cartui.model.text import clean

# No text may hold it (NUL is refused first), so a row of it alone proves that every quote closed.
_END = "\0"


class Sheet(Struct, frozen=True, kw_only=True):
    """The rows below the headings, all of one width, without blank rows or empty last columns.

    `lines` holds the first line of each row in the file, counted from 1; `delimiter` is "" for
    one column. `headings` is empty, or as wide as the rows.
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    encoding: str
    delimiter: str
    has_headings: bool
    headings: tuple[str, ...]
    headings_line: int = 0


def read_sheet(raw: bytes | str) -> Sheet:
    """Return a file's bytes, or a pasted text, as rows.

    Raises Unreadable, with a sentence that says why and what to do.
    """
    if isinstance(raw, bytes):
        text, encoding = decode(raw)
    else:
        text, encoding = refuse_what_is_no_list(raw), "text"
    text = text.removeprefix("\ufeff")
    said = said_delimiter(next(iter(StringIO(text, newline=""))))
    delimiter = said or choose_delimiter(text)
    found = [(at, row) for at, row in _rows(text, delimiter, 1 if said else 0) if any(row)]
    if not found:
        raise Unreadable("There are no names in it, only blank lines. Nothing was brought in.")
    whole = Sheet(
        rows=_of_one_width([row for _, row in found]),
        lines=tuple(line for line, _ in found),
        encoding=encoding,
        delimiter=delimiter,
        has_headings=False,
        headings=(),
    )
    at = find_headings(whole.rows)
    return whole if at is None else _under_headings(whole, at)


def with_headings(sheet: Sheet, wanted: bool) -> Sheet:
    """Return the sheet with its first row taken as headings, or its headings taken as a row."""
    if wanted == sheet.has_headings:
        return sheet
    if wanted:
        return _under_headings(sheet, 0)
    return replace(
        sheet,
        rows=(sheet.headings, *sheet.rows),
        lines=(sheet.headings_line, *sheet.lines),
        has_headings=False,
        headings=(),
        headings_line=0,
    )


def _of_one_width(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows without the columns after the last that holds anything, filled up to it."""
    width = max(at + 1 for row in rows for at, cell in enumerate(row) if cell)
    return tuple((*row, *[""] * (width - len(row)))[:width] for row in rows)


def _under_headings(sheet: Sheet, at: int) -> Sheet:
    if len(sheet.rows) == at + 1:
        raise Unreadable("There are headings, but no lines below them. Nothing was brought in.")
    return replace(
        sheet,
        rows=sheet.rows[at + 1 :],
        lines=sheet.lines[at + 1 :],
        has_headings=True,
        headings=sheet.rows[at],
        headings_line=sheet.lines[at],
    )


def _rows(text: str, delimiter: str, start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's first line and its clean cells; refuse a quotation mark left open."""
    lines = iter(StringIO(text, newline=""))
    for _ in range(start):
        next(lines)
    # One column has no delimiter, and csv must have one: a sign that does not occur.
    unused = (sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
    divider = delimiter or next(unused)
    reader = csv.reader(chain(lines, [_END]), delimiter=divider, skipinitialspace=True)
    first, row = start + 1, []
    try:
        for row in reader:
            if row == [_END]:
                return
            if any(_END in cell for cell in row):
                break
            yield first, [clean(unguard(cell), lines=True) for cell in row]
            first = start + reader.line_num + 1
    except csv.Error:
        pass
    raise Unreadable(_left_open(first))


def _left_open(line: int) -> str:
    return (
        f'Line {line} opens a quotation mark (") that is never closed. Nothing was brought in.'
        " Close it or take it out, and bring the list in again."
    )
