"""The footer tells only keys that answer here, by what they do here."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.app import CartuiApp
from tests.screens.stage import app_on, lines, north, seen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def footer(app: CartuiApp) -> str:
    return lines(app)[-1]


@pytest.fixture
def app(workspace_folder: Path) -> CartuiApp:
    north(workspace_folder)
    return app_on(workspace_folder)


async def test_in_a_field_of_back_the_footer_and_help_tell_the_key_that_hides(
    app: CartuiApp,
) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "2", "B", "enter", "c")
        assert "Ctrl+G FRONT" in footer(app)
        await press(pilot, "f")
        assert "BACK" in lines(app)[0]
        await press(pilot, "f1")
        assert "Ctrl+G F9" in seen(app)
        await press(pilot, "escape", "ctrl+g")
        assert "FRONT members" in lines(app)[0]
        await press(pilot, "c")
        assert "Ctrl+G" not in footer(app)


async def test_outside_fields_the_letter_is_told_and_not_its_twin(app: CartuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "B", "enter")
        assert "f FRONT" in footer(app)
        assert "Ctrl+G" not in footer(app)


async def test_under_a_pop_up_the_screen_tells_no_keys_but_the_one_that_hides(
    app: CartuiApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "m")
        assert footer(app).strip() == ""
        await press(pilot, "escape")
        assert "? help" in footer(app)
        await press(pilot, "B", "enter", "m")
        assert footer(app).strip() == "Ctrl+G FRONT"
        await press(pilot, "f9")
        assert "FRONT members" in lines(app)[0]
        assert "? help" in footer(app)


async def test_q_leaves_from_home_and_goes_back_from_anywhere_else(app: CartuiApp) -> None:
    async with app.run_test(size=(300, 40)) as pilot:
        await pilot.pause()
        assert "q leave" in footer(app)
        for keys in (("2",), ("3",), ("enter",), ("comma",)):
            await press(pilot, *keys)
            assert "q back" in footer(app)
            assert "q leave" not in footer(app)


async def test_enter_says_what_it_does_here(app: CartuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "greater_than_sign")
        for hint in ("Enter open", "> forward", "< back", "m move to", "l why", "n new"):
            assert hint in footer(app)
        await press(pilot, "comma")
        assert "Enter change" in footer(app)
        assert "Enter open" not in footer(app)
        await press(pilot, "end")
        assert "Enter" not in footer(app)


async def test_the_list_of_cycles_is_chosen_from(app: CartuiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "t")
        assert "Enter choose this" in footer(app)
        assert "Enter open" not in footer(app)


async def test_front_public_tells_the_way_out_and_pages_for_members_open_nothing(
    app: CartuiApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F", "enter")
        assert "F leave FRONT public" in footer(app)
        await press(pilot, "2")
        assert "Members only" in seen(app)
        assert "F leave FRONT public" in footer(app)
        assert "Enter" not in footer(app)
        await press(pilot, "F", "enter")
        assert "Asha Rao" in seen(app)
        await press(pilot, "down", "e")
        assert app.screen.focused is not None


async def test_in_back_f_for_public_says_what_to_press(app: CartuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B", "enter", "F")
        assert lines(app)[-2].strip().startswith("First f, which hides what is private; then F")
        assert "BACK" in lines(app)[0]
        await press(pilot, "f", "F", "enter")
        assert "FRONT public" in lines(app)[0]


async def test_a_question_says_that_esc_keeps_what_is_typed(app: CartuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n", "C", "escape", "n")
        assert "Esc keeps it for later" in footer(app)
        assert lines(app)[-3].rstrip().endswith("C")


async def test_the_box_for_names_says_how_to_go_on(app: CartuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "I", "tab", "A", "l")
        assert "Esc then Enter: next" in footer(app)
        assert "Esc, then Enter, goes on" in seen(app)
        await press(pilot, "escape", "enter")
        assert "1 line." in seen(app)
