"""A critique round in each size a room may have: whole, in time and over it, with the line open."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.app.second_window import SecondWindow
from cartui.services.following import Following
from cartui.services.pages import step_page
from cartui.services.public_clock import PublicClock
from cartui.services.second_window import Shown
from cartui.services.showing import Showing
from cartui.settings import Settings
from cartui.store.identity import Identity
from screens.present.second import SecondScreen
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed
from tests.screens.critique_hall import begun
from tests.screens.drafts_hall import Bench
from tests.screens.stage import NOON, identity

Snap = Callable[..., bool]
FOLDER, STATE = Path("workspace"), Path("state")
SMALLEST = (60, 18)
SIZES = [SMALLEST, SMALL, LARGE]
LONG_ASK = "Whether the conclusion is too strong for two sites, and what a manager would ask first."


class Stopped:
    """A clock that stands wherever it is put."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


def in_round(
    size: tuple[int, int],
    clock: Stopped,
    passed: float,
    *pressed: str,
    before: tuple[str, ...] = (),
) -> Before:
    """Return what opens the round at some seconds of its first step, and presses keys."""

    async def take(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(*max(size, SMALL))
        await keys("5", "enter", *before, "P", "t")(pilot)
        clock.now = NOON + timedelta(seconds=passed)
        await keys(*pressed)(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause(0.5)

    return take


def app_with(clock: Stopped, theme: str = "paper", ask: str = LONG_ASK) -> object:
    bench = Bench(FOLDER)
    begun(bench, ask)
    bench.ws.close()
    by = identity(prefix="a")
    who = Identity(device=by.device, actor=by.actor, clock=clock, new_id=by.new_id)
    return posed(FOLDER, identity=who, settings=Settings(theme=theme))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("passed", [0, 250, 290, 301], ids=["whole", "soon", "last", "over"])
def test_a_step(snap_compare: Snap, size: tuple[int, int], passed: int) -> None:
    clock = Stopped()
    shown = in_round(size, clock, passed)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_line_open(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = in_round(size, clock, 61, "2", *"two sites only")
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


def test_kept(snap_compare: Snap) -> None:
    clock = Stopped()
    shown = in_round(SMALL, clock, 61, "4", *"hush", "enter")
    assert snap_compare(app_with(clock), terminal_size=SMALL, run_before=shown)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
@pytest.mark.parametrize("back", [False, True], ids=["members", "back"])
def test_the_bar_below_ones_own_screen(
    snap_compare: Snap, size: tuple[int, int], back: bool
) -> None:
    following, clock = Following(STATE), Stopped()
    app = app_with(clock)
    following.begin()
    shown = in_round(size, clock, 372, before=("B", "enter") if back else ())
    assert snap_compare(app, terminal_size=size, run_before=shown)
    following.end()


def test_the_line_of_the_bar_in_back(snap_compare: Snap) -> None:
    following, clock = Following(STATE), Stopped()
    app = app_with(clock)
    following.begin()
    shown = in_round(SMALL, clock, 30, "4", *"may be read here", before=("B", "enter"))
    assert snap_compare(app, terminal_size=SMALL, run_before=shown)
    following.end()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", ["stage", "paper"])
def test_the_second_window(snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    showing = Showing(STATE, FOLDER)
    passage = " ".join(["Staff told us that families slept better when it was announced."] * 4)
    page = step_page("Cool feedback", "What is missing?", "Asked for: how strong it is", passage)
    ends = (NOON + timedelta(seconds=40)).isoformat()
    showing.show(Shown(page=page, leaf=1, clock=PublicClock(whole=420, left=420, ends=ends)))
    app = SecondWindow(Following(STATE), Path("reports"), theme, plain=False)
    app.get_default_screen = lambda: SecondScreen(Following(STATE), lambda: NOON)  # type: ignore[method-assign]
    assert snap_compare(app, terminal_size=size)
    showing.take_away()
