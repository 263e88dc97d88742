"""The agenda by real keys: parts added, worded, moved, put away; templates; then the disk."""

from pathlib import Path

import pytest

from cartui.model.meetings import Meeting
from screens.meeting.agenda_page import AgendaPage
from screens.meeting.screen import MeetingScreen
from screens.parts.long_text import LongText
from tests.screens.series_hall import LARGE, SMALL, Kept, filled, seated, two_groups


def retreat(kept: Kept) -> Meeting:
    return next(each for each in kept.meetings.meetings() if each.title == "Home retreat")


async def test_the_agenda_shows_clock_minutes_and_sum(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "down", "down") as seat:
        seen = seat.seen()
        assert "120 of 120 min, ends 16:00" in seen
        assert "▸ 14:15   10  Raised" in seen
        assert "1  card “Falls log”" in seen
        assert "2  rule “What is said here stays here unless the speaker agrees.”" in seen
        await seat.press("down", "e", "down", "ctrl+u", "'25", "escape")
        assert "! 135 of 120 min, 15 too long, ends 16:15" in seat.seen()
        await seat.press("u")
        assert "120 of 120 min, ends 16:00" in seat.seen()
    async with seated(workspace_folder, LARGE, "d") as seat:
        assert "1 thing waits to be raised, R takes it in" in seat.seen()
        assert "Critique A: draft “Night visits, a first draft”  " in seat.seen()
        await seat.press("X", "v")
        assert "Parts put away" in seat.seen()
        assert "of 120 min" not in seat.seen()


async def test_an_agenda_built_by_hand(workspace_folder: Path) -> None:
    group = two_groups(workspace_folder)
    async with seated(workspace_folder, SMALL, "n", "enter", "d") as seat:
        assert "Nothing on the agenda yet." in seat.seen()
        await seat.press("n", "'Welcome", "enter", "n", "'Pairs", "enter", "n", "'Close", "enter")
        await seat.press("up", "n", "'Break", "enter", "e", "down", "ctrl+u", "'5", "down", "'bre")
        await seat.press("down", "'asha", "down", "'Coffee", "down", "space", "down")
        assert seat.told == "Changed “Break” on the agenda"
        await seat.press("K", "K", "J")
        assert seat.told == "Moved “Break” on the agenda"
    kept = Kept(workspace_folder, group)
    assert kept.titles() == ["Welcome", "Break", "Pairs", "Close"]
    part = kept.meetings.agenda(kept.coming())[1]
    assert (part.minutes, part.kind, part.resource, part.protected) == (5, "break", "Coffee", True)
    assert kept.meetings.person_name(part.owner) == "Asha Rao"


async def test_wrong_fields_are_said_in_a_sentence(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "e") as seat:
        await seat.press("ctrl+u", "escape")
        assert "needs a title" in seat.told
        await seat.press("'Hello", "down", "ctrl+u", "'long", "escape")
        assert "“long” is not a length" in seat.told
        await seat.press("ctrl+u", "'9", "down", "down", "'Zoe", "escape")
        assert "Nobody here is called “Zoe”" in seat.told
        await seat.press("escape")
    kept = Kept(workspace_folder, group)
    part = kept.meetings.agenda(kept.coming())[0]
    assert (part.title, part.minutes, part.owner) == ("Hello", 9, "")


async def test_questions_are_lines(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "down", "down", "down", "w") as seat:
        assert isinstance(seat.app.screen, LongText)
        await seat.press("'What happened?", "enter", "enter", "'Who else was there?", "escape")
        assert seat.told == "Wrote the questions of “Check-in”"
        assert "2  Who else was there?" in seat.seen()
        await seat.press("u", "U")
    kept = Kept(workspace_folder, group)
    part = kept.meetings.agenda(kept.coming())[3]
    assert part.questions == ("What happened?", "Who else was there?")


async def test_questions_written_in_two_windows(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "down", "down", "down", "w") as seat:
        other = Kept(workspace_folder, group)
        other.meetings.set_questions(other.meetings.agenda(other.coming())[3], "Theirs?")
        other.ws.close()
        await seat.press("'Mine?", "escape")
        assert "There now:" in seat.seen()
        await seat.press("t")
        assert "1  Theirs?" in seat.seen()
    kept = Kept(workspace_folder, group)
    assert kept.meetings.agenda(kept.coming())[3].questions == ("Theirs?",)


