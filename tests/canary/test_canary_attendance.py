"""A reason for an absence, kept back stage: no key on FRONT shows it, no record holds it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cartui.backstage.kinds import BACK
from cartui.backstage.records import AttendanceBack
from cartui.model.kinds import OPEN
from cartui.model.meetings import CaptureKind, Presence
from cartui.model.people import Group, Membership
from cartui.model.rooms import Room
from cartui.services.captures import Captures
from cartui.services.meeting_record import MeetingRecord
from cartui.services.meetings import Meetings
from cartui.services.presences import Presences, uid_of
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from screens.backstage import BackPanel
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.walking import walking
from tests.canary.witness import files_holding

PAGES = ["1", "2", "2 a", "2 enter", "6", "6 a", "6 enter", "6 enter a", "6 enter L", "6 enter v"]
"""Every page on which somebody's attendance has a place."""
FEW_KEYS = {"2 a", "6 a", "6 enter a", "6 enter L"}


def members() -> Room:
    return Room.MEMBERS


@pytest.fixture
def met(planted: Path, identity: Identity) -> Path:
    """The practice programme with a held and a coming meeting, the marker as each reason."""
    ws = Workspace.open(planted, open_kinds=OPEN, identity=identity)
    ws.open_back(BACK)
    group = next(iter(ws.table(Group)))
    meetings = Meetings(ws, members, group)
    presences = meetings.beside(Presences)
    days = ("2026-02-02", "2026-03-02")
    first, last = [meetings.meeting(meetings.add(on=day).about[0]) for day in days]
    meetings.begin(first)
    people = [each.person for each in ws.table(Membership).values() if each.group == group]
    for meeting in (first, last):
        for number, person in enumerate(people):
            presences.mark(meeting, {person: list(Presence)[number % 5].value})
            draft = ws.draft("private.attendance", about=(person,), group=group)
            uid = uid_of(meeting.uid, person)
            if ws.get(AttendanceBack, uid, group) is None:
                draft.create(AttendanceBack(uid=uid, reason=f"{MARK} reason"))
                ws.commit(draft, room=Room.BACK)
    meetings.beside(Captures).capture(first, "", CaptureKind.ACTION, "ask for the log")
    meetings.close(meetings.meeting(first.uid), {})
    ws.close()
    return planted


@pytest.mark.parametrize("page", PAGES)
async def test_no_key_where_attendance_stands_shows_a_reason(
    met: Path, identity: Identity, tmp_path: Path, page: str
) -> None:
    with files_opened() as opened:
        async with walking(met, identity, (120, 40)) as walk:
            await walk.every_key(*page.split())
            assert not walk.witness.hits
            assert walk.witness.looks > (10 if page in FEW_KEYS else 25)
    assert not back_files(opened)
    assert not files_holding(tmp_path, MARK)


async def test_in_back_it_is_seen_and_one_key_hides_it(met: Path, identity: Identity) -> None:
    async with walking(met, identity, (120, 40)) as walk:
        await walk.go_back_stage()
        await walk.press("2", "down", "enter")
        panel = walk.app.screen.query_one(BackPanel)
        assert f"{MARK} reason" in {line.text for line in panel.lines()}
        walk.witness.forget()
        frames = await walk.go_front()
        assert not [frame for frame in frames if MARK in frame.lower()]
        walk.witness.look("after going FRONT")
        assert not walk.witness.hits


def test_no_record_and_no_export_holds_a_reason(met: Path, identity: Identity) -> None:
    from cartui.cli import cartui

    for words in (
        ["record", "-", "--format", "md"], ["record", "-", "--format", "csv"],
        ["record", "-", "--format", "html", "--public"], ["json", "-"], ["people", "-"],
    ):  # fmt: skip
        done = CliRunner().invoke(cartui, ["--data", str(met), "export", *words])
        assert done.exit_code == 0, done.output
        assert MARK not in done.output.lower()
    ws = Workspace.open(met, open_kinds=OPEN, identity=identity)
    group = next(iter(ws.table(Group)))
    records = MeetingRecord(ws, members, group)
    assert records.held()
    for meeting in records.held():
        assert MARK not in records.text(meeting) + records.actions_text(meeting)
