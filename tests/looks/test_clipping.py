"""Nothing is cut: every state in four sizes, crowded with what people really write, or empty."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from screens.present.screen import Driving
from tests.looks import states
from tests.looks.content import crowded, with_none, with_one
from tests.looks.tour import Tour, touring
from tests.looks.wholeness import faults

SIZES = [(100, 30), (120, 40), (200, 60), (80, 24)]
"""The last one is that in which the next state begins."""
LARGE_TYPE = (60, 18)
FEW = {name: states.MEMBERS[name] for name in states.MAIN} | {
    name: states.MEMBERS[name] for name in ("card", "a rule", "draft", "person form", "history")
}
WRITING = {
    "a line": "3 n =half", "the form of a person": "2 e =half", "a find": "2 slash =half",
    "the design": "3 enter D enter =half", "a comment": "5 enter c s enter =half",
    "a list": "2 I tab =half", "the palette": "3 colon =half", "a reason": "4 a e =half",
}  # fmt: skip


async def _look(tour: Tour, routes: Mapping[str, str]) -> dict[str, str]:
    """Return what is not whole, by state and size."""
    found: dict[str, str] = {}
    async for name in tour.states(routes):
        for size in SIZES:
            await tour.resize(*size)
            for _ in range(20):  # what lies under a pop-up is painted a moment after it
                if not (wrong := faults(tour)):
                    break
                await tour.pilot.pause(0.05)
            for fault in wrong:
                found[f"{name} at {size[0]}x{size[1]}"] = fault
    return found


async def test_everything_is_whole_in_a_crowd(workspace_folder: Path) -> None:
    crowded(workspace_folder)
    async with touring(workspace_folder, SIZES[-1]) as tour:
        assert await _look(tour, states.MANY_SIZES) == {}


@pytest.mark.parametrize("make", [with_one, with_none], ids=["one", "none"])
async def test_everything_is_whole_with_one_and_with_none(
    workspace_folder: Path, make: Callable[[Path], None]
) -> None:
    make(workspace_folder)
    async with touring(workspace_folder, SIZES[-1]) as tour:
        assert await _look(tour, FEW) == {}


@pytest.mark.parametrize(
    ("make", "nothing"),
    [(crowded, set()), (with_one, {"present a passage", "present what rules carried"})],
    ids=["crowd", "one"],
)
async def test_the_page_for_the_room_is_whole_in_large_type(
    workspace_folder: Path, make: Callable[[Path], None], nothing: set[str]
) -> None:
    make(workspace_folder)
    async with touring(workspace_folder, (80, 24)) as tour:
        async for name in tour.states(states.PRESENT):
            await tour.resize(*LARGE_TYPE)
            presenting = isinstance(tour.app.screen, Driving)
            assert presenting is (name not in nothing), name  # no comment, no rule adopted: no page
            if presenting:
                assert faults(tour) == [], name
            await tour.resize(80, 24)


async def test_what_is_being_written_outlives_every_size(workspace_folder: Path) -> None:
    crowded(workspace_folder)
    async with touring(workspace_folder, SIZES[-1]) as tour:
        async for name in tour.states(WRITING):
            before = _written(tour)
            assert "half" in before, name
            for size in (LARGE_TYPE, *SIZES):
                await tour.resize(*size)
                assert _written(tour) == before, (name, size)


def _written(tour: Tour) -> str:
    field = tour.app.focused
    assert isinstance(field, Input | TextArea)
    return field.value if isinstance(field, Input) else field.text
