"""Catching what is said by the real keys, counted; each line is on the disk at its Enter."""

from pathlib import Path

import pytest

from cartui.model.meetings import Capture, CaptureKind
from cartui.model.rooms import Room
from screens.meeting.live_page import LivePage
from screens.meeting.record_page import RecordPage
from screens.meeting.screen import MeetingScreen
from screens.meeting.settling_pass import SettlingPass
from tests.screens.attendance_hall import LARGE, SMALL, Kept, met, seated

LIVE = ("6", "end", "enter")
KINDS = [
    ("A", CaptureKind.ACTION),
    ("D", CaptureKind.DECISION),
    ("P", CaptureKind.PARKED),
    ("Q", CaptureKind.QUESTION),
    ("c", CaptureKind.NOTE),
]


@pytest.mark.parametrize(("key", "kind"), KINDS, ids=[kind.value for _, kind in KINDS])
async def test_each_kind_is_two_keys_and_its_words(
    workspace_folder: Path, key: str, kind: CaptureKind
) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t", "greater_than_sign") as seat:
        await seat.press(key, "'who owns the data", "enter")
        assert seat.keys == 2
        kept = Kept(workspace_folder, group)
        [line] = kept.captures.captured(kept.meeting())
        assert (line.kind, line.text) == (kind.value, "who owns the data")
        agenda = kept.captures.agenda(kept.meeting())
        assert line.segment == agenda[1].uid  # the part that is on
        assert "who owns the data" in seat.seen()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_whose_and_until_when_stand_in_the_panel(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t", size=size) as seat:
        await seat.press("A", "'be: ask for the log, fri", "enter")
        row = next(line for line in seat.seen().splitlines() if " A  " in line)
        assert "A  Ben: ask for" in row
        assert row.rstrip().endswith("Fri")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_a_whole_sentence_says_whose_and_until_when_and_is_said_once(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t", size=size) as seat:
        await seat.press("A", "'Ben to ask by Fri", "enter")
        row = next(line for line in seat.seen().splitlines() if " A  " in line)
        assert "A  Ben to ask" in row
        assert row.rstrip().endswith("Fri")
        await seat.press("e", "enter")
    kept = Kept(workspace_folder, group)
    [line] = kept.captures.captured(kept.meeting())
    assert (line.text, line.owner_name) == ("Ben to ask by Fri", "")
    assert kept.captures.owner_of(line) == "Ben Okoro"
    assert line.due == "2026-03-06"


async def test_who_is_not_sure_is_said(workspace_folder: Path) -> None:
    met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t", size=LARGE) as seat:
        await seat.press("A", "'gavin: send the map", "enter")
        assert "Nobody here is called “gavin”: kept as typed." in seat.seen()
        assert "gavin: send the map" in seat.seen()


async def test_a_line_is_changed_put_away_and_taken_back(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t") as seat:
        await seat.press("A", "'ask for the log", "enter", "e", "end", "', tomorrow", "enter")
        kept = Kept(workspace_folder, group)
        [line] = kept.captures.captured(kept.meeting())
        assert (line.text, line.due) == ("ask for the log", "2026-03-03")
        await seat.press("X")
        kept.ws.poll()
        assert kept.captures.captured(kept.meeting()) == []
        await seat.press("u", "u")
        kept.ws.poll()
        [line] = kept.captures.captured(kept.meeting())
        assert line.due == ""


async def test_how_a_decision_was_reached_is_owed_until_it_is_said(
    workspace_folder: Path,
) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t") as seat:
        await seat.press("D", "'two topics go on", "enter")
        assert "? how?" in seat.seen()
        await seat.press("h", "'all agreed", "enter")
        assert "two topics go on (all agreed)" in seat.seen()
        assert "? how?" not in seat.seen()
    kept = Kept(workspace_folder, group)
    assert kept.captures.captured(kept.meeting())[0].how == "all agreed"


async def test_what_is_half_typed_is_offered_again(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t") as seat:
        await seat.press("A", "'ask for", "escape", "greater_than_sign", "A", "' it", "enter")
    kept = Kept(workspace_folder, group)
    assert [each.text for each in kept.captures.captured(kept.meeting())] == ["ask for it"]


async def test_a_note_of_the_back_stage_is_no_note_of_the_group(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t", "B", "enter") as seat:
        assert seat.app.stage is Room.BACK
        await seat.press("c", "'between us", "enter")
    kept = Kept(workspace_folder, group)
    assert kept.captures.captured(kept.meeting()) == []
    assert not [each for each in workspace_folder.rglob("*") if _holds(each, b"between us")]


def _holds(path: Path, words: bytes) -> bool:
    return path.is_file() and ".back" not in str(path) and words in path.read_bytes()


async def test_the_page_and_the_record_of_a_meeting_that_is_gone_are_left(
    workspace_folder: Path,
) -> None:
    met(workspace_folder)
    async with seated(workspace_folder, "6") as seat:
        screen = seat.app.screen
        assert isinstance(screen, MeetingScreen)
        change = screen.do(lambda: screen.meetings.add(on="2026-04-01"))
        assert change is not None
        screen.read_again()
        screen.rows.highlight(change.about[0])
        await seat.press("enter", "v")
        assert isinstance(seat.app.screen, RecordPage)
        await seat.press("u")
        await seat.pilot.pause()
        assert not isinstance(seat.app.screen, RecordPage)
        await seat.press("2", "6")
        assert "Meeting 4" not in seat.seen()


async def test_the_last_record_is_confirmed_by_one_key(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, *LIVE, "t") as seat:
        await seat.press("K")
        assert seat.keys == 1
        assert "The record of Meeting 2 is confirmed." in seat.seen()
    assert Kept(workspace_folder, group).meeting(1).confirmed_on == "2026-03-02"


async def test_what_is_open_is_settled_by_one_key_a_line(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    kept = Kept(workspace_folder, group)
    for typed in ("asha: bring the map, 20 feb", "book room 2", "who owns the data"):
        kept.captures.capture(kept.meeting(0), "", CaptureKind.ACTION, typed)
    kept.ws.close()
    async with seated(workspace_folder, *LIVE, "t") as seat:
        await seat.press("L", "d", "c", "x", "enter")
        assert seat.keys == 5
        assert isinstance(seat.app.screen, LivePage)
        outcomes = [each.outcome for each in _open(workspace_folder, group)]
        assert outcomes == ["done", "carried", "dropped"]
        await seat.press("L", "d", "u")
        assert isinstance(seat.app.screen, SettlingPass)
        await seat.press("escape")
    assert [each.outcome for each in _open(workspace_folder, group)] == outcomes


def _open(folder: Path, group: str) -> list[Capture]:
    kept = Kept(folder, group)
    return kept.captures.open_before(kept.meeting())


HOSTILE = "[bold]x[/] \\[red] \x1b[31m \u202eabc \U0001d518"


async def test_hostile_words_stand_there_as_they_are(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    kept = Kept(workspace_folder, group)
    for _, kind in KINDS:
        kept.captures.capture(kept.meeting(), "", kind, HOSTILE)
    kept.ws.close()
    async with seated(workspace_folder, *LIVE, size=LARGE) as seat:
        assert seat.seen().count("[bold]x[/] \\[red]") >= 5
        assert "\x1b" not in seat.seen()
        await seat.press("e")
        assert "[bold]x[/]" in seat.seen()
