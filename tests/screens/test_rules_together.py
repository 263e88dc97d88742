"""Gathering blind, newcomers over all rules, what rules carried: by real keys, on real files."""

import os
from pathlib import Path

import pytest

from cartui.services.ground_rules_wall import BOWL
from screens.rules.gather_box import GatherBox
from screens.rules.welcome_round import WelcomeRound
from tests.screens.rules_hall import LARGE, SMALL, Kept, Seat, seated, seven, twelve

LINES = ("Listen first", "Start on time", "Ask what you do not know")


async def gather(seat: Seat, *lines: str) -> None:
    for line in lines:
        await seat.press(f"'{line}", "enter")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_a_line_is_gone_at_enter_and_only_a_count_shows(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await seat.press("b", "'Listen fir")
        assert "Listen fir" in seat.seen()  # its writer reads it
        await seat.press("'st", "enter")
        assert "Listen" not in seat.seen()
        assert "1 line gathered" in seat.seen()
        assert "not" in seat.seen()
        assert "nothing here is anonymous" in " ".join(seat.seen().split())
        await seat.press("ctrl+u")
        assert "Listen" not in seat.seen()
        await gather(seat, *LINES[1:])
        assert "3 lines gathered" in seat.seen()
        await seat.press("escape")
        assert "3 lines gathered" in seat.seen()  # above the list of rules
        assert not any(line in seat.seen() for line in LINES)
        await seat.press("b", "s")
        assert all(line in seat.seen() for line in LINES)
    assert sorted(Kept(workspace_folder, group).texts()) == sorted(LINES)


async def test_what_is_half_written_is_out_of_sight_for_whoever_comes_next(
    workspace_folder: Path,
) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("b", "'My boss never", "escape")
        assert isinstance(seat.app.screen, GatherBox)
        assert "boss" not in seat.seen()
        assert "half-written" in seat.seen()
        await seat.press("ctrl+u", "ctrl+z", "up")
        assert "boss" not in seat.seen()
        await gather(seat, "Listen first")
        await seat.press("escape", "b", "g")
        assert "half-written" in seat.seen()
        assert "boss" not in seat.seen()
        await seat.press("tab")
        assert "2 lines gathered" in seat.seen()
        await seat.press("'Nobody sees", "escape", "backspace")
        assert "half-written" not in seat.seen()
        await seat.press("escape", "b", "s")
    assert sorted(Kept(workspace_folder, group).texts()) == ["Listen first", "My boss never"]


async def test_gathering_goes_on_in_another_sitting(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("b")
        await gather(seat, *LINES[:2])
    async with seated(workspace_folder) as seat:
        assert "2 lines gathered" in seat.seen()
        await seat.press("b", "g")
        await gather(seat, LINES[2])
        await seat.press("escape", "b", "s")
        shown = [line.text for line in seat.screen.lines.values()]
        assert sorted(shown) == sorted(LINES)
        await seat.press("u")
        assert not seat.screen.lines
        await seat.press("U")
        assert [line.text for line in seat.screen.lines.values()] == shown
    assert Kept(workspace_folder, group).texts() == shown


def refuse(_descriptor: int) -> None:
    raise OSError(28, "no space left")


async def test_a_line_that_was_not_saved_still_stands(
    workspace_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("b", "'Listen first")
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", refuse)
            await seat.press("enter")
            assert "Not saved" in seat.seen()
            assert "Listen first" in seat.seen()
        await seat.press("enter")
        assert "Listen first" not in seat.seen()
        assert "1 line gathered" in seat.seen()
    assert (workspace_folder / BOWL).is_dir()


async def test_going_public_while_somebody_writes_shows_nothing(workspace_folder: Path) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("b", "'My boss", "escape", "escape", "F", "enter")
        assert "boss" not in seat.seen()
        await seat.press("b")
        assert not isinstance(seat.app.screen, GatherBox)


async def test_opened_back_stage_it_is_put_away_and_stands_there_again(
    workspace_folder: Path,
) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("B", "enter", "b", "'half a li", "ctrl+g")
        assert "half a li" not in seat.seen()
        await seat.press("B", "enter", "'ne", "enter")
        assert "1 line gathered" in seat.seen()


# --- newcomers


async def test_a_newcomer_meets_all_rules_in_three_keys(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("N")
        assert isinstance(seat.app.screen, WelcomeRound)
        assert "Mina Park" in seat.seen()
        await seat.press("A", "enter")
        assert "Mina Park agrees: 5 rules" in seat.said
    assert Kept(workspace_folder, group).stand(0)["Mina Park"] == "agree"


async def test_one_key_a_rule_and_u_takes_back_what_was_marked_here(
    workspace_folder: Path,
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        await seat.press("N", "a", "c", "o", "u", "u", "u", "U", "enter")
    kept = Kept(workspace_folder, group)
    assert kept.stand(0)["Mina Park"] == "agree"
    assert "Mina Park" not in kept.stand(1)


async def test_where_nobody_is_new_that_is_said(workspace_folder: Path) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("N")
        assert "Everybody" in seat.said


# --- what they carried


async def test_the_group_sees_which_rules_carried_and_the_room_no_number(
    workspace_folder: Path,
) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        await seat.press("W")
        assert "twice, last 2026-03-02" in seat.seen()
        assert "never" in seat.seen()
        assert "? now" in seat.seen()
        await seat.press("p")
        assert "PRESENT" in seat.seen()
        assert "These came up:" in seat.seen()
        assert "twice" not in seat.seen()
        await seat.press("q", "escape")
        assert seat.app.screen is seat.screen
