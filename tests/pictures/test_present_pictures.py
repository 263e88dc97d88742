"""The page for the room, in each size it is shown in; the bar, and the second window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.app.second_window import SecondWindow
from cartui.practice.copying import fresh_copy
from cartui.services.following import Following
from cartui.services.pages import passage_page, rules_page
from cartui.services.second_window import Shown
from cartui.services.showing import Showing
from cartui.settings import Settings
from screens.parts.frame import FrameScreen
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed

Snap = Callable[..., bool]
FOLDER, STATE = Path("workspace"), Path("state")
SMALLEST = (60, 18)
SIZES = [SMALLEST, SMALL, LARGE]
RULES = (
    "We listen to understand, not to reply",
    "What is said here stays here; learning leaves",
    "Everyone speaks once before anyone twice",
    "Name tensions kindly and early",
    "Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten sprechen zuletzt",
    "私たちは、理解するために聞きます。答えるためではありません。",
    "Nous parlons de nos pratiques, pas des personnes",
)
PASSAGE = (
    "Staff told us that families slept better when the visit was announced. We therefore think "
    "announcing visits should be the norm.\n\nTwo families disagreed and said they felt watched, "
    "which we come back to below."
)
WORDS = ("colon", *"show words", "enter")


@pytest.fixture
def practice() -> Path:
    """The practice programme."""
    return fresh_copy("one-group", FOLDER, today=date(2026, 3, 2))


def wanting(page: object, *pressed: str) -> Before:
    """Return what has a page shown, then presses keys."""

    async def show(pilot: Pilot[None]) -> None:
        pilot.app.screen.post_message(FrameScreen.PresentWanted(page))  # type: ignore[arg-type]
        await pilot.pause()
        await keys(*pressed)(pilot)

    return show


def made_smaller(size: tuple[int, int], before: Before) -> Before:
    """Do something in a window of the usual size, and then make the window smaller."""

    async def do(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(*SMALL)
        await before(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()

    return do


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pressed", [(), (">",)], ids=["first", "second"])
def test_rules(
    snap_compare: Snap, practice: Path, size: tuple[int, int], pressed: tuple[str, ...]
) -> None:
    before = wanting(rules_page(RULES), *pressed)
    assert snap_compare(posed(practice), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_a_card(snap_compare: Snap, practice: Path, size: tuple[int, int]) -> None:
    before = made_smaller(size, keys("3", "right", "p"))
    assert snap_compare(posed(practice), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_a_passage(snap_compare: Snap, practice: Path, size: tuple[int, int]) -> None:
    before = wanting(passage_page(PASSAGE))
    assert snap_compare(posed(practice), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_words_with_a_time(snap_compare: Snap, practice: Path, size: tuple[int, int]) -> None:
    before = made_smaller(size, keys(*WORDS, *"Back at 14:30", "enter"))
    assert snap_compare(posed(practice), terminal_size=size, run_before=before)


def test_a_group(snap_compare: Snap, practice: Path) -> None:
    assert snap_compare(posed(practice), terminal_size=SMALL, run_before=keys("p"))


def test_in_ascii(snap_compare: Snap, practice: Path) -> None:
    app = posed(practice, settings=Settings(symbols="ascii"))
    before = keys(*WORDS, *"2:45", "enter")
    assert snap_compare(app, terminal_size=SMALL, run_before=before)


def test_in_contrast(snap_compare: Snap, practice: Path) -> None:
    app = posed(practice, settings=Settings(theme="contrast"))
    assert snap_compare(app, terminal_size=SMALL, run_before=keys("3", "p"))


def test_too_small(snap_compare: Snap, practice: Path) -> None:
    before = wanting(rules_page(RULES))
    assert snap_compare(posed(practice), terminal_size=(50, 12), run_before=before)


@pytest.mark.parametrize("back", [False, True], ids=["members", "back"])
def test_the_bar_for_the_second_window(snap_compare: Snap, practice: Path, back: bool) -> None:
    following = Following(STATE)
    following.begin()
    pressed = ("3", *(("B", "enter") if back else ()))

    async def before(pilot: Pilot[None]) -> None:
        await keys(*pressed)(pilot)
        await wanting(rules_page(RULES))(pilot)

    assert snap_compare(posed(practice), terminal_size=SMALL, run_before=before)
    following.end()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shows", [False, True], ids=["nothing", "rules"])
def test_the_second_window(snap_compare: Snap, size: tuple[int, int], shows: bool) -> None:
    showing, page = Showing(STATE, FOLDER), rules_page(RULES)
    assert page is not None
    if shows:
        showing.show(Shown(page=page, leaf=1))
    app = SecondWindow(Following(STATE), Path("reports"), "stage", plain=False)
    assert snap_compare(app, terminal_size=size)
    showing.take_away()
