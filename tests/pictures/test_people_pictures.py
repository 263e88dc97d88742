"""People and bringing a list in, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.app.themes import THEMES
from cartui.exchange.people_csv import PersonRow
from cartui.services.bringing_in import BringingIn
from cartui.services.notebook import Notebook
from cartui.services.roster import Roster
from cartui.settings import Settings
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.stage import members, north, reopened

Snap = Callable[..., bool]
FOLDER = Path("workspace")
PEOPLE = (
    ("Ada Fernhollow", "housing association", "practitioner", "Mill Braes"),
    ("Bridie Stonecrop", "community", "community activist", "Easter Loan"),
    ("Freifrau Wilhelmine von Überlingen", "Landesamt für Verwaltungsfragen", "volunteer", ""),
    ("山田太郎左衛門尉", "東京都港区地域福祉推進協議会", "practitioner", "港区"),
    ("Zoe\u0301 A\u030angstro\u0308m", "Café", "volunteer", "North Quay"),
    ("Kim Reid", "health partnership", "policy officer", "Mill Braes"),
    ("Kim Reid", "culture service", "practitioner", "North Quay"),
)
LIST = (
    "Name;Organisation;E-mail;Joined\n"
    "ada fernhollow;housing association;ada@example.org;31.3.2016\n"
    "Bridie Stonecrop;police;;some day\n"
    ";nobody;;\n"
    "Nadia Larkspur;health partnership;;2026-01\n"
)


def filled(rows: list[PersonRow]) -> Path:
    group = north(FOLDER)
    workspace = reopened(FOLDER)
    BringingIn(workspace, members).bring_in(rows, group=group)
    roster = Roster(workspace, members)
    person = roster.people()[-len(rows) + 1]
    held = roster.memberships(person)[0]
    roster.set_why(held, "to show what a phone tree does on a bad night")
    Notebook(workspace, members).write(person.uid, "Bring the big printer paper.")
    workspace.close()
    return FOLDER


@pytest.fixture
def few() -> Path:
    """A group of seven, two of them of one name."""
    Path("list.csv").write_bytes(LIST.encode("cp1252"))
    return filled(
        [
            PersonRow(line=line, name=name, agency=agency, role=role, area=area)
            for line, (name, agency, role, area) in enumerate(PEOPLE)
        ]
    )


@pytest.fixture
def many() -> Path:
    """A group of two hundred."""
    return filled(
        [
            PersonRow(line=n, name=f"Person {n:03}", agency=PEOPLE[n % 7][1], role=PEOPLE[n % 7][2])
            for n in range(200)
        ]
    )


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_nobody_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("2"))


@pytest.mark.parametrize("size", [SMALL, (100, 30), LARGE, (200, 60)])
def test_a_few(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("2", "end", "up", "up")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_each_theme(snap_compare: Snap, few: Path, theme: str) -> None:
    before = keys("2", "end", "space", "up", "space")
    app = posed(few, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=LARGE, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_many(snap_compare: Snap, many: Path, size: tuple[int, int]) -> None:
    before = keys("2", "pagedown", "pagedown")
    assert snap_compare(posed(many), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_found(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("2", "slash", *"quay")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


def test_nothing_found(snap_compare: Snap, few: Path) -> None:
    assert snap_compare(posed(few), terminal_size=SMALL, run_before=keys("2", "slash", *"xyz"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_one_person_on_a_page(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("2", "slash", *"bridie", "enter", "z")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_form(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("2", "slash", *"bridie", "enter", "e", "down")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


@pytest.mark.parametrize("pop_up", ["m", "w", "v", "s"])
def test_a_choice(snap_compare: Snap, few: Path, pop_up: str) -> None:
    assert snap_compare(posed(few), terminal_size=SMALL, run_before=keys("2", "end", pop_up))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_on_back(snap_compare: Snap, few: Path, size: tuple[int, int]) -> None:
    before = keys("2", "end", "B", "enter", "c", *"ring her", "enter")
    assert snap_compare(posed(few), terminal_size=size, run_before=before)


LOGGED = ("2", "B", "enter", "l", "c", *"15 min: begins again in May", "enter")
SIGNAL = ("enter", "tab", "n", "2", "2", *"no hours until the festival", "enter")
TALKS = {
    "how": ("2", "B", "enter", "l"),
    "what about": LOGGED[:-1],
    "beside": (*LOGGED, *SIGNAL),
    "change": (*LOGGED, *SIGNAL, "up", "e"),
    "brief": (*LOGGED, *SIGNAL, "escape", "b"),
}


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("state", TALKS)
def test_contacts(snap_compare: Snap, few: Path, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(posed(few), terminal_size=size, run_before=keys(*TALKS[state]))


TO_PREVIEW = (*"list.csv", "enter", "enter")
STEPS = {
    "list": (),
    "columns": (*"list.csv", "enter"),
    "preview": TO_PREVIEW,
    "refused": (*TO_PREVIEW, "enter"),
    "left out": (*TO_PREVIEW, "L"),
}


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("step", STEPS)
def test_bringing_in(snap_compare: Snap, few: Path, step: str, size: tuple[int, int]) -> None:
    before = keys("2", "I", *STEPS[step])
    assert snap_compare(posed(few), terminal_size=size, run_before=before)
