"""Cells that a spreadsheet may open: none of them is a formula, and each comes back as it was."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO

# Blanks before the sign do not stop a spreadsheet, nor do the wide forms of the signs.
_FORMULA = re.compile("'*[\\s\u200b-\u200d\u2060\ufeff]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def table_out(titles: Mapping[str, str], rows: Iterable[object], *, excel_bom: bool) -> str:
    """Return rows as CSV under these headings, by field; no cell is a formula, CRLF ends a line.

    `excel_bom` puts the mark in front by which Excel knows UTF-8.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(titles.values())
    for row in rows:
        writer.writerow([guard(getattr(row, field)) for field in titles])
    return ("\ufeff" if excel_bom else "") + out.getvalue()


def guard(cell: str) -> str:
    """Return `cell` with a leading ' where a spreadsheet would calculate it.

    Putting the cell in quotation marks does not help: the program takes them off first.
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Return what was given to `guard`: `unguard(guard(cell)) == cell` for every text."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
