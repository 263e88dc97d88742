"""The first page and its three ways; another workspace in place of this one."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.practice import fresh_copy
from cartui.settings import read
from cartui.store.places import here
from tests.screens.stage import app_on, lines, north, reopened, seen


async def test_the_first_page_says_three_ways_and_two_truths() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        page = " ".join(seen(app).split())
        for words in (
            "cartui helps you run an action research group.",
            "Everything stays on this computer.",
            "Enter look round",
            "n start your own group",
            "i bring a list",
            "not yet locked by a passphrase",
            "? shows the keys, u takes back, Esc goes back.",
        ):
            assert words in page
        assert "1 Home" not in page
        await pilot.press("escape", "u", "c", "B", "i", "escape")
        assert app.is_running


async def test_starting_my_own_makes_a_workspace_and_remembers_it() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Ruth", "enter")
        await pilot.pause()
        await pilot.press(*"North", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "1 Home" in lines(app)[0]
        assert "Next: Enter opens the board" in seen(app)
        assert app.workroom is not None
        folder = app.workroom.workspace.folder
        assert app.workroom.workspace.identity.actor == "Ruth"
    assert here().workspace() == folder
    assert [group.name for group in reopened(folder).table(Group).values()] == ["North"]
    assert read(here().config)[0].name == "Ruth"
    changes = reopened(folder).changes_since({})
    assert [change.actor for change in changes] == ["Ruth"] * len(changes)
    assert changes


@pytest.mark.parametrize("keys", [("enter",), ("n", *"Ruth", "enter"), ("i", *"Ruth", "enter")])
async def test_where_nothing_can_be_written_the_first_page_says_so_and_stays(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """A home that is a file: no folder can be made below it, not even by an administrator."""
    home = tmp_path / "no home"
    home.touch()
    nowhere = replace(here(), data=home / "data", state=home / "state")
    practice = partial(fresh_copy, "one-group", nowhere.practice / "one-group")
    app = app_on(None, places=nowhere, practice=practice)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        for _ in range(100):
            if "Not opened: " in seen(app):
                break
            await pilot.pause(0.05)
        assert "Not opened: " in seen(app)
        assert "cartui --data FOLDER" in seen(app)
        assert "cartui helps you" in seen(app)
    assert home.read_bytes() == b""


async def test_bringing_a_list_leads_to_the_list() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await pilot.pause()
        await pilot.press(*"North", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "ring in" in seen(app)


async def test_looking_round_opens_the_practice_programme(tmp_path: Path) -> None:
    def practice() -> Path:
        north(tmp_path / "practice")
        return tmp_path / "practice"

    app = app_on(None, practice=practice)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "North" in seen(app)


def test_a_practice_copy_is_not_the_workspace_to_open_next(tmp_path: Path) -> None:
    from cartui.practice import fresh_copy, programmes

    app = app_on(fresh_copy(programmes()[0], tmp_path / "practice"))
    assert app.workroom is not None
    app.workroom.close()
    assert here().workspace() is None


async def test_another_workspace_opens_in_place_of_this_one(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause()
        other = tmp_path / "other"
        other.mkdir()
        await app.open_folder(other)
        await pilot.pause()
        assert app.stage is Room.MEMBERS
        assert "No groups yet" in seen(app)
        await pilot.press("2", "3", "1")
        await pilot.pause()
        assert "North" not in seen(app)


async def test_a_folder_that_cannot_be_opened_leaves_this_one_open(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "home")
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.open_folder(link)
        await pilot.pause()
        assert "North" in seen(app)
        await pilot.press("e", "x", "enter")
        await pilot.pause()
    assert [g.name for g in reopened(workspace_folder).table(Group).values()] == ["Northx"]
