"""The meetings of the practice programmes: who was there, what was said, what stays back stage."""

from collections import Counter

from cartui.backstage.records import AttendanceBack, HatStamp, Reflection
from cartui.backstage.reflections_owed import owed_reflections
from cartui.model.meetings import Attendance, Capture, CaptureKind, Meeting, Outcome, Presence
from cartui.model.rooms import Room
from cartui.services.captures import Captures
from cartui.services.meetings import Meetings
from cartui.services.meetings_lines import NEXT, meeting_lines
from cartui.services.meetings_wall import MeetingsWall
from cartui.services.presences import Presences
from tests.practice.conftest import Copy
from tests.practice.large_hall import Large

THERE = [6, 6, 5, 5, 4, 5, 4, 5, 4, 5]
"""How many of the six were at each of the ten meetings (product.md e1)."""
AWAY = {"Ewan": 4, "Nadia": 3, "Bridie": 3, "Priya": 1}


def of(copy: Copy) -> Presences:
    return Presences(copy.ws, lambda: Room.MEMBERS, copy.group.uid)


def held(meetings: MeetingsWall) -> list[Meeting]:
    return [each for each in meetings.meetings() if each.closed_at]


def test_so_many_were_at_each_meeting(copy: Copy) -> None:
    presences = of(copy)
    passes = [presences.pass_over(each) for each in held(Meetings(copy.ws, lambda: Room.MEMBERS,
                                                                  copy.group.uid))]  # fmt: skip
    assert [each.there for each in passes] == THERE
    assert {len(each.people) for each in passes} == {6}
    assert not any(each.unmarked for each in passes)


def test_who_was_away_and_how_often(copy: Copy) -> None:
    labels = {each.uid: each.label for each in of(copy).members()}
    away = Counter(
        labels[each.person]
        for each in copy.ws.table(Attendance, copy.group.uid).values()
        if not Presence(each.state).was_there
    )
    assert away == AWAY


def test_each_meeting_left_something_and_the_last_one_is_owed(copy: Copy) -> None:
    captures = Captures(copy.ws, lambda: Room.MEMBERS, copy.group.uid)
    lines = copy.ws.table(Capture, copy.group.uid).values()
    by_meeting = Counter(each.meeting for each in lines)
    last = held(captures)[-1]
    assert {each.uid for each in held(captures)} == set(by_meeting)
    assert [each.confirmed_on != "" for each in held(captures)] == [True] * 9 + [False]
    open_actions = [each for each in lines if each.meeting == last.uid and each.owner]
    assert [each.outcome for each in open_actions] == [Outcome.OPEN] * 3
    assert all(each.due for each in open_actions)
    kinds = Counter(each.kind for each in lines)
    assert set(kinds) == {kind.value for kind in CaptureKind}


def test_one_meeting_is_still_to_come_with_its_agenda(copy: Copy) -> None:
    meetings = Meetings(copy.ws, lambda: Room.MEMBERS, copy.group.uid)
    coming = meetings.coming()
    assert coming is not None
    assert coming.kind == "dissemination"
    assert meetings.planned(coming) <= coming.minutes


def test_the_agendas_fill_their_two_hours(copy: Copy) -> None:
    meetings = Meetings(copy.ws, lambda: Room.MEMBERS, copy.group.uid)
    planned = [
        sum(part.minutes for part in meetings.agenda(each) if part.kind != "raised")
        for each in held(meetings)
    ]
    assert planned == [120] * 10


def test_reasons_hats_and_reflections_stand_back_stage(copy: Copy) -> None:
    copy.back()
    group = copy.group.uid
    reasons = copy.ws.table(AttendanceBack, group)
    states = {each.uid: each.state for each in copy.ws.table(Attendance, group).values()}
    assert len(reasons) == 11
    assert all(states[uid] != Presence.PRESENT.value for uid in reasons)
    assert Counter(each.hat for each in copy.ws.table(HatStamp, group).values())["policer"] == 3
    reflected = {each.meeting for each in copy.ws.table(Reflection, group).values()}
    assert len(reflected) == 9
    owed = owed_reflections(copy.ws)
    assert [each.meeting.number for each in owed] == [10]


def test_the_large_programme_met_in_groups_and_at_two_retreats(large: Large) -> None:
    tables = {
        name: list(large.ws.table(Meeting, group.uid).values())
        for name, group in large.groups.items()
    }
    retreats = [each for each in tables["Strategy"] if each.kind == "home retreat"]
    assert len(retreats) == 4
    assert all(len(each.others) == 3 for each in retreats)
    numbered = {name: sum(bool(each.closed_at and each.number) for each in kept)
                for name, kept in tables.items()}  # fmt: skip
    assert numbered == {"Strategy": 7, "Welfare": 10, "Family": 10, "School": 10}


def test_everybody_of_all_groups_is_expected_at_a_retreat(large: Large) -> None:
    presences = Presences(large.ws, lambda: Room.MEMBERS, large.groups["Strategy"].uid)
    retreats = [each for each in presences.meetings() if each.others]
    for each in retreats:
        asked = presences.pass_over(each)
        assert len(asked.people) > 75
        assert 0.7 < asked.there / len(asked.people) < 1
        assert not asked.unmarked


def test_a_meeting_is_still_the_next_one_when_people_are_marked_before_it_begins(
    copy: Copy,
) -> None:
    presences = of(copy)
    meetings = presences.beside(Meetings)
    coming = meetings.coming()
    assert coming is not None
    meetings.edit(coming, on=copy.ws.today())
    presences.rest(coming)
    stands = {line.uid: line.stands for line in meeting_lines(meetings)}
    assert stands[coming.uid] == NEXT
