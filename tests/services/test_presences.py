"""Who was there, on real files: one record for a person, strips, counts, in two windows."""

from pathlib import Path

import pytest

from cartui.model.meetings import Attendance
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.services.presences import NobodyLeft, NotYet, Presences, uid_of
from cartui.services.presences_series import Strips, count_words, expected_words, in_words
from tests.screens.attendance_hall import NAMES, Kept, met
from tests.screens.rules_hall import opened
from tests.screens.stage import members


@pytest.fixture
def kept(workspace_folder: Path) -> Kept:
    return Kept(workspace_folder, met(workspace_folder))


def strip_of(kept: Kept, name: str, group: str = "") -> list[str]:
    strips = Strips(kept.ws, members)
    strips.read(group)
    uid = kept.uid(name)
    held = [each for each in kept.ws.table(Membership).values() if each.person == uid]
    return [each.state for each in strips.of(uid, held)]


def test_the_rest_are_present_in_one_change(kept: Kept) -> None:
    meeting = kept.meeting()
    kept.presences.mark(meeting, {kept.uid(NAMES[2]): "late"})
    kept.presences.rest(meeting)
    assert list(kept.states().values()).count("present") == 11
    with pytest.raises(NobodyLeft):
        kept.presences.rest(meeting)
    kept.ws.undo(Room.MEMBERS)
    assert kept.states() == {NAMES[2]: "late"}
    kept.ws.redo(Room.MEMBERS)
    assert len(kept.states()) == 12


def test_two_windows_that_mark_one_person_make_one_record(
    kept: Kept, workspace_folder: Path
) -> None:
    ws = opened(workspace_folder, "w")
    other = Presences(ws, members, kept.presences.group_uid)
    meeting, asha = kept.meeting(), kept.uid(NAMES[0])
    kept.presences.mark(meeting, {asha: "late"})
    other.mark(meeting, {asha: "absent"})
    for each in (kept.ws, ws):
        each.poll()
    for each in (kept.ws, ws):
        table = each.table(Attendance, kept.presences.group_uid)
        assert list(table) == [uid_of(meeting.uid, asha)]
    assert kept.states() == {NAMES[0]: other.pass_over(meeting).taken[asha]}


def test_before_the_day_there_is_coming_and_apologies_alone(workspace_folder: Path) -> None:
    kept = Kept(workspace_folder, met(workspace_folder, ("2026-01-12", "2026-03-16")))
    meeting = kept.meeting()
    kept.presences.mark(meeting, {kept.uid(NAMES[0]): "apologies"})
    kept.presences.mark(meeting, {kept.uid(name): "coming" for name in NAMES[1:10]})
    with pytest.raises(NotYet):
        kept.presences.mark(meeting, {kept.uid(NAMES[10]): "absent"})
    words = expected_words(kept.presences.pass_over(meeting))
    assert words == "Expected 12: 9 yes, 2 not heard, 1 apologies"
    assert count_words(*kept.presences.counted(meeting)) == ""


def test_who_said_yes_has_still_to_be_seen_on_the_day(kept: Kept) -> None:
    group, meeting = kept.presences.group_uid, kept.meeting()
    ahead = Attendance(uid=uid_of(meeting.uid, kept.uid(NAMES[0])), meeting=meeting.uid,
                       person=kept.uid(NAMES[0]), state="coming")  # fmt: skip
    draft = kept.ws.draft("presence.mark", group=group)
    draft.create(ahead)
    kept.ws.commit(draft, room=Room.MEMBERS)
    assert len(kept.presences.pass_over(meeting).unmarked) == 12
    kept.presences.rest(meeting)
    assert kept.states()[NAMES[0]] == "present"


def test_a_facilitator_is_not_asked_for(kept: Kept) -> None:
    roster, uid = kept.roster, kept.uid(NAMES[11])
    roster.set_role([roster.person(uid)], "facilitator", kept.presences.group_uid)
    assert len(kept.presences.pass_over(kept.meeting()).people) == 11
    kept.presences.rest(kept.meeting())
    assert strip_of(kept, NAMES[11]) == []


def test_no_absence_before_joining_and_after_leaving(kept: Kept) -> None:
    group, roster = kept.presences.group_uid, kept.roster
    newcomer = roster.person(roster.add("Mina Park").about[0])
    roster.join([newcomer], group, on="2026-02-01")
    roster.leave([roster.person(kept.uid(NAMES[11]))], group, on="2026-02-01")
    for place in (0, 2):
        kept.presences.mark(kept.meeting(place), {kept.uid(NAMES[1]): "absent"})
        kept.presences.rest(kept.meeting(place))
    assert strip_of(kept, "Mina Park", group) == ["not yet a member", "not noted", "present"]
    assert strip_of(kept, NAMES[11]) == ["present", "had left", "had left"]
    assert strip_of(kept, NAMES[1]) == ["absent", "not noted", "absent"]
    assert count_words(*kept.presences.counted(kept.meeting(0))) == "11 of 12"
    assert count_words(*kept.presences.counted(kept.meeting(1))) == ""


@pytest.mark.parametrize("also", ["", "leads", "away", "left", "undone"])
def test_counting_without_names_says_what_the_pass_says(kept: Kept, also: str) -> None:
    roster, group = kept.roster, kept.presences.group_uid
    for place, state in ((0, "late"), (1, "absent"), (2, "coming")):
        kept.presences.mark(kept.meeting(place), {kept.uid(NAMES[3]): state})
    kept.presences.rest(kept.meeting(0))
    here = roster.person(kept.uid(NAMES[3]))
    if also == "leads":
        roster.set_role([here], "facilitator", group)
    elif also == "away":
        roster.put_away(here)
    elif also == "left":
        roster.leave([here], group, on="2026-01-13")
    elif also == "undone":
        kept.ws.undo(Room.MEMBERS)
    for meeting in kept.presences.meetings():
        whole = kept.presences.pass_over(meeting)
        said = (whole.there, len(whole.people)) if whole.was_taken else (0, 0)
        assert kept.presences.counted(meeting) == said


def test_the_meeting_in_hand_is_on_now_or_next_or_the_last(kept: Kept) -> None:
    presences = kept.presences
    assert presences.in_hand() == kept.meeting(2)
    assert strip_of(kept, NAMES[0]) == ["not noted", "not noted"]  # today's was not begun yet


def test_a_strip_is_summed_up_in_words(kept: Kept) -> None:
    for place in (0, 1):
        kept.presences.rest(kept.meeting(place))
    strips = Strips(kept.ws, members)
    strips.read()
    marks = strips.of(kept.uid(NAMES[0]), [])
    assert in_words(marks) == "present 2"
