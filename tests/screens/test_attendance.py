"""The pass by the real keys, counted; every mark is on the disk as it is made."""

from itertools import combinations
from pathlib import Path

import pytest

from cartui.services.roster import Roster
from screens.parts.attendance_pass import AttendancePass
from tests.screens.attendance_hall import LARGE, NAMES, SMALL, Kept, met, seated
from tests.screens.rules_hall import opened
from tests.screens.stage import members


async def test_attendance_of_twelve_present_is_three_keys(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, "2") as seat:
        await seat.press("a", "P", "enter")
        assert seat.keys == 3
        assert not isinstance(seat.app.screen, AttendancePass)
    assert Kept(workspace_folder, group).states() == dict.fromkeys(NAMES, "present")


def way_to(places: tuple[int, ...]) -> list[str]:
    """Return keys for exceptions at these places, from 0 to 11: each key steps down by itself,
    and from the foot `end` and up are nearer for the late ones.
    """
    ways = []
    for cut in range(len(places) + 1):
        keys, at = [], 0
        for place in places[:cut]:
            keys += ["down"] * (place - at) + ["a"]
            at = place + 1
        if late := places[cut:]:
            keys.append("end")
            at = 11
            for place in reversed(late):
                keys += ["up"] * (at - place) + ["x"]
                at = min(11, place + 1)
        ways.append(keys)
    return min(ways, key=len)


def test_three_exceptions_are_fourteen_keys_wherever_they_sit() -> None:
    longest = max(len(way_to(places)) for places in combinations(range(12), 3))
    assert longest + len(["a", "P", "enter"]) <= 14


@pytest.mark.parametrize("places", [(0, 1, 2), (2, 5, 8), (1, 6, 11), (9, 10, 11), (3, 4, 7)])
async def test_three_exceptions_by_the_keys(
    workspace_folder: Path, places: tuple[int, ...]
) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, "2") as seat:
        await seat.press("a", *way_to(places), "P", "enter")
        assert seat.keys <= 14
    states = Kept(workspace_folder, group).states()
    assert {NAMES.index(name) for name, state in states.items() if state != "present"} == {*places}


async def test_each_key_is_a_state_and_steps_down(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, "2") as seat:
        await seat.press("a", "p", "l", "e", "a", "x")
        states = Kept(workspace_folder, group).states()
        expected = ["present", "late", "left early", "apologies", "absent"]
        assert [states[name] for name in NAMES[:5]] == expected
        assert len(states) == 5  # on the disk before the pass is left
        await seat.press("u", "u")
        assert len(Kept(workspace_folder, group).states()) == 3
        await seat.press("U")
        assert Kept(workspace_folder, group).states()[NAMES[3]] == "apologies"
        await seat.press("escape")
    assert len(Kept(workspace_folder, group).states()) == 4


async def test_a_mark_taken_back_can_be_made_otherwise(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, "2") as seat:
        await seat.press("a", "l", "u", "up", "p", "enter")
    assert Kept(workspace_folder, group).states() == {NAMES[0]: "present"}


async def test_undo_takes_back_no_more_than_the_pass_has_made(workspace_folder: Path) -> None:
    group = met(workspace_folder)
    async with seated(workspace_folder, "2") as seat:
        await seat.press("a", "p", "enter", "a", "u", "u", "enter")
        assert Kept(workspace_folder, group).states() == {NAMES[0]: "present"}
        await seat.press("u")
    assert Kept(workspace_folder, group).states() == {}


async def test_ahead_of_the_day_only_coming_and_apologies_are_noted(
    workspace_folder: Path,
) -> None:
    group = met(workspace_folder, ("2026-01-12", "2026-03-16"))
    async with seated(workspace_folder, "2", "a") as seat:
        seen = seat.seen()
        assert "Expected 12: 12 not heard" in seen
        assert "Who is coming?" in seen
        assert "What they said" in seen
        await seat.press("x", "l", "e", "p", "a", "P", "enter")
    kept = Kept(workspace_folder, group)
    states = kept.states()
    assert states[NAMES[0]] == "coming"
    assert states[NAMES[1]] == "apologies"
    assert list(states.values()).count("coming") == 11


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_the_strip_tells_newcomers_and_leavers_from_absences(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = met(workspace_folder)
    ws = opened(workspace_folder, "n")
    roster = Roster(ws, members)
    roster.join([roster.person(roster.add("Dev Newcome").about[0])], group, on="2026-02-01")
    kept = Kept(workspace_folder, group)
    roster.leave([roster.person(kept.uid(NAMES[11]))], group, on="2026-02-01")
    for place in (0, 1, 2):
        meeting = kept.meeting(place)
        kept.ws.poll()
        kept.presences.mark(meeting, {kept.uid(NAMES[1]): "absent"})
        kept.presences.rest(meeting)
    ws.close()
    kept.ws.close()
    async with seated(workspace_folder, "2", "v", "6", size=size) as seat:
        lines = {line[:16].strip(" ▸"): line for line in seat.seen().splitlines()}
        assert "● ● ●" in next(line for name, line in lines.items() if "Asha Rao" in name)
        assert "○ ○ ○" in next(line for name, line in lines.items() if "Ben Okoro" in name)
        assert "· ● ●" in next(line for name, line in lines.items() if "Dev Newcome" in name)
        assert "● / /" in next(line for name, line in lines.items() if "Lena" in name)
        for words in ("● present", "○ absent", "· not yet a member", "/ had left"):
            assert words in seat.seen()
