"""The frame, Home, the first start, the settings and the guides, one picture for each state."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cartui.app.themes import THEMES
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.programmes import Programmes
from cartui.settings import Settings
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed
from tests.screens.stage import members, north, reopened

Snap = Callable[..., bool]
FOLDER = Path("workspace")


@pytest.fixture
def groups() -> Path:
    """A workspace with two groups, cards on the way, and whys that are owed."""
    group = north(FOLDER)
    workspace = reopened(FOLDER)
    board = Board(workspace, members, group)
    board.advance(*board.cards())
    programmes = Programmes(workspace, members)
    east = Board(workspace, members, programmes.start_group("East", cycle="CPP2-10").about[0])
    for title in ("School moves", "Carers at work", "Heimunterbringungsentscheidungen", "夜間訪問"):
        east.new_card(title, east.stages()[0].id)
    workspace.close()
    return FOLDER


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_home_with_nothing_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    assert snap_compare(posed(FOLDER), terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, LARGE, (200, 60)])
def test_home_with_groups(snap_compare: Snap, groups: Path, size: tuple[int, int]) -> None:
    assert snap_compare(posed(groups), terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_home_on_back(snap_compare: Snap, groups: Path, size: tuple[int, int]) -> None:
    before = keys("B", "enter", "C", *"ring the centre", "enter")
    assert snap_compare(posed(groups), terminal_size=size, run_before=before)


def test_home_on_front_public(snap_compare: Snap, groups: Path) -> None:
    assert snap_compare(posed(groups), terminal_size=SMALL, run_before=keys("F", "enter"))


def test_a_screen_for_members_only(snap_compare: Snap, groups: Path) -> None:
    assert snap_compare(posed(groups), terminal_size=SMALL, run_before=keys("F", "enter", "2"))


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme(snap_compare: Snap, groups: Path, theme: str) -> None:
    app = posed(groups, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=SMALL, run_before=keys("3"))


def test_in_ascii(snap_compare: Snap, groups: Path) -> None:
    app = posed(groups, settings=Settings(symbols="ascii"))
    assert snap_compare(app, terminal_size=SMALL, run_before=keys("B"))


def test_the_first_start(snap_compare: Snap) -> None:
    assert snap_compare(posed(None), terminal_size=SMALL)


STATES: dict[str, Before] = {
    "help": keys("question_mark"),
    "help of all screens": keys("question_mark", "question_mark"),
    "menu": keys("f2"),
    "palette": keys("colon", *"mov"),
    "jump labels": keys("g"),
    "history": keys("i"),
    "question": keys("c", *"half a thought"),
    "settings": keys("comma"),
    "choice of cycle": keys("n", "x", "enter"),
    "names": keys("n", "x", "enter", "enter", *"Asha"),
    "leaving": keys("q"),
}


@pytest.mark.parametrize("state", STATES)
def test_each_guide(snap_compare: Snap, groups: Path, state: str) -> None:
    assert snap_compare(posed(groups), terminal_size=SMALL, run_before=STATES[state])


def test_not_saved(snap_compare: Snap, groups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app: Any = posed(groups)

    def full(draft: object, *, room: Room) -> Change:
        raise SaveFailed("the disk is full")

    monkeypatch.setattr(app.workroom.workspace, "commit", full)
    before = keys("X")
    assert snap_compare(app, terminal_size=SMALL, run_before=before)


def test_too_small(snap_compare: Snap, groups: Path) -> None:
    assert snap_compare(posed(groups), terminal_size=(71, 20))


def test_a_note_kept_by_resizing(snap_compare: Snap, groups: Path) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await keys("C", *"kept through it all")(pilot)
        await pilot.resize_terminal(*LARGE)
        await pilot.pause()

    assert snap_compare(posed(groups), terminal_size=SMALL, run_before=before)
