"""Rules, the round and the versions, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.app.themes import THEMES
from cartui.services.ground_rules import GroundRules
from cartui.settings import Settings
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.rules_hall import opened, seven, twelve
from tests.screens.stage import members

Snap = Callable[..., bool]
FOLDER = Path("workspace")
LONG = (
    "Geschwindigkeitsbegrenzungsvereinbarung gilt auch im Besprechungszimmer des Landesamtes.",
    "会議で話されたことは、話した人の同意がないかぎり外に出さない。",
    "Cafe\u0301 and A\u030angstro\u0308m: we write each other's names as they write them.",
    "x",
)
ROUND = ("4", "end", "a", "a", "c", "s", "o", "up", "up", "e", *"too soon", "enter")


def full(folder: Path) -> str:
    """Forty rules, long, short and wide ones."""
    group = twelve(folder)
    ws = opened(folder, "r")
    rules = GroundRules(ws, members, group)
    for n in range(40):
        rules.propose(f"{LONG[n % 4]} {n}")
    for line in rules.rules()[::3]:
        rules.rest_agree(line.rule)
    ws.close()
    return group


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_no_rules_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    twelve(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("4"))


def test_rules_to_begin_with(snap_compare: Snap) -> None:
    twelve(FOLDER)
    before = keys("4", "enter", "space")
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=before)


@pytest.mark.parametrize("size", [SMALL, (100, 30), LARGE, (200, 60)])
def test_a_few(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("4", "down"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_full(snap_compare: Snap, size: tuple[int, int]) -> None:
    full(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("4", "pagedown"))


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_each_theme(snap_compare: Snap, theme: str) -> None:
    seven(FOLDER)
    app = posed(FOLDER, settings=Settings(theme=theme))
    before = keys("4", "space", "down", "space", "up")
    assert snap_compare(app, terminal_size=LARGE, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_one_rule_on_a_page(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    before = keys("4", "down", "z")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("theme", ["paper", "ink"])
def test_the_round(snap_compare: Snap, theme: str, size: tuple[int, int]) -> None:
    seven(FOLDER)
    app = posed(FOLDER, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=keys(*ROUND))


def test_a_reason_in_the_round(snap_compare: Snap) -> None:
    seven(FOLDER)
    before = keys(*ROUND, "e", *" for me")
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("theme", ["paper", "ink"])
def test_versions(snap_compare: Snap, theme: str, size: tuple[int, int]) -> None:
    seven(FOLDER)
    app = posed(FOLDER, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=keys("4", "v"))


@pytest.mark.parametrize("pop_up", ["R", "w", "o"])
def test_a_choice(snap_compare: Snap, pop_up: str) -> None:
    seven(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=keys("4", pop_up))


def test_retired(snap_compare: Snap) -> None:
    seven(FOLDER)
    before = keys("4", "down", "X", "t")
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=before)


def test_found(snap_compare: Snap) -> None:
    seven(FOLDER)
    before = keys("4", "slash", *"say")
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_on_back(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    before = keys("4", "B", "enter", "c", *"ring her first", "enter", "down", "up")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


def test_before_outsiders(snap_compare: Snap) -> None:
    seven(FOLDER)
    before = keys("4", "F", "enter")
    assert snap_compare(posed(FOLDER), terminal_size=SMALL, run_before=before)
