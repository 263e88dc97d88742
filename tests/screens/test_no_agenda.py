"""A meeting without an agenda begins, catches what is said, and ends."""

from pathlib import Path

import pytest

from tests.screens.drafts_hall import LARGE
from tests.screens.meeting_hall import MeetingBench, in_meeting


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    return MeetingBench(workspace_folder)


async def test_a_meeting_without_an_agenda_begins_and_ends(bench: MeetingBench) -> None:
    for part in bench.meetings.agenda(bench.meeting):
        bench.meetings.put_away_segment(part)
    async with in_meeting(bench, LARGE) as (seat, watch):
        assert "The agenda is empty. d plans it." in seat.seen()
        await seat.press("t")
        assert "Began the meeting" in seat.seen()
        watch.pass_time(minutes=5)
        await seat.press("A", *"ask for the log", "enter", "t", "greater_than_sign", "plus", "m")
        assert "ask for the log" in seat.seen()
        assert "a minute more" not in seat.seen()  # there is no part to give it to
        await seat.press("E", "enter")
        assert "This meeting is over." in seat.seen()
    assert bench.meetings.meeting(bench.meeting.uid).closed_at
