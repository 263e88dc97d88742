"""Days as people say them in a meeting: "fri", "tomorrow", "in 2 weeks", "3 dec", "2026-12-03"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from cartui.exchange.dates import read_date

_DAYS = (
    ("monday", "mon"),
    ("tuesday", "tue", "tues"),
    ("wednesday", "wed", "weds"),
    ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
_WEEKDAYS = {name: number for number, names in enumerate(_DAYS) for name in names}
_NEAR = {"today": 0, "tomorrow": 1}
_IN = re.compile(r"in (\d{1,2}|a) (day|week)s?")
_BY = re.compile(r"(?:by|on|until|due) (?=\S)")
_NO_YEAR = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)")
_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})")


def due_in(words: str, today: date) -> date | None:
    """Return the day that these words name, counted from `today`; None if they are no day.

    A weekday is the next one after today; a day without a year is the next such day.
    """
    said = " ".join(words.casefold().split())
    said = _BY.sub("", said, count=1)
    if said in _NEAR:
        return _after(today, _NEAR[said])
    if said in _WEEKDAYS:
        return _after(today, (_WEEKDAYS[said] - today.weekday() - 1) % 7 + 1)
    if found := _IN.fullmatch(said):
        many = 1 if found[1] == "a" else int(found[1])
        return _after(today, many * (7 if found[2] == "week" else 1))
    return _of_a_year(said) or _next_such(said, today)


def _after(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _of_a_year(said: str) -> date | None:
    found = read_date(said)
    return date.fromisoformat(found) if found is not None and len(found) == 10 else None


def _next_such(said: str, today: date) -> date | None:
    """Read a day of a month without its year: this year's, or next year's once it is over."""
    for year in range(today.year, min(today.year + 5, 9999)):
        if found := _NUMBERS.fullmatch(said):
            day = _date(year, int(found[2]), int(found[1]))
        elif _NO_YEAR.fullmatch(said):
            first, second = said.split()
            words = f"{first} {second}" if first[0].isdigit() else f"{second} {first}"
            day = _of_a_year(f"{words} {year:04d}")
        else:
            return None
        if day is not None and day >= today:
            return day
    return None


def _date(year: int, month: int, day: int) -> date | None:
    fits = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if fits else None
