"""Days, hours and lengths as people write them; the rhythm of a series; the clock on the wall."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.model.meetings import Slot
from cartui.services.meeting_times import (
    WrongTime,
    length,
    read_slot,
    slot_words,
    time_of_day,
    whole_day,
)
from cartui.services.memberships import WrongDate
from cartui.services.wall_clock import clock_after, long_day, next_day

TODAY = "2026-03-02"
MINUTES = st.integers(0, 24 * 60 - 1)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("14:00", "14:00"), ("9:05", "09:05"), ("14.30", "14:30"), ("14h30", "14:30"),
        ("1400", "14:00"), ("930", "09:30"), ("14", "14:00"), ("2pm", "14:00"),
        ("2:30 PM", "14:30"), ("12am", "00:00"), ("12 pm", "12:00"), (" ", ""), ("0:00", "00:00"),
    ],
)  # fmt: skip
def test_an_hour_is_read_as_people_write_it(said: str, kept: str) -> None:
    assert time_of_day(said) == kept


@pytest.mark.parametrize(
    "said", ["25:00", "14:60", "13pm", "0am", "noon", "14:5", "2400", "-1", "[/", "1" * 40]
)
def test_what_is_no_hour_is_said_in_a_sentence(said: str) -> None:
    with pytest.raises(WrongTime, match=r"is not a time\. Nothing was changed; write it as 14:00"):
        time_of_day(said)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("120", 120), ("90 min", 90), ("2h", 120), ("2 hours", 120), ("1h30", 90), ("1:30", 90)],
)
def test_a_length_is_read_as_people_write_it(said: str, minutes: int) -> None:
    assert length(said) == minutes


@pytest.mark.parametrize("said", ["", "0", "-5", "soon", "99999", "1h30m30", "½"])
def test_what_is_no_length_is_said_in_a_sentence(said: str) -> None:
    with pytest.raises(WrongTime, match="is not a length"):
        length(said)


def test_a_day_without_a_year_is_the_next_such_day() -> None:
    assert whole_day("17 Mar", TODAY) == "2026-03-17"
    assert whole_day("Tuesday 17 March", TODAY) == "2026-03-17"
    assert whole_day("1 Mar", TODAY) == "2027-03-01"
    assert whole_day("2/3/2026", TODAY) == TODAY


@pytest.mark.parametrize(
    "said", ["2026-03", "2026", "soon", "2026-02-30", "32 Mar", "[red]R[/red]"]
)
def test_what_is_no_whole_day_is_said_in_a_sentence(said: str) -> None:
    with pytest.raises(WrongDate, match=r"is not a day\. Nothing was changed"):
        whole_day(said, TODAY)


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("2026-03-16", Slot(on="2026-03-16")),
        ("2026-03-16 14:00", Slot(on="2026-03-16", start="14:00")),
        ("2026-03-16 2 pm Town hall", Slot(on="2026-03-16", start="14:00", venue="Town hall")),
        ("Mon 16 March 2026, 14.30, Room 2",
         Slot(on="2026-03-16", start="14:30", venue="Room 2")),
        ("17 Mar Mill Braes", Slot(on="2026-03-17", venue="Mill Braes")),
        ("17 Mar The 3 Bells", Slot(on="2026-03-17", venue="The 3 Bells")),
        ("17 Mar 14:00 1/2 Mill Lane",
         Slot(on="2026-03-17", start="14:00", venue="1/2 Mill Lane")),
        ("17 Mar 14:00 Friday", Slot(on="2026-03-17", start="14:00", venue="Friday")),
        ("17 Mar 14:00 12 March Road",
         Slot(on="2026-03-17", start="14:00", venue="12 March Road")),
        ("tue 6pm Library", Slot(on="2026-03-03", start="18:00", venue="Library")),
        ("tomorrow", Slot(on="2026-03-03")),
        ("in 2 weeks, Room 2", Slot(on="2026-03-16", venue="Room 2")),
    ],
)  # fmt: skip
def test_a_slot_is_a_day_perhaps_an_hour_perhaps_a_place(said: str, slot: Slot) -> None:
    assert read_slot(said, TODAY) == slot


@pytest.mark.parametrize("typed_on", ["12 Jan 14:00 Library", "tue 18:00 Library", "12/1"])
def test_a_day_typed_on_to_a_proposed_one_is_no_place(typed_on: str) -> None:
    with pytest.raises(WrongDate, match=r"says two days\. Nothing was changed"):
        read_slot(f"2026-03-16 14:00 {typed_on}", TODAY)


def test_a_word_typed_on_to_a_proposed_hour_is_no_place() -> None:
    with pytest.raises(WrongTime, match="“14:00tuesday” is not a time"):
        read_slot("2026-03-16 14:00tuesday 6pm", TODAY)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), MINUTES, st.sampled_from(["", "Town hall"]))
def test_a_slot_reads_as_it_is_written(day: date, minute: int, venue: str) -> None:
    slot = Slot(on=day.isoformat(), start=f"{minute // 60:02}:{minute % 60:02}", venue=venue)
    assert read_slot(slot_words(slot), TODAY) == slot


@given(MINUTES, st.lists(st.integers(0, 300), max_size=12))
def test_the_clock_goes_on_by_the_sum_of_the_parts(start: int, parts: list[int]) -> None:
    at = first = f"{start // 60:02}:{start % 60:02}"
    for part in parts:
        at = clock_after(at, part)
    assert at == clock_after(first, sum(parts))


def test_a_clock_without_a_start_says_nothing() -> None:
    assert [clock_after(start, 5) for start in ("", "noon", "1:2:3")] == ["", "", ""]
    assert clock_after("23:50", 20) == "00:10"


def test_a_day_is_said_long_and_what_is_none_stays() -> None:
    assert (long_day("2015-10-20"), long_day("some day")) == ("Tue 20 Oct 2015", "some day")


def test_the_next_day_keeps_the_weekday_and_the_weeks_between() -> None:
    fortnightly = ["2026-01-20", "2026-02-03", "2026-02-17"]
    assert next_day(fortnightly, TODAY) == "2026-03-03"
    once_on_a_wednesday = ["2026-01-20", "2026-02-03", "2026-02-18"]
    assert next_day(once_on_a_wednesday, TODAY) == "2026-03-03"
    assert next_day(["2026-03-03"], TODAY) == "2026-03-17"
    assert next_day([], TODAY) == "2026-03-09"
    assert next_day(["some day"], TODAY) == "2026-03-09"


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2027, 1, 1)), max_size=8),
    st.dates(date(2015, 1, 1), date(2027, 1, 1)),
)
def test_the_next_day_is_never_past_and_comes_after_every_other(
    days: list[date], today: date
) -> None:
    found = date.fromisoformat(next_day([day.isoformat() for day in days], today.isoformat()))
    assert found >= today
    assert all(found > day for day in days)
    if days and len({day.weekday() for day in days}) == 1:
        assert found.weekday() == days[0].weekday()
    assert found - max([*days, today]) <= timedelta(weeks=54 * 12)
