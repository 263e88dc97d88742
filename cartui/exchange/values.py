"""What a cell looks like when nothing says what it is: an address, a number to ring, a date."""

import re

from cartui.exchange.dates import read_date

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"(?:\+|0)[\d\s()/.-]{6,20}")


def looks_like_email(cell: str) -> bool:
    """Whether the cell holds one e-mail address."""
    return _EMAIL.fullmatch(cell.strip("<> ")) is not None


def looks_like_phone(cell: str) -> bool:
    """Whether the cell holds a telephone number (a date is none)."""
    return _PHONE.fullmatch(cell) is not None and not looks_like_date(cell)


def looks_like_date(cell: str) -> bool:
    """Whether the cell holds a date, or a month of a year."""
    return len(cell) > 4 and read_date(cell) is not None


def kind_of(cells: list[str]) -> str:
    """Return "email", "phone" or "date" if nearly all of the cells that hold anything are that."""
    full = [cell for cell in cells if cell]
    for kind, looks in (
        ("email", looks_like_email),
        ("date", looks_like_date),
        ("phone", looks_like_phone),
    ):
        if full and sum(map(looks, full)) >= 0.8 * len(full):
            return kind
    return ""


_CONTACT = re.compile(
    r"<?[^@\s<>]{1,64}@[^@\s<>]{1,255}\.[^@\s<>]{1,63}>?|(?<![\w.])(?:\+|\(?0)\d[\d()/ .-]{4,18}\d"
)


def without_contacts(text: str) -> str:
    """Return a text in which addresses and telephone numbers stand as "(private)"."""
    return _CONTACT.sub("(private)", text)
