"""The tour's strip in the made-up group, one picture for each step, theme and set of symbols."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.app.themes import THEMES
from cartui.practice import fresh_copy, programmes
from cartui.settings import Settings
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.stage import NOON

Snap = Callable[..., bool]
STEPS = {
    "1 move": (),
    "2 take back": ("greater_than_sign",),
    "3 the drafts": ("greater_than_sign", "u"),
    "3 open one": ("greater_than_sign", "u", "5"),
    "4 answer": ("greater_than_sign", "u", "5", "enter"),
    "5 back stage": ("greater_than_sign", "u", "5", "enter", "t"),
    "5 in back": ("greater_than_sign", "u", "5", "enter", "t", "B", "enter"),
    "5 a note": ("greater_than_sign", "u", "5", "enter", "t", "B", "enter", "C", "x", "y"),
    "over": ("greater_than_sign", "u", "5", "enter", "t", "B", "enter", "f"),
    "ended": ("escape",),
}


@pytest.fixture
def practice() -> Path:
    """A fresh copy of the made-up group, as of the day on which the clock stands."""
    return fresh_copy(programmes()[0], Path("practice"), today=NOON.date())


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("step", STEPS)
def test_each_step(snap_compare: Snap, practice: Path, step: str, size: tuple[int, int]) -> None:
    app = posed(practice, looking_round=True)
    assert snap_compare(app, terminal_size=size, run_before=keys(*STEPS[step]))


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("theme", THEMES)
def test_each_theme(snap_compare: Snap, practice: Path, theme: str, size: tuple[int, int]) -> None:
    app = posed(practice, looking_round=True, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=keys("greater_than_sign"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_in_ascii(snap_compare: Snap, practice: Path, size: tuple[int, int]) -> None:
    app = posed(practice, looking_round=True, settings=Settings(symbols="ascii"))
    assert snap_compare(app, terminal_size=size, run_before=keys("greater_than_sign"))
