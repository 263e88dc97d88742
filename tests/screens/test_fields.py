"""Lines to write in: a proposed path is typed over, one key empties, an error keeps what stood."""

from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from tests.screens.stage import app_on, lines, north, seen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        signs = key[1:] if key[0] == "'" else [key]
        for sign in signs:
            await pilot.press({"/": "slash", " ": "space", "-": "minus"}.get(sign, sign))
        await pilot.pause()
        await pilot.pause()


def value(app: CartuiApp) -> str:
    assert app.frame is not None
    return app.frame._asking.half_typed


def choose_another(pilot: Pilot[None]) -> "list[str]":
    return ["colon", "'another work", "enter", "end", "enter"]


async def test_a_proposed_path_is_typed_over_and_kept_by_an_arrow(
    workspace_folder: Path, own_places: Path
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *choose_another(pilot))
        assert value(app) == str(own_places)
        await press(pilot, "end", "'/x")
        assert value(app) == f"{own_places}/x"
        await press(pilot, "ctrl+u")
        assert value(app) == ""
        await press(pilot, "ctrl+u")
        assert value(app) == f"{own_places}/x"
        await press(pilot, "ctrl+u", "escape", *choose_another(pilot), "'/no")
        assert value(app) == "/no"


async def test_after_an_error_the_folder_that_was_typed_stands_again(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    north(tmp_path / "other")
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *choose_another(pilot), f"'{tmp_path}/othe", "enter")
        assert "There is no folder" in seen(app)
        assert value(app) == f"{tmp_path}/othe"
        await press(pilot, "r", "enter")
        assert app.workroom is not None
        assert app.workroom.workspace.folder == tmp_path / "other"


async def test_a_title_to_be_changed_is_not_typed_over(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "'er")
        assert value(app) == "Norther"
        await press(pilot, "home", "ctrl+u", "'East", "enter")
        assert "East" in lines(app)[-2]
