"""Days, hours and lengths of meetings as people write them."""

import re
from collections.abc import Sequence
from datetime import date

from cartui.exchange.dates import read_date
from cartui.model.meetings import Slot
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.due_words import due_in
from cartui.services.memberships import WrongDate
from cartui.services.wall_clock import long_day

DAY = 24 * 60
LONGEST = 7 * DAY
"""The most minutes a meeting or a part of one may take; it is also read from files."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]m)?")
_PLAIN = re.compile(r"(\d{1,2})(\d{2})")
_HOURS = re.compile(r"(\d{1,3})\s*(?:h|hours?|:)\s*(\d{1,2})?\s*(?:min(?:utes?)?)?")
_MINUTES = re.compile(r"(\d{1,5})\s*(?:min(?:utes?)?)?")
_CLOCK_AND_MORE = re.compile(r"\d{1,2}[:.]\d{2}[^\W\d]+")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?", re.IGNORECASE)


class WrongTime(CartuiProblem):
    """A text that is no time of day, or no length."""


def whole_day(text: str, today: str = "") -> str:
    """Return a day as an ISO date, "" for an empty text. Without a year the next such day is meant.

    Raises WrongDate, also for a month or a year alone.
    """
    text = clean(text)
    if not text:
        return ""
    if (found := _day(text, today)) is None:
        raise WrongDate(f"“{text}” is not a day. Nothing was changed; write it as 2025-03-31.")
    return found


def time_of_day(text: str) -> str:
    """Return a time of day as "14:00", "" for an empty text.

    Reads 14:00, 14.00, 14h00, 1400, 14, 2pm, 2:30 pm. Raises WrongTime.
    """
    said = clean(text).lower()
    found = _PLAIN.fullmatch(said) if len(said) in (3, 4) and said.isdigit() else None
    found = found or _CLOCK.fullmatch(said)
    if not said:
        return ""
    hour, minute = (int(found[1]), int(found[2] or 0)) if found is not None else (99, 0)
    half = found[3] if found is not None and len(found.groups()) == 3 else None
    if half is not None:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise WrongTime(f"“{clean(text)}” is not a time. Nothing was changed; write it as 14:00.")
    return f"{hour:02}:{minute:02}"


def length(text: str, least: int = 1) -> int:
    """Return a length in minutes. Reads 120, 90 min, 2 h, 2h30, 1:30. Raises WrongTime."""
    said = clean(text).lower()
    if (found := _MINUTES.fullmatch(said)) is not None:
        minutes = int(found[1])
    elif (found := _HOURS.fullmatch(said)) is not None:
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    else:
        minutes = -1
    if not least <= minutes <= LONGEST:
        raise WrongTime(
            f"“{clean(text)}” is not a length. Nothing was changed; write minutes, as 90, or 1h30."
        )
    return minutes


def read_slot(text: str, today: str = "") -> Slot:
    """Return a day with perhaps a time and a place: "2026-03-16 14:00 Town hall", "tue 2pm".

    Raises WrongDate, also for a second day written after a proposed one; WrongTime.
    """
    day, words = _day_first(clean(text).split(), today)
    if day is None:
        raise WrongDate(
            f"“{clean(text)}” does not begin with a day. Nothing was changed; write it as"
            " 2025-03-31 14:00 and the place."
        )
    start, rest = _time_first(words)
    if _another_day(rest, today):
        raise WrongDate(
            f"“{clean(text)}” says two days. Nothing was changed; Ctrl+U empties the line."
        )
    return Slot(on=day, start=start, venue=" ".join(rest))


def slot_words(slot: Slot) -> str:
    """Return a slot as it is written and read: "2026-03-16 14:00 Town hall"."""
    return " ".join(filter(None, (slot.on, slot.start, slot.venue)))


def long_slot_words(slot: Slot) -> str:
    """Return a slot as it is chosen by: "Mon 16 Mar 2026 14:00 Town hall"."""
    return " ".join(filter(None, (long_day(slot.on), slot.start, slot.venue)))


def _day_first(words: Sequence[str], today: str) -> tuple[str | None, Sequence[str]]:
    """Return the day that words begin with (None for none), and the other words."""
    for many in range(min(5, len(words)), 0, -1):
        if (day := _day(" ".join(words[:many]), today)) is not None:
            return day, words[many:]
    return None, words


def _another_day(words: Sequence[str], today: str) -> bool:
    """Whether these words are no place but a day again, as "12 jan" or "tue 18:00".

    "12 March Road" and "Friday" are places.
    """
    day, rest = _day_first(words, today)
    if day is None:
        return False
    return bool(_time_first(rest)[0]) or (not rest and words[0][:1].isdigit())


def _time_first(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the time that words begin with ("" for none), and the other words. Raises WrongTime.

    "14:00next" is a word typed on to a proposed time, and no place.
    """
    for many in (2, 1):
        first = " ".join(words[:many]).rstrip(",")
        looks = bool(re.match(r"\d", first)) and (many == 1 or words[1:2] in (["am"], ["pm"]))
        if len(words) >= many and looks and re.fullmatch(r"[\d:.h]+\s*(?:[ap]m)?", first.lower()):
            return time_of_day(first), words[many:]
    if words and _CLOCK_AND_MORE.fullmatch(words[0]):
        time_of_day(words[0])
    return "", words


def _day(text: str, today: str) -> str | None:
    """Return a whole day; None if the text is none."""
    text = text.rstrip(",")
    if ":" in text:
        return None  # a spreadsheet's midnight is no part of a day that a person writes
    found = read_date(text)
    if found is None and today:
        found = _without_year(text, today) or _as_said(text, today)
    return found if found is not None and len(found) == 10 else None


def _as_said(text: str, today: str) -> str | None:
    """Return the day that is called "tomorrow", "tue" or "in 2 weeks"."""
    day = due_in(text, date.fromisoformat(today))
    return day.isoformat() if day is not None else None


def _without_year(text: str, today: str) -> str | None:
    """Return the next day that is called "17 Mar" or "Tuesday 17 March"."""
    words = [word for word in text.split() if not _WEEKDAY.fullmatch(word)]
    if len(words) != 2:
        return None
    for year in range(int(today[:4]), int(today[:4]) + 2):
        found = read_date(f"{' '.join(words)} {year}")
        if found is not None and found >= today:
            return found
    return None
