"""The tour as a newcomer walks it: by keys, by mouse, by the palette, and off the path."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cartui.app import CartuiApp
from cartui.model.rooms import Room
from cartui.practice import fresh_copy, programmes
from cartui.settings import Settings
from cartui.store.places import here
from screens.parts.tour_strip import TourStrip
from tests.screens.stage import app_on, lines, north, reopened, seen

SMALL, LARGE = (80, 24), (120, 40)
WHOLE = ("greater_than_sign", "u", "5", "enter", "t", "B", "enter", "f")


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A fresh copy of the made-up group."""
    return fresh_copy(programmes()[0], tmp_path / "practice")


def looking_round(folder: Path, **more: Any) -> CartuiApp:
    return app_on(folder, looking_round=True, **more)


def strip(app: CartuiApp) -> str:
    """Return what the tour says on the screen now, "" while it is out of sight."""
    text = seen(app)
    shown = app.screen.query(TourStrip)
    if not shown or not shown.first().display:
        return ""
    high = shown.first().size.height
    top = shown.first().region.y
    assert high >= 1
    return " ".join(" ".join(text.splitlines()[top : top + high]).split())


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_five_steps_by_their_keys(practice: Path, size: tuple[int, int]) -> None:
    app = looking_round(practice)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "3 Cycle" in lines(app)[0]
        assert "practice" in lines(app)[0]
        assert "Tour 1 of 5 Nothing here is real: try anything. > moves the card" in strip(app)
        assert "Esc ends the tour" in strip(app)
        await press(pilot, "greater_than_sign")
        assert "Tour 2 of 5 The card has moved" in strip(app)
        assert "u takes it back" in strip(app)
        await press(pilot, "u")
        assert "Tour 3 of 5 It stands where it stood" in strip(app)
        assert "5 shows the drafts." in strip(app)
        await press(pilot, "5")
        assert "Enter opens the draft" in strip(app)
        await press(pilot, "enter")
        assert "Tour 4 of 5" in strip(app)
        assert "t takes the comment at hand; a, d and l" in strip(app)
        await press(pilot, "t")
        assert "Tour 5 of 5 Answered" in strip(app)
        assert "B goes back stage" in strip(app)
        await press(pilot, "B", "enter")
        assert app.stage is Room.BACK
        assert "C writes one; f hides them all at once." in strip(app)
        await press(pilot, "f")
        assert "FRONT members" in lines(app)[0]
        assert "That was the tour." in strip(app)
        await press(pilot, "escape")
        assert strip(app) == ""
    again = looking_round(practice)
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        assert strip(again) == ""
        assert "3 Cycle" in lines(again)[0]


async def test_what_was_done_is_in_the_file_and_nothing_else_is(practice: Path) -> None:
    before = len(reopened(practice).changes_since({}))
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *WHOLE)
        assert app.tour.step is None
    done = [change.verb for change in reopened(practice).changes_since({})[before:]]
    assert done == ["board.advance", "undo", "feedback.take"]


async def test_a_private_note_on_the_way(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *WHOLE[:-1], "C")
        assert "Ctrl+G hides all that is private at once" in strip(app)
        await press(pilot, *"quince", "enter")
        assert "Noted, for you alone. f hides it" in strip(app)
        assert "quince" not in strip(app)
        await press(pilot, "f")
        assert "Hidden again" in strip(app)
        assert "Noted" not in seen(app)


async def test_hiding_half_typed_is_hiding_too(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *WHOLE[:-1], "C", *"quin", "ctrl+g")
        assert app.tour.step is None
        assert "Hidden again" in strip(app)


@pytest.mark.parametrize("steps", range(5))
async def test_esc_ends_it_at_any_step_and_it_stays_ended(practice: Path, steps: int) -> None:
    ends = (0, 1, 2, 4, 5)
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *WHOLE[: ends[steps]])
        assert f"Tour {steps + 1} of 5" in strip(app)
        page = type(app.screen)
        await press(pilot, "escape")
        assert strip(app) == ""
        assert type(app.screen) is page  # Esc ended the tour, and closed nothing besides
        assert "The tour has ended. : and “tour” begins it again." in seen(app)
    again = looking_round(practice)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert strip(again) == ""


