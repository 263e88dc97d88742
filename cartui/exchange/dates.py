"""Dates as people write them in a list. The day comes before the month, as in Britain."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# A spreadsheet adds midnight to a date when the column is not formatted as a date.
_CLOCK = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}){_CLOCK})?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
_WORDS = re.compile(
    rf"{_WEEKDAY}(?:(\d{{1,2}})(?:st|nd|rd|th)?[- ](?:of )?)?([a-z]+)\.?,?[- ]'?(\d{{4}}|\d{{2}})"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")


def read_date(text: str) -> str | None:
    """Return `text` as an ISO date, as `yyyy-mm` or `yyyy` if it says no more; None if it is none.

    Reads 2016-03-31, 31/03/2016, 31.3.16, 31 Mar 2016, 31st of March 2016, Mar-16, 03/2016, 2016.
    """
    text = " ".join(text.lower().split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _iso(found[4], found[3], found[1])
    if found := _MONTH_OF_YEAR.fullmatch(text):
        return _iso(found[2], found[1], None)
    if (found := _WORDS.fullmatch(text)) and found[2] in _MONTHS:
        return _iso(found[3], str(_MONTHS[found[2]]), found[1])
    return text if _YEAR.fullmatch(text) else None


def is_serial_number(text: str) -> bool:
    """Whether `text` is a day counted from 1900, as a spreadsheet shows an unformatted date."""
    return re.fullmatch(r"[34]\d{4}(?:\.0+)?", text.strip()) is not None


def _iso(year: str, month: str, day: str | None) -> str | None:
    whole = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 69 else 1900)
    try:
        stands = date(whole, int(month), int(day or 1)).isoformat()
    except ValueError:
        return None
    return stands if day else stands[:7]
