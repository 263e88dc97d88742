"""What is said on the status line is said to its end, in 80 columns too."""

from pathlib import Path

from screens.parts.status import MOST
from tests.screens.stage import app_on, lines, north

LONG = (
    "There is no folder /home/rowan/groups/learning together/north of the river. This workspace"
    " stays open; press : to look for another."
)


async def test_a_long_sentence_takes_another_line_and_the_hints_stay(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert app.frame is not None
        body = app.frame.query_one("Body").size.height
        app.frame.say(LONG, aside="u undo")
        await pilot.pause()
        said = " ".join(" ".join(lines(app)[-3:-1]).split())
        assert said == f"{LONG} u undo"
        assert "? help" in lines(app)[-1]
        await pilot.resize_terminal(160, 24)
        await pilot.pause()
        assert lines(app)[-2].split() == [*LONG.split(), "u", "undo"]
        app.frame.say("Moved")
        await pilot.pause()
        assert app.frame.query_one("Body").size.height == body


async def test_words_without_end_leave_room_for_the_screen(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.frame is not None
        app.frame.say("word " * 500, aside="u undo")
        await pilot.pause()
        assert app.frame._status.size.height == MOST
        assert lines(app)[-2].rstrip().endswith("u undo")


async def test_what_was_copied_says_to_the_end_where_it_stands(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "y")
        await pilot.pause()
        said = "".join(lines(app)[-4:-1]).replace(" ", "")
        assert said.endswith("copied.txttoo.")


async def test_a_long_question_stands_above_its_line(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    words = "Write to (a name ending in .html makes a page to print)"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.frame is not None
        app.frame.ask(words, lambda text: None)
        await pilot.press("x")
        await pilot.pause()
        assert words in lines(app)[-4]
        assert lines(app)[-3].strip() == "x"


async def test_a_long_title_never_cuts_off_what_is_asked_of_its_move(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "n", *("long" * 25), "enter", "greater_than_sign")
        await pilot.pause()
        await pilot.pause()
        [asked] = [line for line in lines(app) if "l writes it" in line]
        assert "Why now?" in asked
