"""What the headings of a list mean, in whichever words and order its keeper chose."""

import re
from collections.abc import Sequence
from functools import cache

import data
from cartui.exchange.values import kind_of, looks_like_date, looks_like_email, looks_like_phone

NAME_FIELDS = ("name", "first_name", "surname")
_ROWS_ABOVE = 4
# Only these name a person and nothing else; "Member" may as well be somebody's role.
_SURELY_NAME = frozenset(("name", "names", "surname", "forename", "firstname", "lastname"))


def plain_words(heading: str) -> str:
    """Return a heading without its case and its signs: "E-mail*" and "e mail:" are the same."""
    return " ".join(
        re.findall(r"[^\W_]+", heading.casefold().replace("'", "").replace("\u2019", ""))
    )


@cache
def _meanings() -> dict[str, str]:
    shipped = data.load("headings", dict[str, list[str]])
    return {plain_words(word): field for field, words in shipped.items() for word in words}


def exact_meaning(heading: str) -> str:
    """Return the field that a heading is a known word for, or ""."""
    return _meanings().get(plain_words(heading), "")


def meaning(heading: str) -> str:
    """Return the field of the longest known words that stand in a heading, or ""."""
    if exact := exact_meaning(heading):
        return exact
    words = f" {plain_words(heading)} "
    inside = [known for known in _meanings() if len(known) > 3 and f" {known} " in words]
    return _meanings()[max(inside, key=len)] if inside else ""


def find_headings(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the row that holds the headings, None when there are none.

    A title may stand above them; a heading that nobody knows is told by what stands below it.
    """
    above = 1 if max(map(len, rows), default=0) == 1 else _ROWS_ABOVE
    for index, row in enumerate(rows[:above]):
        if _are_headings(row):
            return index
        if sum(map(bool, row)) > 1:
            break
    return 0 if rows and _differs_from_below(rows) else None


def _are_headings(row: Sequence[str]) -> bool:
    full = [cell for cell in row if cell]
    if any(map(_is_value, full)):
        return False
    exact = [field for cell in full if (field := exact_meaning(cell))]
    if len(full) == 1:
        return bool(exact) and exact[0] in NAME_FIELDS
    if len(exact) > 1:
        return True
    names = [cell for cell in full if _SURELY_NAME & set(plain_words(cell).split())]
    known = [cell for cell in full if meaning(cell)]
    return bool(names) and (len(known) > 1 or (bool(exact) and len(full) < 4))


def _differs_from_below(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < 3 or any(map(_is_value, rows[0])) or not all(rows[0]):
        return False
    return any(kind_of([row[at] for row in rows[1:]]) for at in range(len(rows[0])))


def _is_value(cell: str) -> bool:
    return looks_like_email(cell) or looks_like_date(cell) or looks_like_phone(cell)
