"""Cells that a spreadsheet may open: none of them is a formula, and each comes back as it was."""

import re

# Blanks before the sign do not stop a spreadsheet, nor do the wide forms of the signs.
_FORMULA = re.compile("'*[\\s\u200b-\u200d\u2060\ufeff]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guard(cell: str) -> str:
    """Return `cell` with a leading ' where a spreadsheet would calculate it.

    Putting the cell in quotation marks does not help: the program takes them off first.
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Return what was given to `guard`: `unguard(guard(cell)) == cell` for every text."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
