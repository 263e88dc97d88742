"""The adoption round by the real keys, counted; every mark is on the disk as it is made."""

from itertools import combinations
from pathlib import Path

import pytest

from cartui.services.roster import Roster
from screens.rules.adoption_round import AdoptionRound
from tests.screens.rules_hall import (
    LARGE,
    NAMES,
    SMALL,
    Kept,
    Seat,
    opened,
    seated,
    seven,
    twelve,
)
from tests.screens.stage import members


async def with_one_rule(seat: Seat) -> None:
    await seat.press("n", "'Be kind", "enter")


async def counted(seat: Seat, *keys: str) -> int:
    """Press keys and return how many there were."""
    await seat.press(*keys)
    return len(keys)


async def test_a_rule_is_adopted_by_twelve_in_three_keys(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        assert await counted(seat, "a", "A", "enter") == 3
        assert not isinstance(seat.app.screen, AdoptionRound)
        assert "all 12 agree" in seat.seen()
    kept = Kept(workspace_folder, group)
    assert kept.stand() == dict.fromkeys(NAMES, "agree")
    assert kept.rules.shown() == ("Be kind",)


def way_to(first: int, second: int) -> list[str]:
    """Return the keys for two who differ, at places 0 to 11, going from whichever end is nearer."""
    from_top = ["down"] * first + ["s"] + ["down"] * (second - first - 1) + ["o"]
    from_foot = (
        ["end"] + ["up"] * (11 - second) + (["o"])
        + (["up"] * (second - first + (second < 11))) + ["s"]
    )  # fmt: skip
    both = ["down"] * first + ["s"] + ["end"] + ["up"] * (11 - second) + ["o"]
    return min((from_top, from_foot, both), key=len)


def test_two_exceptions_are_never_more_than_fourteen_keys() -> None:
    longest = max(len(way_to(*pair)) for pair in combinations(range(12), 2))
    assert longest + len(["a", "A", "enter"]) <= 14


@pytest.mark.parametrize("pair", [(0, 1), (0, 11), (5, 6), (4, 8), (10, 11), (3, 9)])
async def test_two_exceptions_by_the_keys(workspace_folder: Path, pair: tuple[int, int]) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        assert await counted(seat, "a", *way_to(*pair), "A", "enter") <= 14
    stand = Kept(workspace_folder, group).stand()
    assert stand[NAMES[pair[0]]] == "stand aside"
    assert stand[NAMES[pair[1]]] == "object"
    assert list(stand.values()).count("agree") == 10


async def test_each_mark_is_on_the_disk_before_the_round_is_left(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "a", "c", "s", "o")
        assert Kept(workspace_folder, group).stand() == dict(
            zip(NAMES, ["agree", "can live with", "stand aside", "object"], strict=False)
        )
        round_ = seat.app.screen
        assert isinstance(round_, AdoptionRound)
        assert round_.rows.highlighted is not None
        assert "! 1 objects, ? 8 not yet" in seat.seen()


async def test_u_takes_back_what_was_marked_here_and_no_more(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "a", "c", "u")
        assert Kept(workspace_folder, group).stand() == {"Asha Rao": "agree"}
        await seat.press("u", "u", "u")
        kept = Kept(workspace_folder, group)
        assert kept.texts() == ["Be kind"], "the rule itself was not made in this round"
        assert kept.stand() == {}
        await seat.press("U", "U", "U")
        assert Kept(workspace_folder, group).stand() == {
            "Asha Rao": "agree", "Ben Okoro": "can live with",
        }  # fmt: skip
        await seat.press("escape", "u", "u", "u")
        assert Kept(workspace_folder, group).texts() == [], "outside, u goes on as ever"


async def test_a_reason_is_offered_and_otherwise_owed(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "s", "o", "up", "e", "'not before managers", "enter")
        assert "not before managers" in seat.seen()
        assert "? owed (e)" in seat.seen()
        await seat.press("enter")
        assert "1 reason owed" in seat.seen()
    owed = Kept(workspace_folder, group).rules.owed()
    assert [each.name for each in owed] == ["Asha Rao"]


async def test_e_after_an_objection_asks_the_one_who_objected(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "A", "o", "e")
        assert "in the words of Asha Rao" in seat.seen(), "the highlight has gone on to Ben Okoro"
        await seat.press("'not before managers", "enter")
        await seat.press("e")
        assert "in the words of Ben Okoro" in seat.seen(), "nothing is owed: the highlighted one"
        await seat.press("escape", "enter")
    assert Kept(workspace_folder, group).rules.owed() == []


async def test_escape_in_a_reason_leaves_the_reason_and_then_the_round(
    workspace_folder: Path,
) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "s", "up", "e", "'half", "escape")
        assert isinstance(seat.app.screen, AdoptionRound)
        await seat.press("e")
        assert "half" in seat.seen(), "what was typed is offered again"
        await seat.press("escape", "escape")
        assert not isinstance(seat.app.screen, AdoptionRound)
    assert [each.name for each in Kept(workspace_folder, group).rules.owed()] == ["Asha Rao"]


async def test_e_without_a_position_asks_nothing(workspace_folder: Path) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "e", "enter")
        assert not isinstance(seat.app.screen, AdoptionRound)


async def test_x_takes_a_wrong_mark_away(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "o", "a", "home", "x", "enter")
    assert Kept(workspace_folder, group).stand() == {"Ben Okoro": "agree"}


async def test_a_newcomer_is_named_and_asked_first(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        assert "Not yet: Mina Park" in seat.seen()
        await seat.press("a", "c", "enter")
        assert "can live with it" in seat.seen()
    kept = Kept(workspace_folder, group)
    assert kept.stand()["Mina Park"] == "can live with"
    assert "Mina Park" in [member.name for member in kept.rules.waiting()]


async def test_who_has_left_is_not_asked(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    ws = opened(workspace_folder, "l")
    roster = Roster(ws, members)
    roster.leave([person for person in roster.people() if person.name == "Mina Park"], group)
    ws.close()
    async with seated(workspace_folder) as seat:
        assert "Mina Park" not in seat.seen()
        assert "all 12 agree" in seat.seen()


async def test_without_members_it_says_where_they_come_from(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    ws = opened(workspace_folder, "l")
    roster = Roster(ws, members)
    roster.leave(roster.people(), group)
    ws.close()
    async with seated(workspace_folder) as seat:
        await seat.press("a")
        assert "Nobody is asked yet" in seat.said
        assert len(seat.app.screen_stack) == 1


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_going_front_puts_the_round_out_of_sight_and_back_again(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await with_one_rule(seat)
        await seat.press("B", "enter", "a", "s", "up", "e", "'half a rea", "ctrl+g")
        assert "half a rea" not in seat.seen()
        assert not isinstance(seat.app.screen, AdoptionRound)
        await seat.press("B", "enter")
        assert isinstance(seat.app.screen, AdoptionRound)
        assert "half a rea" in seat.seen()


async def test_another_window_marks_while_the_round_is_open(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await with_one_rule(seat)
        await seat.press("a", "a")
        other = Kept(workspace_folder, group)
        from cartui.model.rules import Position

        line = other.rules.rules()[0]
        other.rules.adopt(line.rule, {line.asked[11].uid: Position.OBJECT})
        other.ws.close()
        for _ in range(100):
            await seat.pilot.pause(0.05)
            if "! 1 objects" in seat.seen():
                break
        assert "! 1 objects" in seat.seen()
