"""Home before a meeting and the morning after: what is expected, what was left, all opened."""

from pathlib import Path

import pytest

from cartui.model.meetings import CaptureKind
from cartui.services.meetings import Meetings
from screens.home.screen import HomeScreen
from screens.meeting.live_page import LivePage
from screens.meeting.record_page import RecordPage
from tests.screens.attendance_hall import LARGE, NAMES, SMALL, Kept, Seat, met, seated


def left(folder: Path) -> str:
    """A meeting was held today, and left things behind; the next is in a fortnight."""
    group = met(folder)
    kept = Kept(folder, group)
    meeting = kept.meeting()
    meetings = kept.captures.beside(Meetings)
    meetings.begin(meeting)
    kept.presences.rest(meeting)
    captures = kept.captures
    captures.capture(meeting, "", CaptureKind.ACTION, "ben: ask for the log, fri")
    captures.capture(meeting, "", CaptureKind.ACTION, "book room 2")
    captures.capture(meeting, "", CaptureKind.DECISION, "two topics go on")
    captures.capture(meeting, "", CaptureKind.DECISION, "one rests; all agreed")
    captures.capture(meeting, "", CaptureKind.PARKED, "parking charges")
    meetings.close(kept.meeting(), {})
    meetings.add(on="2026-03-16", start="14:00", venue="room 2")
    ahead = kept.meeting()
    kept.presences.mark(ahead, {kept.uid(NAMES[1]): "apologies"})
    kept.presences.mark(ahead, {kept.uid(name): "coming" for name in NAMES[2:11]})
    kept.ws.close()
    return group


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_all_that_the_meeting_left_is_said(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    left(workspace_folder)
    async with seated(workspace_folder, size=size) as seat:
        text = seat.seen()
        assert "Owed   2 actions, 1 to say how, 1 record to confirm" in text
        expected = "Expected 12: 9 yes, 2 not heard, 1 apologies"
        assert expected in text or "Meeting 4, room 2. Expected 12" in text
        row = next(line for line in text.splitlines() if "? action" in line)
        assert "Ben, due Fri" in row
        assert "nobody's yet" in next(x for x in text.splitlines() if "book room 2" in x)
        assert "parking" not in text
        assert "one rests" not in text


async def to_owed(seat: Seat, words: str) -> None:
    """Go to a line of what is owed."""
    screen = seat.app.screen
    assert isinstance(screen, HomeScreen)
    screen.owed.focus()
    keys = [key for key, errand in screen._errands.items() if words in errand.name]
    assert screen.owed.highlight(keys[0])
    await seat.pilot.pause()


async def test_an_action_is_opened_done_and_off_the_list(workspace_folder: Path) -> None:
    group = left(workspace_folder)
    async with seated(workspace_folder) as seat:
        await to_owed(seat, "ask for the log")
        await seat.press("enter")
        assert isinstance(seat.app.screen, RecordPage)
        here = seat.app.screen.captured.in_hand
        assert here is not None
        assert here.text == "ask for the log"
        await seat.press("d", "1")
        assert "Owed   1 action, 1 to say how" in seat.seen()
    kept = Kept(workspace_folder, group)
    assert [each.outcome for each in kept.captures.captured(kept.meeting(2))][:2] == ["done", ""]


async def test_how_is_said_and_the_record_confirmed_where_they_open(
    workspace_folder: Path,
) -> None:
    group = left(workspace_folder)
    async with seated(workspace_folder) as seat:
        await to_owed(seat, "two topics")
        await seat.press("enter", "h", "'all agreed", "enter", "q", "1")
        assert "how" not in next(x for x in seat.seen().splitlines() if "Owed " in x and "act" in x)
        await to_owed(seat, "Meeting 3")
        await seat.press("enter", "K", "q", "1")
        assert "to confirm" not in seat.seen()
    kept = Kept(workspace_folder, group)
    assert kept.meeting(2).confirmed_on == "2026-03-02"


async def test_actions_and_record_are_copied_as_text(workspace_folder: Path) -> None:
    left(workspace_folder)
    async with seated(workspace_folder) as seat:
        await to_owed(seat, "ask for the log")
        await seat.press("y")
        assert seat.app.clipboard.startswith("Actions of Meeting 3, North\nMon 2 Mar 2026")
        assert "- Ben Okoro: ask for the log, by Fri 6 Mar 2026" in seat.app.clipboard
        await to_owed(seat, "Meeting 3")
        await seat.press("y")
        assert seat.app.clipboard.startswith("Record of Meeting 3, North")
        await seat.press("enter", "Y")
        assert seat.app.clipboard.startswith("Actions of Meeting 3")
        await seat.press("y")
        assert seat.app.clipboard.startswith("Record of Meeting 3")


async def test_the_meeting_of_the_day_is_opened_by_one_key(workspace_folder: Path) -> None:
    met(workspace_folder)
    async with seated(workspace_folder) as seat:
        assert "Next: today 14:00, Meeting 3, room 2. Expected 12" in seat.seen()
        await seat.press("greater_than_sign")
        assert isinstance(seat.app.screen, LivePage)


async def test_before_outsiders_home_says_nothing_of_it(workspace_folder: Path) -> None:
    left(workspace_folder)
    async with seated(workspace_folder, "F", "enter") as seat:
        for words in ("Expected", "not heard", "apologies", "ask for the log", "Owed"):
            assert words not in seat.seen()
        await seat.press("6")
        for words in ("of 12", "There", *NAMES):
            assert words not in seat.seen()
