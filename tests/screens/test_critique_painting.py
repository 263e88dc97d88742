"""The clock of a round is painted once a second, in a few hundred bytes, on both windows."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import CompositorUpdate
from textual.app import App

from cartui.app.second_window import SecondWindow
from cartui.services.following import Following
from cartui.services.pages import step_page
from cartui.services.public_clock import PublicClock
from cartui.services.second_window import Shown
from cartui.services.showing import Showing
from screens.present.critique import CritiqueScreen
from screens.present.second import SecondScreen
from tests.paper import watch
from tests.screens.critique_hall import Watch, begun, in_round
from tests.screens.drafts_hall import Bench

MOST = 2048
SIZES = [(60, 18), (120, 40)]


def painting(app: App[Any]) -> list[int]:
    """Return a list to which the bytes of each frame are added from now on."""
    sent: list[int] = []

    def take(renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate):
            sent.append(len(renderable.render_segments(app.console).encode()))

    watch(app, take)
    return sent


async def ticks(pilot: Any, watch: Watch, sent: list[int], seconds: int) -> list[int]:
    """Let so many seconds pass one by one; return what each of them painted, in bytes."""
    found = []
    for _ in range(seconds):
        sent.clear()
        watch.pass_time(seconds=1)
        await pilot.pause(0.55)  # looked at more than once meanwhile
        assert len([each for each in sent if each]) == 1
        found.append(sum(sent))
    sent.clear()
    await pilot.pause(0.6)
    assert sum(sent) == 0  # no second passed: nothing is painted
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_on_the_page(workspace_folder: Path, size: tuple[int, int]) -> None:
    bench = Bench(workspace_folder)
    begun(bench)
    async with in_round(bench, size) as (seat, watch):
        await seat.press("t")
        assert isinstance(seat.app.screen, CritiqueScreen)
        await seat.pilot.pause(0.6)
        sent = painting(seat.app)
        for passed in (0, 237, 240, 284, 298):  # in between, at a minute, and where colours turn
            watch.now = datetime.fromisoformat(seat.app.screen.steps.round.since)
            watch.pass_time(seconds=passed)
            await seat.pilot.pause(0.6)
            assert max(await ticks(seat.pilot, watch, sent, 3 if passed < 298 else 2)) < MOST


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_on_the_second_window(tmp_path: Path, size: tuple[int, int]) -> None:
    state, watch = tmp_path / "state", Watch()
    showing = Showing(state, tmp_path)
    ends = watch.now.replace(minute=5).isoformat()
    clock = PublicClock(whole=300, left=300, ends=ends)
    showing.show(Shown(page=step_page("Warm", "What is strong?", "", "A word."), clock=clock))
    app = SecondWindow(Following(state), tmp_path, "stage", plain=False)
    app.get_default_screen = lambda: SecondScreen(Following(state), watch)  # type: ignore[method-assign]
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.6)
        sent = painting(app)
        assert max(await ticks(pilot, watch, sent, 3)) < MOST
    showing.take_away()