async def test_esc_closes_a_field_or_a_choice_before_it_ends_the_tour(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        for opens in ("n", "slash", "m", "B", "colon"):
            await press(pilot, opens, "escape")
            assert app.tour.going, opens
        await press(pilot, "5", "enter", "c", "escape")  # choosing a passage
        assert app.tour.going
        await press(pilot, "escape")
        assert not app.tour.going


async def by_the_palette(pilot: Pilot[None], words: str) -> None:
    await press(pilot, "colon", *("space" if sign == " " else sign for sign in words), "enter")
    await pilot.pause()


async def test_the_palette_counts_as_the_key_does(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await by_the_palette(pilot, "one stage on")
        assert "Tour 2 of 5" in strip(app)
        await by_the_palette(pilot, "take back the last")
        assert "Tour 3 of 5" in strip(app)


async def test_the_mouse_counts_as_the_key_does(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "greater_than_sign", "u")
        at = lines(app)[0].index("5 Drafts")
        await pilot.click(offset=(at + 2, 0))
        await pilot.pause()
        row = next(n for n, line in enumerate(lines(app)) if "Asset mapping" in line)
        await pilot.click(offset=(6, row), times=2)
        await pilot.pause()
        assert "Tour 4 of 5" in strip(app)


async def test_going_astray_finds_back(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert "3 shows the board" in strip(app)
        await press(pilot, "X", "u", "4", "1", "question_mark", "escape", "3")
        assert "> moves the card" in strip(app)
        await press(pilot, "m", "4")  # another way to move it
        assert "Tour 2 of 5" in strip(app)
        await press(pilot, "4", "u")  # from another screen
        assert "Tour 3 of 5" in strip(app)
        await press(pilot, "5", "enter", "3")
        assert "5 shows the drafts, to answer a comment" in strip(app)


async def test_never_for_outsiders_nor_on_the_page_for_the_room(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "F", "enter")
        assert app.stage is Room.PUBLIC
        for screen in "12345":
            await press(pilot, screen)
            assert "Tour" not in seen(app)
        await by_the_palette(pilot, "tour")
        assert "Tour" not in strip(app)
        await press(pilot, "escape", "F", "enter", "3")
        assert "Tour 1 of 5" in strip(app)
        await press(pilot, "p")
        assert "Tour" not in seen(app)
        await press(pilot, "q")
        assert "Tour 1 of 5" in strip(app)


async def test_in_ones_own_work_only_when_it_is_asked_for(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = looking_round(workspace_folder)
    async with app.run_test(size=SMALL) as pilot:
        for screen in "12345":
            await press(pilot, screen)
            assert strip(app) == ""
        await by_the_palette(pilot, "tour")
        assert "This is your own work: each step counts" in strip(app)
        await press(pilot, "3", "greater_than_sign", "u", "5")
        assert "No draft here yet: n begins one." in strip(app)


async def test_opening_real_work_lets_the_tour_rest(practice: Path, workspace_folder: Path) -> None:
    north(workspace_folder)
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Tour 1 of 5" in strip(app)
        await app.open_folder(workspace_folder)
        await pilot.pause()
        assert strip(app) == ""
        assert not app.tour.seen


async def test_tour_in_the_palette_begins_again_after_it_was_finished(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, *WHOLE, "escape")
        await by_the_palette(pilot, "tour")
        assert "Tour 1 of 5" in strip(app)


async def test_a_practice_copy_opened_later_begins_at_home_without_it(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert strip(app) == ""
        assert app.frame is not None
        assert app.frame.TITLE_WORD == "Home"


async def test_the_large_programme_begins_at_home_without_it(tmp_path: Path) -> None:
    app = looking_round(fresh_copy("large", tmp_path / "large"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert strip(app) == ""
        assert app.frame is not None
        assert app.frame.TITLE_WORD == "Home"


async def test_from_the_first_page_it_begins_at_the_board(practice: Path) -> None:
    app = app_on(None, practice=lambda: practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "enter")
        await pilot.pause(0.3)
        assert "Tour 1 of 5" in strip(app)
        await press(pilot, "q")
        assert app.frame is not None
        assert app.frame.TITLE_WORD == "Home"
        await press(pilot, "q")
        assert "Leave?" in seen(app)


async def test_the_keys_it_names_are_ones_own(practice: Path) -> None:
    mine = {"board.advance": "M", "app.undo": "Z", "tour.end": "G", "screen.drafts": "9"}
    app = looking_round(practice, settings=Settings(keys=mine))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause(0.3)  # keys of one's own are checked against every screen
        assert app.to_tell == []
        assert "M moves the card" in strip(app)
        assert "G ends the tour" in strip(app)
        await press(pilot, "M")
        assert "Z takes it back" in strip(app)
        await press(pilot, "Z")
        assert "9 shows the drafts" in strip(app)
        await press(pilot, "n", "G")
        assert app.tour.going  # in a field it is a letter like any other
        await press(pilot, "escape", "G")
        assert not app.tour.going


async def test_it_takes_no_focus_and_no_field_from_the_hand(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "n", *"Falls", "space", *"log")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "Falls log"
        assert not any(isinstance(node, TourStrip) for node in app.screen.focus_chain)


async def test_the_end_is_remembered_on_this_machine(practice: Path) -> None:
    app = looking_round(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "escape")
    assert [path.name for path in here().state.glob("tour*")] == ["tour-seen"]
