"""A meeting on one's own page and before the room, in each size there may be, in light and dark."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.model.meetings import Slot
from cartui.settings import Settings
from cartui.store.identity import Identity
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed
from tests.pictures.test_critique_pictures import Stopped
from tests.screens.meeting_hall import MeetingBench
from tests.screens.stage import NOON, identity

Snap = Callable[..., bool]
FOLDER = Path("workspace")
SMALLEST = (60, 18)
SIZES = [SMALL, LARGE]
ROOM_SIZES = [SMALLEST, SMALL, LARGE]
THEMES = ["paper", "stage"]
SLOTS = (
    Slot(on="2026-03-16", start="14:00", venue="Library"),
    Slot(on="2026-03-18", start="10:00", venue="Town hall, committee room on the second floor"),
    Slot(on="2026-03-23", start="16:30"),
)
LONG = (
    "What did you see, and what did you expect to see before you went there?",
    "Whose voice is missing, and how could we find out what they would say to it?",
    "What would change your mind?",
)


def app_with(clock: Stopped, theme: str = "paper", questions: tuple[str, ...] = ()) -> object:
    bench = MeetingBench(FOLDER, start="12:00", slots=SLOTS)
    if questions:
        second = bench.meetings.agenda(bench.meeting)[1]
        bench.meetings.edit_segment(second, questions=questions)
    bench.meetings.add(on="2026-03-16", start="14:00", venue="Library")
    bench.ws.close()
    by = identity(prefix="a")
    who = Identity(device=by.device, actor=by.actor, clock=clock, new_id=by.new_id)
    return posed(FOLDER, identity=who, settings=Settings(theme=theme))


def after(
    clock: Stopped, passed: float, *pressed: str, before: tuple[str, ...] = ("t",),
    size: tuple[int, int] | None = None,
) -> Before:  # fmt: skip
    """Return what opens the meeting, lets so many seconds pass, and presses keys."""

    async def take(pilot: Pilot[None]) -> None:
        if size is not None:
            await pilot.resize_terminal(*LARGE)
        await keys("6", "enter", *before)(pilot)
        clock.now = NOON + timedelta(seconds=passed)
        await keys(*pressed)(pilot)
        if size is not None:
            await pilot.resize_terminal(*size)
        await pilot.pause(0.7)

    return take


NEXT = "greater_than_sign"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_before_it_begins(snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    clock = Stopped()
    shown = after(clock, 0, before=())
    assert snap_compare(app_with(clock, theme), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_in_the_middle(snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    clock = Stopped()
    shown = after(clock, 738, before=("t", NEXT))
    assert snap_compare(app_with(clock, theme), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_coming_to_an_end_with_long_questions(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 1000, before=("t", NEXT))
    app = app_with(clock, questions=LONG)
    assert snap_compare(app, terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_in_back_over_its_time(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 1500, "B", "enter", before=("t", NEXT))
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_check_in_back(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 0, "B", "enter", "s", before=())
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_over(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 600, NEXT, "E", "enter")
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


# --- before the room


@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_the_welcome(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 0, "p", before=(), size=size)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("passed", [0, 1000, 1150, 1300], ids=["whole", "soon", "last", "over"])
@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_a_part(snap_compare: Snap, size: tuple[int, int], passed: int) -> None:
    clock = Stopped()
    shown = after(clock, passed, "p", before=("t", NEXT), size=size)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_long_questions(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 61, "p", before=("t", NEXT), size=size)
    app = app_with(clock, questions=LONG)
    assert snap_compare(app, terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_a_part_without_questions(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 0, "p", before=("t", NEXT, NEXT), size=size)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_the_next_meeting(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 0, *[NEXT] * 4, "p", NEXT, size=size)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)


@pytest.mark.parametrize("size", ROOM_SIZES, ids=str)
def test_thanks(snap_compare: Snap, size: tuple[int, int]) -> None:
    clock = Stopped()
    shown = after(clock, 0, "E", "enter", "p", size=size)
    assert snap_compare(app_with(clock), terminal_size=size, run_before=shown)
