"""The Cycle board and its pages, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.app.themes import THEMES
from cartui.services.board import Board
from cartui.services.cycles import Cycles
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.settings import Settings
from cartui.store.workspace import Workspace
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.stage import members, north, reopened

Snap = Callable[..., bool]
FOLDER = Path("workspace")
TITLES = (
    "Falls log, and who writes it",
    "Night visits: what families sleep through",
    "Verwaltungsvereinfachungsmaßnahmen im Pflegeheim",
    "夜間の訪問と家族の睡眠",
    "Carers at work",
    "Cafe\N{COMBINING ACUTE ACCENT} de la re\N{COMBINING ACUTE ACCENT}union",
)


def begun(cycle: str = "CS5") -> tuple[Workspace, Board]:
    """Begin a workspace with a group of three in a cycle, and no cards."""
    north(FOLDER)
    workspace = reopened(FOLDER)
    programmes = Programmes(workspace, members)
    group = programmes.start_group("South", cycle=cycle).about[0]
    for other in programmes.groups():
        if other.uid != group:
            programmes.put_away_group(other)
    roster = Roster(workspace, members)
    for person in ("Ada Fernhollow; housing association", "Bridie Stonecrop; police", "山田太郎"):
        roster.add(person, group)
    return workspace, Board(workspace, members, group)


@pytest.fixture
def few() -> Path:
    """Six cards on their way, one paused, with whys, owners, a design, a dilemma; four ended."""
    workspace, board = begun()
    people = [person.uid for person in Roster(workspace, members).people(board.group_uid)]
    for n, title in enumerate(TITLES):
        board.new_card(title, board.stages()[n % 4].id)
        board.set_owners(people[: n % 3 + 1], board.cards()[-1])
    falls, _, katalog, *_ = board.cards()
    board.set_next_step(falls, "ask the ward for the second book", people[0], "2026-04-30")
    board.describe(falls, area="North Quay", scope_check="one ward, one month")
    why = "Two records of the same night differ."
    board.justify(why, *board.moves(board.advance(falls)), agreed_with="the ward")
    board.advance(falls)
    board.designs.answer(falls, "topic", "Falls at night on one ward")
    board.dilemmas.add(falls, "anonymity", "One ward only: anybody can tell which.", "Two wards.")
    board.pause(katalog)
    for n, title in enumerate(("School moves", "Phone tree", "Bus fares", "Ring roads")):
        card = board.card(board.new_card(title, "publication").about[0])
        if n < 2:
            board.publish(card, housed_at="the library")
        elif n == 2:
            board.hold_locally(card)
        else:
            board.stop("no time", card)
    workspace.close()
    return FOLDER


@pytest.fixture
def full() -> Path:
    """Two hundred cards."""
    workspace, board = begun()
    stages = board.stages()
    for n in range(200):
        board.new_card(f"{n:03} {TITLES[n % 6]}", stages[n * n % 5].id)
    workspace.close()
    return FOLDER


@pytest.fixture
def ten() -> Path:
    """Ten stages with two cards in each second of them."""
    workspace, board = begun("CPP2-10")
    for n, stage in enumerate(board.stages()[::2]):
        board.new_card(TITLES[n], stage.id)
        board.new_card(TITLES[n + 1], stage.id)
    workspace.close()
    return FOLDER


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_no_cards_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    begun()[0].close()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("3"))


@pytest.mark.parametrize("size", [SMALL, (100, 30), LARGE, (200, 60)])
def test_a_few(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    assert snap_compare(posed(few), terminal_size=size, run_before=keys("3", "right"))


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_each_theme(snap_compare: Snap, few: Path, theme: str) -> None:
    app = posed(few, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=LARGE, run_before=keys("3", "space", "space", "right"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_full(snap_compare: Snap, full: Path, size: tuple[int, int]) -> None:
    before = keys("3", "right", "pagedown", "pagedown")
    assert snap_compare(posed(full), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE, (200, 60)])
def test_ten_stages(snap_compare: Snap, ten: Path, size: tuple[int, int]) -> None:
    before = keys("3", "right", "right")
    assert snap_compare(posed(ten), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_why_is_asked_for(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "greater_than_sign")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_card_on_its_page(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "slash", *"falls", "enter", "enter")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_design(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "slash", *"falls", "enter", "enter", "D")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("view", ["ended", "owed", "dense"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_view(snap_compare: Snap, few: Path, view: str, size: tuple[int, int]) -> None:
    presses = {"ended": 1, "owed": 2, "dense": 3}[view]
    before = keys("3", *["v"] * presses)
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_for_outsiders(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "right", "F", "enter")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


def test_a_card_for_outsiders(snap_compare: Snap, few: Path) -> None:
    before = keys("3", "right", "F", "enter", "v", "enter")
    assert snap_compare(posed(few), terminal_size=SMALL, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_on_back(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "B", "enter", "slash", *"falls", "enter", "enter", "c", *"ring", "enter")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_cycles(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    assert snap_compare(posed(few), terminal_size=size, run_before=keys("3", "t", "down"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_from_one_cycle_to_another(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("3", "t", "down", "enter")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_an_own_cycle(snap_compare: Snap, size: tuple[int, int]) -> None:
    workspace, board = begun()
    Cycles(workspace, members).make_own("Our own way", board.stages(), copy_of="CS5")
    workspace.close()
    before = keys("3", "t", "end", "e", "end")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("pop_up", ["m", "x", "w", "h"])
def test_a_choice(snap_compare: Snap, few: Path, pop_up: str) -> None:
    assert snap_compare(posed(few), terminal_size=SMALL, run_before=keys("3", pop_up))
