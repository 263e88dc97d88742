"""Two windows fill in one person, word one rule, name one group: the later is told, and chooses."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.services.ground_rules import GroundRules
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from tests.screens.stage import app_on, members, north, reopened, seen

ASKED = "Changed meanwhile in the other window"


@pytest.fixture
def folder(workspace_folder: Path) -> Path:
    north(workspace_folder)
    return workspace_folder


def asha(folder: Path) -> Person:
    return next(p for p in reopened(folder).table(Person).values() if "Asha" in p.name)


def held(folder: Path) -> Membership:
    mine = asha(folder).uid
    return next(m for m in reopened(folder).table(Membership).values() if m.person == mine)


def other_window(folder: Path, role: str = "", why: str = "", **fields: Any) -> None:
    """Let somebody else change Asha Rao, in a window of their own."""
    workspace = reopened(folder)
    roster = Roster(workspace, members)
    person, membership = asha(folder), held(folder)
    changed = {key: value for key, value in (("role", role), ("why_joined", why)) if value}
    roster.edit(person, memberships={membership.uid: changed} if changed else None, **fields)
    workspace.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        for sign in key[1:] if key.startswith("'") else (key,):
            await pilot.press("space" if sign == " " else sign)
        await pilot.pause()
    await pilot.pause()


async def clashing(app: CartuiApp, pilot: Pilot[None], folder: Path) -> None:
    """Fill in agency and name, while the other window fills in agency and area."""
    await press(pilot, "2", "e", "end", "'n", "down", "down", "end", "'!")
    other_window(folder, agency="Theirs", area="North Quay")
    await press(pilot, "escape")
    assert ASKED in seen(app)
    assert "Agency: Theirs" in seen(app)
    assert "Agency: Harbour council!" in seen(app)
    assert "Name:" not in seen(app)  # nobody else has touched that


async def test_nothing_is_overwritten_by_enter_alone(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await clashing(app, pilot, folder)
        await press(pilot, "enter")
        assert ASKED in seen(app)
    assert (asha(folder).name, asha(folder).agency) == ("Asha Rao", "Theirs")


async def test_mine_is_kept_by_m_and_theirs_stands_in_the_history(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await clashing(app, pilot, folder)
        await press(pilot, "m")
        assert not app.screen.has_class("-form")
        assert "Changed Asha Raon" in seen(app)
    person = asha(folder)
    assert (person.name, person.agency, person.area) == (
        "Asha Raon", "Harbour council!", "North Quay",
    )  # fmt: skip
    was = [e.was for each in reopened(folder).history(person.uid) for e in each.events]
    assert "Theirs" in was


async def test_theirs_is_kept_by_t_where_both_wrote_and_u_brings_mine_back(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await clashing(app, pilot, folder)
        await press(pilot, "t")
        assert (asha(folder).name, asha(folder).agency) == ("Asha Raon", "Theirs")
        await press(pilot, "u")
    assert (asha(folder).name, asha(folder).agency) == ("Asha Raon", "Harbour council!")


async def test_esc_goes_on_in_the_form_with_what_was_typed(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await clashing(app, pilot, folder)
        await press(pilot, "escape")
        assert ASKED not in seen(app)
        await press(pilot, "'!", "escape", "m")
    assert asha(folder).agency == "Harbour council!!"


async def test_fields_of_a_group_ask_too(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "e", *["down"] * 9, "'Activist")
        other_window(folder, role="Scribe")
        await press(pilot, "escape")
        assert "North, role: Scribe" in seen(app)
        assert "North, role: " in seen(app)
        await press(pilot, "t")
    assert held(folder).role == "Scribe"


async def test_what_the_other_window_left_alone_is_simply_written(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "e", "end", "'n")
        other_window(folder, area="North Quay")
        await press(pilot, "escape")
        assert ASKED not in seen(app)
    assert (asha(folder).name, asha(folder).area) == ("Asha Raon", "North Quay")


async def test_a_form_asked_about_is_out_of_sight_on_front(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B", "enter")
        await clashing(app, pilot, folder)
        await press(pilot, "f9")
        assert app.stage is Room.MEMBERS
        assert "Harbour council!" not in seen(app)
        await press(pilot, "B", "enter")
        assert ASKED in seen(app)
        await press(pilot, "m")
    assert asha(folder).agency == "Harbour council!"


async def test_why_somebody_joined_asks_too(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "W", "'mine")
        other_window(folder, why="theirs")
        await press(pilot, "enter")
        assert ASKED in seen(app)
        await press(pilot, "escape")
        await press(pilot, "'!", "enter", "m")
    assert held(folder).why_joined == "mine!"


def called(folder: Path) -> list[str]:
    return [group.name for group in reopened(folder).table(Group).values()]


@pytest.mark.parametrize(("key", "kept"), [("m", "Northmine"), ("t", "Theirs")])
async def test_a_group_named_in_two_windows(folder: Path, key: str, kept: str) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "'mine")
        workspace = reopened(folder)
        programmes = Programmes(workspace, members)
        programmes.rename_group(programmes.groups()[0], "Theirs")
        workspace.close()
        await press(pilot, "enter")
        assert ASKED in seen(app)
        await press(pilot, "enter")
        assert called(folder) == ["Theirs"]
        await press(pilot, key)
        assert kept in seen(app)
    assert called(folder) == [kept]


@pytest.mark.parametrize("way", ["palette", "settings"])
async def test_a_programme_named_in_two_windows(folder: Path, way: str) -> None:
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        if way == "palette":
            await press(pilot, "colon", "'rename this prog", "enter")
        else:
            await press(pilot, "comma", *["down"] * 5, "enter")
        await press(pilot, "'!")
        workspace = reopened(folder)
        Programmes(workspace, members).rename("Theirs")
        workspace.close()
        await press(pilot, "enter")
        assert ASKED in seen(app)
        await press(pilot, "escape", "'!", "enter")
        assert ASKED in seen(app)
        await press(pilot, "m")
    assert Programmes(reopened(folder), members).name() == "Learning together!!"


@pytest.mark.parametrize(("key", "kept"), [("m", "Be kindmine"), ("t", "Be brief")])
async def test_a_rule_worded_in_two_windows(workspace_folder: Path, key: str, kept: str) -> None:
    group = north(workspace_folder)

    def words() -> list[str]:
        rules = GroundRules(reopened(workspace_folder), members, group)
        return [line.text for line in rules.rules()]

    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "n", "'Be kind", "enter", "e", "'mine")
        workspace = reopened(workspace_folder)
        rules = GroundRules(workspace, members, group)
        rules.reword(rules.rules()[0].rule, "Be brief")
        workspace.close()
        await press(pilot, "enter")
        assert ASKED in seen(app)
        assert words() == ["Be brief"]
        await press(pilot, "escape", "enter", key)
    assert words() == [kept]
