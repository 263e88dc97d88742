"""What is half typed is kept: hidden on FRONT, offered again where it was typed, never lost."""

from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from tests.screens.stage import app_on, lines, north, reopened, seen

TYPED = "lena"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def asked(app: CartuiApp) -> str:
    """Return the line of the question."""
    return lines(app)[-3]


async def test_a_private_note_left_half_written_outlives_front(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "B", "enter", "c", *TYPED, "escape", "f")
        await press(pilot, "c")
        assert TYPED not in seen(app)
        await press(pilot, "escape", "B", "enter", "c")
        assert TYPED in asked(app)


async def test_looking_at_it_again_and_leaving_it_loses_nothing(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "B", "enter", "c", *TYPED, "escape", "c", "escape", "f")
        assert TYPED not in seen(app)
        await press(pilot, "B", "enter", "c")
        assert TYPED in asked(app)
        await press(pilot, "enter")
        assert "note" in lines(app)[-2]


async def test_a_question_of_front_does_not_push_out_the_one_of_back(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "B", "enter", "c", *TYPED, "f9")
        assert TYPED not in seen(app)
        await press(pilot, "c", "o", "p", "e", "n")
        await pilot.click(offset=(lines(app)[0].index("1 Home"), 0))  # keys are letters here
        await press(pilot, "B", "enter", "2")
        assert TYPED in asked(app)
        assert "open" not in asked(app)
        await press(pilot, "f9")
        assert "open" in asked(app)  # the question of FRONT stands again
        assert TYPED not in seen(app)


async def test_leaving_a_whole_page_keeps_what_was_half_typed_there(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "enter", "B", "enter", "c", *TYPED, "escape", "q")
        await press(pilot, "enter", "c")
        assert TYPED in asked(app)
        await press(pilot, "f9")
        assert TYPED not in seen(app)
        await press(pilot, "q", "c")
        assert TYPED not in seen(app)
    held = reopened(workspace_folder)
    raw = b"".join(path.read_bytes() for path in workspace_folder.rglob("*") if path.is_file())
    assert TYPED.encode() not in raw
    held.close()
