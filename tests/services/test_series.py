"""Meetings of a group planned, worded, moved, put away; on the disk, in two windows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cartui.model.meetings import Attendance
from cartui.model.rooms import Room
from cartui.services.group_service import NothingNew
from cartui.services.meanwhile_fields import FieldsMeanwhile
from cartui.services.meeting_times import WrongTime
from cartui.services.meetings import WrongNumber
from cartui.services.meetings_lines import meeting_lines
from cartui.services.meetings_out import calendar_rows
from cartui.services.memberships import WrongDate
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.series_bench import SeriesBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[SeriesBench]:
    bench = SeriesBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_one_line_plans_the_next_meeting_like_the_last_one(bench: SeriesBench) -> None:
    bench.plan("2026-02-24", start="13:30", minutes=90, venue="Town hall", area="East")
    assert bench.meetings.proposed().on == "2026-03-10"
    change = bench.meetings.plan("2026-03-10")
    made = bench.again().meeting(change.about[0])
    assert (made.number, made.start, made.minutes) == (2, "13:30", 90)
    assert (made.venue, made.area) == ("Town hall", "East")
    assert bench.says(change) == "Planned the meeting no. 2"
    other = bench.meetings.meeting(bench.meetings.plan("2026-03-24 9:00 Mill").about[0])
    assert (other.start, other.venue, other.area) == ("09:00", "Mill", "")


def test_a_retreat_has_no_part_in_the_rhythm(bench: SeriesBench) -> None:
    for on in ("2026-02-10", "2026-02-24"):
        bench.plan(on)
    bench.plan("2026-05-02", start="9:30", kind="home retreat", minutes=360)
    coming = bench.plan("2026-03-24")
    proposed = bench.meetings.proposed
    assert (proposed().on, proposed().start) == ("2026-04-07", "14:00")
    assert proposed(bench.meetings.meetings()[1]).on == "2026-03-10"
    assert bench.meetings.meeting(bench.meetings.plan("2026-04-07").about[0]).minutes == 120
    assert coming.kind == "group meeting"


def test_the_first_meeting_needs_only_a_day(bench: SeriesBench) -> None:
    made = bench.meetings.meeting(bench.meetings.plan("17 Mar").about[0])
    assert (made.number, made.on, made.start, made.minutes) == (1, "2026-03-17", "14:00", 120)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"on": "soon"}, WrongDate), ({"on": "2026-03"}, WrongDate), ({"start": "25"}, WrongTime),
        ({"minutes": "0"}, WrongTime), ({"number": "first"}, WrongNumber),
        ({"number": "-1"}, WrongNumber),
    ],
)  # fmt: skip
def test_wrong_words_change_nothing(
    bench: SeriesBench, fields: dict[str, Any], problem: type[Exception]
) -> None:
    meeting = bench.plan()
    before = bench.state()
    with pytest.raises(problem, match="Nothing was changed"):
        bench.meetings.edit(meeting, **fields)
    with pytest.raises(problem, match="Nothing was changed"):
        bench.meetings.add(**fields)
    assert bench.state() == before


def test_every_field_is_kept_and_can_be_taken_back(bench: SeriesBench) -> None:
    meeting = bench.plan()
    before = bench.state()
    change = bench.meetings.edit(
        meeting, title=" Home  retreat\n1 ", on="17 Mar", start="2pm", minutes="2h",
        venue="Mill", area="East", kind="retr", number="7", slot_agreed_by="by all",
    )  # fmt: skip
    kept = bench.again().meeting(meeting.uid)
    assert (kept.title, kept.on, kept.start, kept.minutes) == (
        "Home retreat 1", "2026-03-17", "14:00", 120,
    )  # fmt: skip
    assert (kept.kind, kept.number, kept.slot_agreed_by) == ("retr", 7, "by all")
    assert bench.says(change) == "Changed the meeting Home retreat 1"
    bench.meetings.edit(kept, kind="home")
    assert bench.meetings.meeting(meeting.uid).kind == "home retreat"
    bench.ws.undo(Room.MEMBERS)
    bench.ws.undo(Room.MEMBERS)
    assert bench.state() == before


def test_nothing_new_is_said_so(bench: SeriesBench) -> None:
    meeting = bench.plan()
    with pytest.raises(NothingNew):
        bench.meetings.edit(meeting, on="10 Mar 2026", start="2 pm")


def test_groups_take_part_and_their_names_are_shown(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.set_groups(meeting, ["east", "north", "east"])
    (line,) = meeting_lines(bench.again())
    assert (line.meeting.others, line.groups) == (("east",), ("East",))


def test_a_retreat_stands_in_the_series_of_each_group_that_takes_part(bench: SeriesBench) -> None:
    own = bench.plan("2026-03-24")
    retreat = bench.plan("2026-03-17", title="Retreat")
    bench.meetings.set_groups(retreat, ["east"])
    east = bench.meetings.of_group("east")
    east.add(on="2026-03-20")
    lines = meeting_lines(east)
    assert [(each.meeting.on, each.group, each.groups, each.stands) for each in lines] == [
        ("2026-03-17", "north", ("North",), "next"), ("2026-03-20", "east", (), ""),
    ]  # fmt: skip
    assert [each.uid for each in meeting_lines(bench.meetings)] == [retreat.uid, own.uid]
    assert [row.title for row in calendar_rows(east)] == [
        "North: meeting 2, Retreat", "East: meeting 1",
    ]  # fmt: skip
    bench.meetings.put_away(retreat)
    assert [each.group for each in meeting_lines(east)] == ["east"]
    assert meeting_lines(east, away=True) == []


def test_put_away_and_brought_back(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.put_away(meeting)
    assert bench.again().meetings() == []
    assert [each.uid for each in bench.meetings.meetings(away=True)] == [meeting.uid]
    bench.meetings.bring_back(meeting)
    assert [each.uid for each in bench.again().meetings()] == [meeting.uid]


def test_the_series_says_where_each_meeting_stands(bench: SeriesBench, clock: StillClock) -> None:
    days = ("2026-01-06", "2026-03-02", "2026-02-03", "2026-03-17")
    held, on_now, _, _ = (bench.plan(on) for on in days)
    bench.meetings.begin(held)
    bench.meetings.close(held)
    assert _stands(bench) == {1: "held", 2: "next", 3: "day is past", 4: ""}
    bench.meetings.begin(on_now)
    assert _stands(bench) == {1: "held", 2: "on now", 3: "day is past", 4: ""}
    bench.meetings.close(on_now)
    assert _stands(bench) == {1: "held", 2: "held", 3: "day is past", 4: "next"}
    clock.pass_time(days=30)
    assert _stands(bench) == {1: "held", 2: "held", 3: "day is past", 4: "day is past"}


def _stands(bench: SeriesBench) -> dict[int, str]:
    return {line.meeting.number: line.stands for line in meeting_lines(bench.meetings)}


def test_the_series_counts_who_came(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-01-06")
    draft = bench.ws.draft("attendance", group="north")
    for person, state in (("ada", "present"), ("ben", "absent"), ("bea", "late")):
        draft.create(Attendance(uid=f"a.{person}", meeting=meeting.uid, person=person, state=state))
    bench.ws.commit(draft, room=Room.MEMBERS)
    (line,) = meeting_lines(bench.meetings)
    assert (line.came, line.stands) == ("2 of 3", "held")


def test_two_windows_change_different_fields_and_both_stand(bench: SeriesBench) -> None:
    meeting = bench.plan()
    other = bench.other_window()
    other.edit(meeting, was={"venue": ""}, venue="Mill")
    bench.meetings.edit(meeting, was={"area": "", "venue": ""}, area="East")
    kept = bench.meetings.meeting(meeting.uid)
    assert (kept.venue, kept.area) == ("Mill", "East")
    with pytest.raises(FieldsMeanwhile) as caught:
        bench.meetings.edit(meeting, was={"venue": ""}, venue="Town hall")
    assert caught.value.theirs == "venue: Mill"
    assert bench.meetings.meeting(meeting.uid).venue == "Mill"
    other.workspace.close()


def test_one_without_a_day_comes_last(bench: SeriesBench) -> None:
    bench.plan("")
    bench.plan("2030-01-01")
    assert [each.number for each in bench.meetings.meetings()] == [2, 1]
    assert meeting_lines(bench.meetings)[1].when == "14:00-16:00"
