"""The series of meetings and the agenda, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.app.themes import THEMES
from cartui.settings import Settings
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.series_hall import filled, two_groups
from tests.screens.stage import north

Snap = Callable[..., bool]
FOLDER = Path("workspace")
BOTH = pytest.mark.parametrize("size", [SMALL, LARGE])
DOWN4 = ("down",) * 4

SERIES = {
    "coming": (),
    "held": ("home",),
    "one on a page": ("z",),
    "new": ("n",),
    "form": ("e",),
    "wrong in the form": ("e", "down", *" soon", "escape"),
    "groups": ("m", "space"),
    "slots": ("S",),
    "offered": ("S", "n"),
    "to raise": ("R",),
    "raised": ("r",),
    "put away": ("X", "v"),
    "found": ("slash", *"braes"),
    "sort": ("s",),
    "out": ("o",),
}
AGENDA = {
    "agenda": (),
    "raised part": ("down", "down"),
    "critique": DOWN4,
    "over": (*DOWN4, "e", "down", "ctrl+u", *"50", "escape"),
    "form": (*DOWN4, "e"),
    "questions": (*DOWN4, "w"),
    "draft": (*DOWN4, "b"),
    "templates": ("t",),
    "what was raised": ("down", "down", "enter"),
    "put away": ("X", "v"),
    "moved": ("J",),
}


@BOTH
@pytest.mark.parametrize("state", SERIES)
def test_series(snap_compare: Snap, state: str, size: tuple[int, int]) -> None:
    filled(FOLDER)
    before = keys("6", *("space" if key == " " else key for key in SERIES[state]))
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@BOTH
@pytest.mark.parametrize("state", AGENDA)
def test_agenda(snap_compare: Snap, state: str, size: tuple[int, int]) -> None:
    filled(FOLDER)
    before = keys("6", "d", *AGENDA[state])
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@BOTH
def test_no_meetings_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    two_groups(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("6"))


@BOTH
def test_an_empty_agenda(snap_compare: Snap, size: tuple[int, int]) -> None:
    filled(FOLDER)
    before = keys("6", "down", "d")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@BOTH
def test_before_outsiders(snap_compare: Snap, size: tuple[int, int]) -> None:
    filled(FOLDER)
    before = keys("6", "F", "enter", "enter")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_each_theme(snap_compare: Snap, theme: str) -> None:
    filled(FOLDER)
    app = posed(FOLDER, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=LARGE, run_before=keys("6"))


@pytest.mark.parametrize("size", [(60, 18), (100, 30), (200, 60)])
def test_other_sizes(snap_compare: Snap, size: tuple[int, int]) -> None:
    filled(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("6"))


@BOTH
def test_raised_in_back(snap_compare: Snap, size: tuple[int, int]) -> None:
    north(FOLDER)
    before = keys("2", "B", "enter", "r", "1")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@BOTH
def test_raised_on_home(snap_compare: Snap, size: tuple[int, int]) -> None:
    filled(FOLDER)
    assert snap_compare(
        posed(FOLDER), terminal_size=size, run_before=keys("3", "r", "1", "tab", "tab")
    )
