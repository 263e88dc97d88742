"""A critique round: what is caught for the back stage shows on no page, in no window or file."""

from pathlib import Path
from typing import cast

import pytest

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.backstage.letterbox import BOX
from cartui.model.rooms import Room
from cartui.services.following import Following
from cartui.store.identity import Identity
from screens.present.critique import CritiqueScreen
from screens.present.critique_bar import CritiqueBar
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.test_canary_present import followed
from tests.canary.walking import Walk, walking
from tests.canary.witness import Witness, files_holding, painted

PAGE = ("greater_than_sign", "t", "pagedown", "space", "less_than_sign", "pageup", "b", "f5", "f",
        "ctrl+g", "plus", "minus", "p", "u", "i", "y", "colon", "B", "f2")  # fmt: skip
"""The keys of a round, and some that must do nothing on its page."""
AFTER = ("u", "U", "i", "escape", "v", "v", "colon", "escape", "y", "1", "i", "escape")


async def hear(walk: Walk, key: str) -> None:
    """Catch the marker through a lens, and look at each sign that is typed."""
    await walk.look_after(key, *MARK, "ctrl+c", "enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("route", ["5", "5 enter"])
async def test_in_one_window_nothing_of_back_shows_nor_what_is_caught_for_it(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int], route: str
) -> None:
    async with walking(planted, identity, size) as walk:
        await walk.go_back_stage()
        await walk.press(*route.split(), "P")
        assert isinstance(walk.app.screen, CritiqueScreen)
        assert walk.app.stage is Room.MEMBERS
        walk.room = Room.MEMBERS
        walk.witness.forget()
        with files_opened() as opened, walk.witness.every_frame() as frames:
            await walk.look_after(*PAGE)
            await hear(walk, "4")
            await walk.look_after("4", *MARK, "escape", "4", "escape")
            await walk.look_after("q", *AFTER)
        assert not walk.witness.hits
        assert not [frame for frame in frames if MARK in frame.lower() or "plan by" in frame]
        assert not back_files(opened)
        assert len(list((planted / BOX).iterdir())) == 1
        assert walk.app.stage is Room.MEMBERS
    assert not files_holding(tmp_path, MARK)


async def test_the_second_window_shows_nothing_of_it_while_the_first_stays_back(
    planted: Path, identity: Identity, tmp_path: Path
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await walk.press("5", "enter")
        state = walk.app.places.state
        second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
        witness = Witness(cast(CartuiApp, second), MARK)
        async with second.run_test(size=(60, 18)) as pilot:
            witness.watch_terminal()
            await walk.press("P")
            assert isinstance(walk.app.screen, CritiqueBar)
            walk.room = walk.app.stage
            assert walk.room is Room.BACK
            assert "private: " in painted(walk.app.screen)
            with witness.every_frame() as frames:
                for key in ("t", "greater_than_sign", "4", *MARK, "enter", "b", "b", "plus"):
                    await walk.press(key)
                    await followed(pilot)
                    witness.look(key)
            assert not witness.hits
            assert not [frame for frame in frames if "private" in frame or "BACK" in frame]
            assert "PRESENT" in painted(second.screen)
            assert not files_holding(state, MARK)
            await walk.press("ctrl+g")
            assert "private: " not in painted(walk.app.screen)
            assert walk.app.stage is Room.MEMBERS
        assert not files_holding(tmp_path, MARK)


async def test_the_marker_would_be_seen_if_it_were_said_for_the_group(
    planted: Path, identity: Identity
) -> None:
    """The witness is awake: a comment for the group does show once the page is left."""
    async with walking(planted, identity, (120, 40)) as walk:
        await walk.press("5", "enter", "P")
        await hear(walk, "1")
        assert not walk.witness.hits
        await walk.look_after("q", "v", "home", "down", "down", "end")
        assert walk.witness.hits
