"""The clock on the wall of a meeting, its day in words, and the rhythm of a series."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

DAY = 24 * 60
"""Minutes of a day."""


def clock_after(start: str, minutes: int) -> str:
    """Return what the clock says so many minutes after `start`; "" if there is no start."""
    try:
        hour, minute = (int(part) for part in start.split(":"))
    except ValueError:
        return ""
    at = (hour * 60 + minute + minutes) % DAY
    return f"{at // 60:02}:{at % 60:02}"


def long_day(on: str) -> str:
    """Return an ISO date as "Tue 20 Oct 2015"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return on
    return f"{day:%a} {day.day} {day:%b %Y}"


def next_day(days: Sequence[str], today: str) -> str:
    """Return a sensible day for the next meeting, in the rhythm of the `days` of those so far.

    It is the weekday most meetings were on, as many weeks after the last as there usually are
    between two, and not before `today`.
    """
    from statistics import median_low  # noqa: PLC0415 - once a meeting is planned

    held = sorted({day for day in map(_as_date, days) if day is not None})
    now = date.fromisoformat(today)
    if not held:
        return (now + timedelta(weeks=1)).isoformat()
    recent = held[-6:]
    gaps = [(later - earlier).days for earlier, later in pairwise(recent)]
    weeks = max(1, round(median_low(gaps) / 7)) if gaps else 2
    usual = Counter(day.weekday() for day in reversed(recent)).most_common(1)[0][0]
    last = held[-1]
    last += timedelta(days=(usual - last.weekday() + 3) % 7 - 3)  # the usual day nearest to it
    found = max(last, held[-1] - timedelta(days=3)) + timedelta(weeks=weeks)
    if found < now:
        found += timedelta(days=-((found - now).days // 7) * 7)
        found += timedelta(weeks=found < now)
    return found.isoformat()


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
