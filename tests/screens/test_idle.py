"""A BACK screen that nobody touches for five minutes dims; FRONT never does."""

from pathlib import Path

import pytest

from cartui.model.rooms import Room
from screens.parts.neutral import WORDS
from tests.screens.stage import app_on, north, seen


class Watch:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


async def test_back_dims_after_five_minutes_and_any_key_wakes_it(workspace_folder: Path) -> None:
    north(workspace_folder)
    watch = Watch()
    app = app_on(workspace_folder, pace=watch)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter", "C", *"Zebra")
        await pilot.pause()
        app._pulse()
        watch.now += 280
        app._pulse()
        await pilot.pause()
        assert WORDS not in seen(app)
        watch.now += 40
        app._pulse()
        await pilot.pause()
        assert WORDS in seen(app)
        assert "Zebra" not in seen(app)
        assert "Falls log" not in seen(app)
        assert "BACK" not in seen(app)
        await pilot.press("x")
        await pilot.pause()
        assert app.stage is Room.BACK
        assert WORDS not in seen(app)
        assert app.frame is not None
        assert app.frame._asking.half_typed == "Zebra"  # the key that woke it did nothing else
        app._pulse()
        await pilot.pause()
        assert WORDS not in seen(app)


async def test_f_on_the_resting_screen_goes_front(workspace_folder: Path) -> None:
    north(workspace_folder)
    watch = Watch()
    app = app_on(workspace_folder, pace=watch)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        app._pulse()
        watch.now += 400
        app._pulse()
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert app.stage is Room.MEMBERS
        assert WORDS not in seen(app)


@pytest.mark.parametrize("key", ["tab", "escape", "enter", "q", "u", "f8", "space"])
async def test_any_key_only_wakes_it(workspace_folder: Path, key: str) -> None:
    north(workspace_folder)
    watch = Watch()
    app = app_on(workspace_folder, pace=watch)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        app._pulse()
        watch.now += 400
        app._pulse()
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert WORDS not in seen(app)
        assert app.stage is Room.BACK
        assert app.screen is app.frame


async def test_front_never_dims(workspace_folder: Path) -> None:
    north(workspace_folder)
    watch = Watch()
    app = app_on(workspace_folder, pace=watch)
    async with app.run_test(size=(80, 24)) as pilot:
        app._pulse()
        watch.now += 4000
        app._pulse()
        await pilot.pause()
        assert WORDS not in seen(app)
