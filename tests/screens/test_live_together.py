"""Rules and rounds on the page of a meeting, by real keys."""

from pathlib import Path

import pytest

from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.model.rules import Position, RuleUse
from cartui.services.ground_rules import GroundRules
from cartui.services.roster import Roster
from screens.rules.gather_box import GatherBox
from tests.screens.drafts_hall import LARGE, SMALL
from tests.screens.meeting_hall import MeetingBench, in_meeting
from tests.screens.stage import members


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    """A meeting of a group with two rules, both adopted; one is to be looked at again."""
    made = MeetingBench(workspace_folder)
    rules = GroundRules(made.ws, members, made.group)
    for words in ("Listen first", "Start on time"):
        rules.propose(words)
    for line in rules.rules():
        rules.rest_agree(line.rule)
    rules.set_review("2026-03-01", rules.rules()[1].rule)
    return made


def rules_of(bench: MeetingBench) -> GroundRules:
    return GroundRules(bench.ws, members, bench.group)


async def test_a_rule_is_used_by_two_keys_with_the_meeting_and_no_name(
    bench: MeetingBench,
) -> None:
    async with in_meeting(bench) as (seat, _):
        await seat.press("t", "l", "2")
        assert "Noted that rule 2 was used. No name is kept" in seat.seen()
    (use,) = bench.ws.table(RuleUse, bench.group).values()
    assert (use.on, use.meeting) == ("2026-03-02", 1)
    assert "Rao" not in repr(use)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_in_the_welcome_what_waits_with_the_rules_is_said_by_itself(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    Roster(bench.ws, members).add("Mina Park", bench.group)
    async with in_meeting(bench, size, "t") as (seat, _):
        assert "new to: Mina Park (N)" in seat.seen()
        assert "To look at again: rule 2" in seat.seen()
        await seat.press("N", "A", "enter")
        assert "new to: Mina Park (N)" not in seat.seen()
        await seat.press("N")
        assert "Everybody" in seat.seen()
        await seat.press("greater_than_sign")
        assert "To look at again" not in seat.seen()
    taken = rules_of(bench).rules()[0].taken
    assert [each.position for each in taken.values()].count(Position.AGREE) == 3


async def test_gathering_from_the_meeting_shows_the_lines_on_rules_with_its_number(
    bench: MeetingBench,
) -> None:
    async with in_meeting(bench, LARGE, "t", "b") as (seat, _):
        assert isinstance(seat.app.screen, GatherBox)
        await seat.press(*"Ask", "enter", *"Rest", "enter", "escape")
        assert "2 lines gathered: b shows all" in seat.seen()
        await seat.press("b", "s")
        assert "4 Rules" in seat.seen()
        assert "Ask" in seat.seen()
        await seat.press("6")
        assert seat.live
    found = {line.text: line.rule.meeting for line in rules_of(bench).rules()}
    assert found == {"Listen first": 0, "Start on time": 0, "Ask": 1, "Rest": 1}


TO_ROUND = ("t", *(["greater_than_sign"] * 4))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_each_in_turn_with_skip_and_a_turn_back(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, size, *TO_ROUND) as (seat, _):
        assert "Asha Rao, turn 1 of 2" in seat.seen()
        assert "then Ben Okoro" in seat.seen()
        await seat.press("x")
        assert "Ben Okoro, turn 1 of 2" in seat.seen()
        assert "comes again: Asha Rao" in seat.seen()
        await seat.press("n")
        assert "again: Asha Rao, turn 2 of 2" in seat.seen()
        await seat.press("backspace", "n", "n")
        assert "All 2 have had their turn" in seat.seen()
    async with in_meeting(bench, size, opened=False, prefix="q") as (seat, _):
        await seat.until(lambda: "All 2 have had their turn" in seat.seen())


async def test_why_somebody_joined_is_shown_only_if_they_agreed(bench: MeetingBench) -> None:
    held = {each.person: each for each in bench.ws.table(Membership).values()}
    asha = next(each for each in bench.meetings.expected(bench.meeting) if each.name == "Asha Rao")
    draft = bench.ws.draft("test.why")
    draft.set(held[asha.uid], why_joined="to be heard")
    bench.ws.commit(draft, room=Room.MEMBERS)
    async with in_meeting(bench, LARGE, *TO_ROUND) as (seat, _):
        assert "why Asha Rao joined: “to be heard”" in seat.seen()
        await seat.press("n")
        assert "joined" not in seat.seen()


async def test_outside_a_round_there_are_no_turns(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "n", "x") as (seat, _):
        assert "turn" not in seat.seen()
        assert "next person" not in seat.seen()


@pytest.mark.parametrize("size", [(60, 18), SMALL, LARGE], ids=str)
async def test_before_the_room_a_round_names_nobody_and_a_clicker_goes_on_with_it(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, SMALL, *TO_ROUND, "p") as (seat, _):
        assert "Each in turn." in seat.seen()
        await seat.press("q", "n", "p")
        await seat.pilot.resize_terminal(*size)
        assert "The last one, please." in seat.seen()
        assert not any(name in seat.seen() for name in ("Asha", "Ben"))
        await seat.press("pagedown")
        assert "Everybody has had a turn." in seat.seen()
        await seat.press("pageup")
        assert "The last one, please." in seat.seen()
        await seat.press("pagedown", "pagedown")
        assert "Thank you" in seat.seen()
