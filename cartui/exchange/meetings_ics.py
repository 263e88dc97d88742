"""Meetings as a calendar file (RFC 5545): only what outsiders may see.

Times float: 14:00 is 14:00 on the clock of the place, on both sides of a change to summer time.
Lengths are durations, so an hour that the clock leaves out or repeats is counted as it passes.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from cartui.model.text import clean


class CalendarMeeting(Struct, frozen=True, kw_only=True):
    """One meeting as a calendar shows it. `uid` is the same in every file.

    `on` is an ISO date; without a `start` ("14:00") it lasts the whole day. `agenda` are lines.
    """

    uid: str
    title: str
    on: str
    start: str = ""
    minutes: int = 120
    place: str = ""
    kind: str = ""
    agenda: tuple[str, ...] = ()


def calendar_out(meetings: Iterable[CalendarMeeting], name: str, stamp: datetime) -> bytes:
    """Return the meetings that have a day as a calendar file; `stamp` is the moment, in UTC."""
    from icalendar import Calendar  # noqa: PLC0415 - nobody waits for it who writes no calendar

    calendar = Calendar()
    calendar.add("prodid", "-//cartui//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    for each in meetings:
        if (day := _day(each.on)) is not None:
            calendar.add_component(_event(each, day, stamp))
    return bytes(calendar.to_ical())


def _event(meeting: CalendarMeeting, day: date, stamp: datetime):  # type: ignore[no-untyped-def]
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{clean(meeting.uid)}@cartui")
    event.add("dtstamp", stamp)
    # A calendar that has the meeting already takes the newer file for what holds now.
    event.add("last-modified", stamp)
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("summary", clean(meeting.title))
    start = _time(meeting.start)
    if start is None:
        event.add("dtstart", day)
        event.add("duration", timedelta(days=1))
    else:
        event.add("dtstart", datetime.combine(day, start))
        event.add("duration", timedelta(minutes=max(0, meeting.minutes)))
    agenda = "\n".join(map(clean, meeting.agenda))
    for name, text in (("location", clean(meeting.place)), ("description", agenda)):
        if text:
            event.add(name, text)
    if kind := clean(meeting.kind):
        event.add("categories", [kind])
    return event


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None
