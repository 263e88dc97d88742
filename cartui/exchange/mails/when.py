"""When a mail was written, as mail programs of many languages say it."""

import re
import unicodedata
from datetime import datetime

# Month by month how each begins, without accents; the longer ones are tried first.
_MONTHS = (
    "jan janv ene gen", "feb fev fevr", "mar mars mrz mrt maa", "apr avr abr",
    "may mai mag mei maj", "jun juin giu", "jul juil lug", "aug aou ago", "sep sept set",
    "oct okt ott out", "nov", "dec dez dic des",
)  # fmt: skip
_BEGINS = sorted(
    ((begin, number) for number, names in enumerate(_MONTHS, 1) for begin in names.split()),
    key=lambda each: -len(each[0]),
)
_YEAR_FIRST = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b")
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})\b")
_SLASHED = re.compile(r"\b(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})\b")
_DAY_MONTH = re.compile(
    r"\b(?P<d>\d{1,2})\.? (?:de )?(?P<name>[a-z]{3,})\.?,? (?:de )?(?P<y>\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b(?P<name>[a-z]{3,})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})\b")
_TIME = re.compile(r"\b(?P<h>\d{1,2})[:h](?P<m>\d{2})(?::(?P<s>\d{2}))?(?: ?(?P<half>[ap])\.?m\b)?")


def moment_in(words: str, *, day_first: bool = False) -> str:
    """Return the moment that words name, in ISO form; without a time it is midnight.

    "" if there is none, or if a day and a month could be either, as in 3/4/2016 unless `day_first`.
    """
    plain = _plain(words[:200])
    for form in (_YEAR_FIRST, _DOTTED, _DAY_MONTH, _MONTH_DAY, _SLASHED):
        for found in form.finditer(plain):
            if (day := _day(found, day_first)) is not None:
                clock = _TIME.search(plain, found.end()) or _TIME.search(plain)
                return _at(day, clock)
    return ""


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFKD", " ".join(words.casefold().split()))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _day(found: re.Match[str], day_first: bool) -> tuple[int, int, int] | None:
    parts = found.groupdict()
    day, year = int(parts["d"]), int(parts["y"])
    month = _month(parts["name"]) if "name" in parts else int(parts["m"])
    if found.re is _SLASHED and day != month:
        if day <= 12 and month <= 12 and not day_first:
            return None
        if month > 12:
            day, month = month, day
    return (year + 2000 if year < 100 else year, month, day) if month else None


def _month(name: str) -> int:
    return next((number for begin, number in _BEGINS if name.startswith(begin)), 0)


def _at(day: tuple[int, int, int], clock: re.Match[str] | None) -> str:
    hour, minute = (int(clock["h"]), int(clock["m"])) if clock is not None else (0, 0)
    if clock is not None and clock["half"]:
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    try:
        return datetime(*day, hour, minute).isoformat(timespec="seconds")  # noqa: DTZ001 - theirs
    except ValueError:
        return ""
