"""Home: the groups at a glance, whys owed, what is new; groups begun, named, put away."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from cartui.model.cycles import Stage
from cartui.model.people import Group, Person
from cartui.services.board import Board
from cartui.services.cycles import Cycles
from cartui.services.glance import signs
from cartui.services.looking import Looking
from cartui.services.programmes import NameTaken, NoName, Programmes
from cartui.settings import Settings
from screens.home.screen import HomeScreen
from screens.parts.symbols import MARKS
from tests.screens.stage import app_on, lines, members, north, reopened, seen

SECRET = "kingfisher"  # noqa: S105 - a word to look for


async def test_an_empty_home_says_the_next_key(workspace_folder: Path) -> None:
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Next: press n to start your first group." in seen(app)
        assert "No groups yet. Press n to start your first one." in seen(app)


async def test_groups_stand_at_a_glance_with_their_stages(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "greater_than_sign", "1")
        await pilot.pause()
        row = next(line for line in lines(app) if "North" in line)
        assert "T1 D1 S0 I0 P0" in row
        assert "? 1" in row
        assert "Next: a why is owed" in seen(app)


async def test_ten_stages_are_legible_at_80_by_24(workspace_folder: Path) -> None:
    workspace = reopened(workspace_folder)
    names = ("Plan", "Pilot", "Do", "Data", "Store", "Study", "Act", "Adapt", "Share", "Publish")
    stages = tuple(Stage(id=name.lower(), name=name, short=name) for name in names)
    cycle = Cycles(workspace, members).make_own("Ten", stages).about[0]
    Programmes(workspace, members).start_group("A group with a rather long name", cycle=cycle)
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(line for line in lines(app) if "A group" in line)
        assert "Pl0 Pi0 Do0 Da0 Sto0 Stu0 Ac0 Ad0 Sh0 Pu0" in row


def test_signs_tell_stages_apart_by_the_fewest_letters() -> None:
    named = [Stage(id=name, name=name) for name in ("Topic", "Data", "Test", "Tests")]
    assert signs(named) == ["To", "D", "Test", "Test"]
    assert signs([]) == []


async def test_enter_opens_the_groups_board_and_an_owed_why_its_group(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    south = Programmes(workspace, members).start_group("South").about[0]
    board = Board(workspace, members, south)
    board.new_card("Harbour walks", "topic")
    board.advance(board.cards()[0])
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Harbour walks" in seen(app)
        await pilot.press("1", "home", "enter")
        await pilot.pause()
        assert "Night visits" in seen(app)
        await pilot.press("1", "tab", "enter")
        await pilot.pause()
        assert "Harbour walks" in seen(app)


async def test_what_changed_since_i_last_looked(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q", "enter")
    other = reopened(workspace_folder)
    programmes = Programmes(other, members)
    programmes.start_group("West")
    other.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Started the group West" in seen(app)
        await pilot.press("l")
        await pilot.pause()
        assert "Started the group West" not in seen(app)
        assert "Nothing has changed." in seen(app)


def test_the_mark_of_looking_holds_no_words(workspace_folder: Path, tmp_path: Path) -> None:
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    looking = Looking(workspace, tmp_path / "state")
    assert looking.news() == []
    looking.looked()
    Programmes(workspace, members).start_group(SECRET)
    assert [change.verb for change in looking.news()] == ["group.start"]
    kept = list((tmp_path / "state").rglob("*.json"))
    assert len(kept) == 1
    assert SECRET not in kept[0].read_text()
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    assert Looking(workspace, tmp_path / "state").news() != []
    workspace.close()


async def test_starting_a_group_with_its_people_by_keys(workspace_folder: Path) -> None:
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Harbour", "enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press(*"Asha Rao", "enter", *"Ben", "escape")
        await pilot.pause()
        assert "Brought in 2 people" in seen(app)
    workspace = reopened(workspace_folder)
    (group,) = workspace.table(Group).values()
    assert (group.name, group.cycle) == ("Harbour", "AR4")
    assert sorted(p.name for p in workspace.table(Person).values()) == ["Asha Rao", "Ben"]


async def test_renaming_and_putting_a_group_away_and_taking_it_back(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", *" side", "enter", "X")
        await pilot.pause()
        assert "Put away the group North side" in seen(app)
        await pilot.press("u")
        await pilot.pause()
    (group,) = reopened(workspace_folder).table(Group).values()
    assert (group.name, group.away) == ("North side", False)


def test_groups_need_names_of_their_own(workspace_folder: Path) -> None:
    north(workspace_folder)
    programmes = Programmes(reopened(workspace_folder), members)
    with pytest.raises(NameTaken):
        programmes.start_group("north")
    with pytest.raises(NoName):
        programmes.start_group("  ")
    group = programmes.groups()[0]
    assert programmes.rename_group(group, "North") is None
    assert programmes.rename_group(group, "NORTH") is not None


async def test_the_mouse_works_on_tabs_and_hints(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        at = lines(app)[0].index("2 People")
        await pilot.click(offset=(at + 3, 0))
        await pilot.pause()
        assert "Asha Rao" in seen(app)
        at = lines(app)[-1].index("help")
        await pilot.click(offset=(at, 29))
        await pilot.pause()
        assert "Keys on this screen: People" in seen(app)


LONG = "Northern harbour walks and talks"


@pytest.mark.parametrize("size", [(80, 24), (104, 30), (120, 40), (200, 60)])
async def test_names_and_dates_stand_whole_where_there_is_room(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    workspace = reopened(workspace_folder)
    group = Programmes(workspace, members).start_group(LONG).about[0]
    board = Board(workspace, members, group)
    board.new_card("Falls log", "topic")
    board.advance(board.cards()[0])
    workspace.close()
    app = app_on(workspace_folder)
    later = reopened(workspace_folder).moment() + timedelta(days=800)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.around = replace(home.around, clock=lambda: later)
        home.read_again()
        await pilot.pause()
        assert LONG in seen(app)
        (row,) = [line for line in lines(app) if "Falls log" in line and "Next:" not in line]
        assert "2 years" in row, row


@pytest.mark.parametrize("plain", [False, True])
async def test_one_list_alone_says_here_and_the_others_say_it_quietly(
    workspace_folder: Path, plain: bool
) -> None:
    north(workspace_folder)
    symbols = "ascii" if plain else "symbols"
    app = app_on(workspace_folder, settings=Settings(symbols=symbols))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "greater_than_sign", "1")
        await pilot.pause()
        strong, quiet = MARKS["here"][plain], MARKS["rests"][plain]
        begins = [line[0] for line in lines(app) if line[:1] in (strong, quiet)]
        assert begins == [strong, quiet]
        await pilot.press("tab", "tab")
        await pilot.pause()
        begins = [line[0] for line in lines(app) if line[:1] in (strong, quiet)]
        assert begins == [quiet, strong, strong], "the caption of a list in hand, and its row"
