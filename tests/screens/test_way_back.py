"""What stands beside "u undo" is what `u` takes back now, on whatever screen and whoever did it."""

from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from tests.screens.stage import app_on, identity, lines, north, seen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def status(app: CartuiApp) -> str:
    return lines(app)[-2].strip()


async def test_coming_back_to_a_screen_the_hint_names_what_u_takes_back(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign")
        assert status(app).startswith("Moved Falls log")
        await press(pilot, "2", "X")
        away = status(app)
        assert away.startswith("Put")
        assert away.endswith("u undo")
        await press(pilot, "3")
        assert status(app) == away
        await press(pilot, "u")
        assert status(app).startswith("Took back: put")
        assert status(app).endswith("U redo")
        await press(pilot, "2")
        assert status(app).startswith("Moved Falls log")
        assert status(app).endswith("u undo")
        await press(pilot, "u", "3")
        assert "Falls log" in seen(app)


async def test_after_an_undo_the_hint_names_the_key_that_does_it_again(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign", "u")
        assert status(app).startswith("Took back: moved Falls log")
        assert status(app).endswith("U redo")
        await press(pilot, "U")
        assert status(app).startswith("Did again: moved Falls log")
        assert status(app).endswith("u undo")


async def test_leaving_a_page_the_hint_names_what_was_done_there(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign", "enter", "c", "o", "k", "enter")
        done = status(app)
        assert "note" in done
        await press(pilot, "escape")
        assert status(app) == done


async def test_what_another_window_did_is_named_if_u_would_take_it_back(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    here, there = app_on(workspace_folder), app_on(workspace_folder, identity=identity(prefix="b"))
    async with here.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign")
        async with there.run_test(size=(80, 24)) as other:
            await press(other, "2", "X")
        here._pulse()
        await pilot.pause()
        last = here.last_said()
        assert last.startswith("Put")
        assert status(here).startswith(last)


async def test_on_front_the_hint_never_names_what_was_done_back_stage(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign", "B", "enter", "2", "c", "z", "q", "enter")
        assert "note" in status(app)
        await press(pilot, "f", "3", "2", "3")
        assert "note" not in status(app)
        await press(pilot, "u")
        assert status(app).startswith("Took back: moved Falls log")
        await press(pilot, "u", "u")
        assert "note" not in status(app).lower()
        await press(pilot, "F", "enter")
        assert status(app) == ""