async def test_put_away_and_back(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "down", "X") as seat:
        assert seat.told == "Took “Last record and actions” off the agenda"
        await seat.press("v")
        assert "Last record and actions" in seat.seen()
        await seat.press("X", "escape")
        assert seat.told == "Brought “Last record and actions” back to the agenda"
        assert isinstance(seat.app.screen, AgendaPage)
        await seat.press("escape")
        assert isinstance(seat.app.screen, MeetingScreen)
    assert Kept(workspace_folder, group).titles()[1] == "Last record and actions"


async def test_a_template_fills_an_empty_agenda_and_is_taken_back(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "down", "d", "t", "4") as seat:
        assert seat.told == "Put the agenda “retreat day” into the meeting Home retreat"
        assert "▸ 09:30   20  Arriving, coffee" in seat.seen()
        await seat.press("u")
        assert "Nothing on the agenda yet." in seat.seen()
        await seat.press("U")
    kept = Kept(workspace_folder, group)
    titles = kept.titles(retreat(kept))
    assert titles[:4] == [
        "Arriving, coffee", "Welcome, and who is in the room", "Where each group stands", "Raised",
    ]  # fmt: skip
    assert [each.words for each in kept.meetings.taken_in(retreat(kept))] == ["card “Night visits”"]


async def test_the_groups_own_template(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "t", "t", "'Our usual", "enter") as seat:
        assert seat.told == "Kept the agenda as the template “Our usual”"
        await seat.press("escape", "down", "d", "t")
        assert "1  Our usual" in seat.seen()
        await seat.press("1", "t", "x", "1")
        assert seat.told == "Put away the template “Our usual”"
    kept = Kept(workspace_folder, group)
    assert "Critique A" in kept.titles(retreat(kept))
    assert [each.uid for each in kept.meetings.templates() if each.uid] == []


async def test_a_critique_is_pointed_at_another_draft_or_none(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    keys = ("d", "down", "down", "down", "down")
    async with seated(workspace_folder, SMALL, *keys, "b") as seat:
        assert "waits for the facilitator" in seat.seen()
        await seat.press("0", *keys[1:3], "b", "1")
        assert seat.told == "Said what “Critique B” is held on"
    kept = Kept(workspace_folder, group)
    parts = kept.meetings.agenda(kept.coming())
    assert [kept.meetings.held_on(each) for each in parts if each.kind == "critique"] == [
        "", "draft “Night visits, a first draft”",
    ]  # fmt: skip


async def test_a_slot_is_offered_and_picked_while_planning(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "S", "1") as seat:
        assert seat.told == "The next meeting is no. 6: 2026-03-17 14:00 Mill Braes library"
        assert isinstance(seat.app.screen, AgendaPage)
    days = [each.on for each in Kept(workspace_folder, group).meetings.meetings()]
    assert "2026-03-17" in days


async def test_the_page_goes_when_its_meeting_is_taken_back(workspace_folder: Path) -> None:
    two_groups(workspace_folder)
    async with seated(workspace_folder, SMALL, "n", "enter", "d", "u") as seat:
        await seat.pilot.pause()
        assert isinstance(seat.app.screen, MeetingScreen)
        assert "No meetings yet." in seat.seen()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_before_outsiders_the_page_is_closed(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, size, "d", "F", "enter") as seat:
        await seat.pilot.pause()
        assert isinstance(seat.app.screen, MeetingScreen)
        assert "Falls log" not in seat.seen()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_enter_on_what_was_raised_shows_it_and_goes_to_it(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, size, "d", "down", "down", "enter") as seat:
        assert "What was raised" in seat.seen()
        assert "1  card “Falls log”" in seat.seen()
        await seat.press("enter")
        assert seat.app.current_mode == seat.app.rooms.mode_of("Cycle")
        assert "Title Falls log" in " ".join(seat.seen().split())
        await seat.press("6")
        assert isinstance(seat.app.screen, AgendaPage)
        await seat.press("enter", "2")
        assert seat.app.current_mode == seat.app.rooms.mode_of("Rules")


async def test_enter_says_what_to_press_where_nothing_was_raised(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "d", "down", "down") as seat:
        for _ in ("the rule", "the card"):
            await seat.press("R", "end", "enter")
        assert "Nothing was raised yet." in seat.seen()
        await seat.press("enter")
        assert "R takes in what waits." in seat.told
        assert isinstance(seat.app.screen, AgendaPage)
        assert not seat.app.screen.has_class("-form")
