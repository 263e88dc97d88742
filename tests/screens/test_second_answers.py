"""A pop-up answers once: a key that was on its way to it when it closed closes nothing else."""

from pathlib import Path

from textual import events

from screens.parts.choice import Choice, lettered
from screens.parts.popup import Sure
from tests.screens.stage import app_on, north


async def test_a_letter_that_comes_after_enter_is_no_second_answer(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    answers: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        page = app.screen
        choice = Choice("Which?", lettered(["one", "two"]))
        app.push_screen(choice, answers.append)
        await pilot.pause()
        choice.dismiss(0)
        choice.on_key(events.Key("2", "2"))
        await pilot.pause()
        assert answers == [0]
        assert app.screen is page


async def test_a_pop_up_under_another_does_not_close_it(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        below, above = Sure("Below?"), Sure("Above?")
        app.push_screen(below)
        app.push_screen(above)
        await pilot.pause()
        below.action_yes()
        await pilot.pause()
        assert app.screen is above
