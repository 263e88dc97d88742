"""One key is one frame, though it changes several parts of the screen, their sizes among them."""

from pathlib import Path

import pytest

from tests.paper import on_paper
from tests.screens.home_hall import full
from tests.screens.stage import app_on

SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES)
async def test_the_focus_on_home_and_the_lines_that_lists_give_it_are_one_frame(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        with on_paper(app) as paper:
            for key in ("tab", "tab", "tab", "tab", "shift+tab", "shift+tab", "tab"):
                paper.forget()
                await pilot.press(key)
                await pilot.pause()
                assert len(paper.frames) == 1, key
                assert paper.cells() == paper.cells_anew(), key


@pytest.mark.parametrize("screen", ["1", "2", "3", "4", "5"])
async def test_another_size_of_the_window_leaves_nothing_out(
    workspace_folder: Path, screen: str
) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(screen, "end")
        for size in ((100, 26), (80, 24), (120, 30), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            with on_paper(app) as paper:
                await pilot.press("up", "down", "right", "tab")
                await pilot.pause()
                assert paper.frames
                assert paper.cells() == paper.cells_anew(), size
