"""The page for the room: opened from BACK, in this window or in the second, it holds no marker."""

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.model.rooms import Room
from cartui.services.following import Following
from cartui.store.identity import Identity
from screens.present.prompter import Prompter
from screens.present.screen import Driving, PresentScreen
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.walking import Walk, walking
from tests.canary.witness import Witness, files_holding, painted

SIZES = [(80, 24), (120, 40)]
ROUTES = ["1", "1 tab", "1 panel", "2", "2 enter", "2 enter panel", "3", "3 enter",
          "3 enter panel", "4", "5", "6", "6 enter", "6 up enter", "comma"]  # fmt: skip
"""Where `p` is pressed in BACK; `panel` goes to the private panel beside it."""
PAGE = ("greater_than_sign", "pagedown", "space", "less_than_sign", "pageup", "b", "full_stop",
        "f5", "escape", "f", "ctrl+g", "p", "i", "y", "colon", "f2", "B", "enter")  # fmt: skip
"""The keys of the page, and some that must do nothing there; in this order they end unblanked."""


async def go(walk: Walk, route: str) -> None:
    from tests.canary.test_canary_after_back import to_panel

    for step in route.split():
        if step == "panel":
            await to_panel(walk)
        else:
            await walk.press(step)


async def present(walk: Walk) -> None:
    """Press `p`; if it asks for words, give it some."""
    await walk.press("p")
    if not isinstance(walk.app.screen, Driving):
        await walk.write("tea")
        await walk.press("enter")
    assert isinstance(walk.app.screen, Driving)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("route", ROUTES)
async def test_presenting_from_back_shows_the_marker_nowhere(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int], route: str
) -> None:
    async with walking(planted, identity, size) as walk:
        await walk.go_back_stage()
        await go(walk, route)
        await present(walk)
        assert isinstance(walk.app.screen, PresentScreen)
        assert walk.app.stage is Room.MEMBERS
        walk.room = Room.MEMBERS
        walk.witness.forget()
        with files_opened() as opened:
            await walk.look_after(*PAGE)
            walk.witness.look("on the page")
            await walk.press("q")
            walk.witness.look("after the page")
        assert not walk.witness.hits
        assert not back_files(opened)
        assert walk.app.stage is Room.MEMBERS
    assert not files_holding(tmp_path, MARK)


@pytest.mark.parametrize("route", ROUTES)
async def test_the_second_window_never_shows_it_though_the_first_stays_back(
    planted: Path, identity: Identity, tmp_path: Path, route: str
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await go(walk, route)
        state = walk.app.places.state
        second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
        witness = Witness(cast(CartuiApp, second), MARK)
        async with second.run_test(size=(60, 18)) as pilot:
            witness.watch_terminal()
            await present(walk)
            assert isinstance(walk.app.screen, Prompter)
            assert walk.app.stage is Room.BACK
            with witness.every_frame() as frames:
                for key in PAGE:
                    if key not in ("ctrl+g", "enter"):  # those two leave the bar
                        await walk.press(key)
                        await followed(pilot)
                        witness.look(f"{route} {key}")
            assert not witness.hits
            assert not [frame for frame in frames if MARK in frame or "BACK" in frame]
            assert "PRESENT" in painted(second.screen)
            assert not files_holding(state, MARK)
            await walk.press("q")
        assert not files_holding(tmp_path, MARK)


async def followed(pilot: Any) -> None:
    """Wait until the second window has looked once more."""
    await asyncio.sleep(0.25)
    await pilot.pause()


async def test_the_marker_would_be_seen_on_the_second_window(
    planted: Path, identity: Identity
) -> None:
    """The witness there is awake: words typed for the room do show."""
    async with walking(planted, identity, (80, 24)) as walk:
        state = walk.app.places.state
        second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
        witness = Witness(cast(CartuiApp, second), MARK)
        async with second.run_test(size=(60, 18)) as pilot:
            await walk.press("colon")
            await walk.write("message")
            await walk.press("enter")
            await walk.write(MARK)
            await walk.press("enter")
            await followed(pilot)
            await followed(pilot)
            witness.look("words")
            assert witness.hits
            assert files_holding(state, MARK)
            await walk.press("q")
