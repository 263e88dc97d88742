"""A meeting that is on, with the marker in every private thing that can stand beside it."""

from pathlib import Path

from cartui.backstage.kinds import BACK
from cartui.backstage.records import (
    AttendanceBack,
    HatStamp,
    PrivateNote,
    PrivateRaised,
    Reflection,
    Spoken,
)
from cartui.model.kinds import OPEN
from cartui.model.meetings import Attendance, Meeting, Segment
from cartui.model.records import Record
from cartui.model.rooms import Room
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.canary.planting import MARK

PARTS = (
    ("Welcome", "welcome"), ("Check-in", "round"), ("Pairs", "discussion"), ("Close", "closing"),
)  # fmt: skip
TIMES = 7391
"""How often everybody spoke: a number that stands nowhere else."""


def members() -> Room:
    """The stage in which the open side is prepared."""
    return Room.MEMBERS


def planted_meeting(folder: Path, identity: Identity, *, closed: bool = False) -> str:
    """Plan a meeting of the first group for today, and plant beside it; return its uid."""
    ws = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    group = ws.group_uids()[0]
    meetings = Meetings(ws, members, group)
    uid = meetings.add(on=ws.today(), start="14:00", venue="Room 2").about[0]
    for title, kind in PARTS:
        meetings.add_segment(meetings.meeting(uid), title, kind=kind, questions=("Well?",))
    rules = GroundRules(ws, members, group)
    rules.set_review(ws.today(), rules.rules()[0].rule)
    for held in (each for each in meetings.meetings() if each.uid != uid and not each.closed_at):
        meetings.put_away(held)
    if closed:
        meetings.begin(meetings.meeting(uid))
        meetings.close(meetings.meeting(uid))
    here = ws.draft("test.attendance", group=group)
    for each in meetings.expected(meetings.meeting(uid)):
        here.create(Attendance(uid=f"{uid}.{each.uid}", meeting=uid, person=each.uid))
    ws.commit(here, room=Room.MEMBERS)
    ws.open_back(BACK)
    _plant(ws, group, meetings.meeting(uid), meetings.agenda(meetings.meeting(uid)))
    ws.close()
    return uid


def _plant(ws: Workspace, group: str, meeting: Meeting, agenda: list[Segment]) -> None:
    uid, people = meeting.uid, Meetings(ws, members, group).expected(meeting)
    at, first = ws.now(), agenda[0].uid
    found: list[Record] = [
        HatStamp(uid="canary-hat", meeting=uid, segment=first, hat=f"{MARK} hat", at=at),
        PrivateNote(uid="canary-note", about=uid, text=f"{MARK} note", at=at),
        PrivateNote(uid="canary-part", about=first, text=f"{MARK} note on a part", at=at),
        PrivateRaised(uid="canary-raised", about=people[0].uid, words=f"{MARK} raise", at=at),
    ]
    for each in people:
        spoken = Spoken(uid=f"{uid}.{each.uid}", meeting=uid, person=each.uid, times=TIMES)
        why = AttendanceBack(uid=f"{uid}.{each.uid}", reason=f"{MARK} why away")
        found += [spoken, why]
    if meeting.closed_at:
        text = f"{MARK} reflection"
        found.append(Reflection(uid="canary-cue", meeting=uid, cue="aim", text=text, at=at))
    draft = ws.draft(f"private.{MARK}", about=(uid, f"{MARK} about"), group=group)
    for record in found:
        draft.create(record)
    ws.commit(draft, room=Room.BACK)
