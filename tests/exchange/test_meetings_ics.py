"""Meetings as calendar files: read back by the library, and as another program sees the bytes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from cartui.exchange.meetings_ics import CalendarMeeting, calendar_out
from cartui.model.text import clean
from tests.hostile import HOSTILE, alive

ANY = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=300)
"""The one sign left out has no ink: the library takes it for a mark of the file, when it reads."""
STAMP = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LONG = "Übung, größer; länger \\ weiter " * 12


def one(**fields: object) -> CalendarMeeting:
    said: dict[str, object] = {"uid": "u1", "title": "North: meeting 4", "on": "2026-03-10",
                               "start": "14:00", **fields}  # fmt: skip
    return CalendarMeeting(**said)  # type: ignore[arg-type]


def written(*meetings: CalendarMeeting) -> bytes:
    return calendar_out(meetings, "North", STAMP)


def read(raw: bytes) -> list[Component]:
    return list(Calendar.from_ical(raw.decode()).walk("VEVENT"))


def test_a_meeting_is_a_day_an_hour_a_length_and_a_place() -> None:
    raw = written(one(minutes=90, place="Room 2, North Quay", kind="group meeting",
                      agenda=("14:00 Welcome", "14:08 Pairs")))  # fmt: skip
    (event,) = read(raw)
    assert event["UID"] == "u1@cartui"
    assert event["SUMMARY"] == "North: meeting 4"
    assert event["LOCATION"] == "Room 2, North Quay"
    assert event["DESCRIPTION"] == "14:00 Welcome\n14:08 Pairs"
    assert event.decoded("DTSTART") == datetime(2026, 3, 10, 14, 0)  # noqa: DTZ001 - it floats
    assert event.decoded("DURATION") == timedelta(minutes=90)
    assert event.decoded("DTSTAMP") == STAMP
    assert b"\r\nLOCATION:Room 2\\, North Quay\r\n" in raw


def test_the_same_meeting_has_the_same_uid_in_every_file() -> None:
    first = written(one())
    moved = written(one(title="Moved", on="2026-04-01"), one(uid="u2"))
    assert read(first)[0]["UID"] == read(moved)[0]["UID"] != read(moved)[1]["UID"]
    assert written(one()) == first


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-03-28"])
def test_times_float_and_lengths_pass_as_they_do_on_the_day_the_clock_changes(day: str) -> None:
    """Two hours from 0:30 end at 2:30, but at 3:30 in spring and at 1:30 in autumn in London."""
    raw = written(one(on=day, start="00:30", minutes=120))
    text = raw.decode()
    assert f"DTSTART:{day.replace('-', '')}T003000\r\n" in text
    assert "DURATION:PT2H\r\n" in text
    assert "TZID" not in text
    assert "DTEND" not in text
    (event,) = read(raw)
    begins = event.decoded("DTSTART").replace(tzinfo=ZoneInfo("Europe/London"))
    ends = (begins.astimezone(UTC) + event.decoded("DURATION")).astimezone(begins.tzinfo)
    on_the_wall = {"2026-03-29": "03:30", "2026-10-25": "01:30", "2026-03-28": "02:30"}
    assert ends.strftime("%H:%M") == on_the_wall[day]


def test_without_an_hour_it_lasts_the_day_and_without_a_day_it_is_left_out() -> None:
    events = read(written(one(start=""), one(uid="u2", on=""), one(uid="u3", on="some day")))
    assert [each["UID"] for each in events] == ["u1@cartui"]
    assert events[0].decoded("DTSTART") == date(2026, 3, 10)
    assert events[0].decoded("DURATION") == timedelta(days=1)


def test_lines_are_folded_and_text_is_escaped() -> None:
    raw = written(one(title=LONG, place=LONG, agenda=(LONG, LONG)))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    (event,) = read(raw)
    assert event["SUMMARY"] == event["LOCATION"] == clean(LONG)
    assert event["DESCRIPTION"] == f"{clean(LONG)}\n{clean(LONG)}"


@given(ANY, st.text(max_size=40))
def test_any_text_comes_back_as_it_is_kept(text: str, kind: str) -> None:
    raw = written(one(title=text, place=text, kind=kind, agenda=(text,)))
    (event,) = read(raw)
    assert event["SUMMARY"] == clean(text)
    assert event.get("LOCATION", "") == clean(text)
    assert event.get("DESCRIPTION", "") == clean(text)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    raw = written(one(uid=text, title=text, start=text, place=text, kind=text, agenda=(text,)))
    assert alive(raw) == []
    assert raw.count(b"BEGIN:VEVENT") == 1
    assert read(raw)[0]["SUMMARY"] == clean(text)


def test_no_line_of_a_text_becomes_a_line_of_the_file() -> None:
    raw = written(one(title="A\r\nEND:VEVENT\r\nBEGIN:VALARM", place="B\nATTENDEE:mailto:x@y"))
    lines = raw.decode().split("\r\n")
    assert lines.count("END:VEVENT") == 1
    assert not any(line.startswith(("BEGIN:VALARM", "ATTENDEE")) for line in lines)


def test_a_newer_file_is_taken_for_what_holds_now() -> None:
    later = calendar_out([one(start="15:00")], "North", STAMP + timedelta(minutes=1))
    (before,), (after,) = read(written(one())), read(later)
    assert before["UID"] == after["UID"]
    assert before.decoded("SEQUENCE") < after.decoded("SEQUENCE") < 2**31
    assert before.decoded("LAST-MODIFIED") < after.decoded("LAST-MODIFIED")
