"""How wide pop-ups are: whole lines where the window has the room, never more than reads well."""

from pathlib import Path

import pytest

from cartui.app import CartuiApp
from cartui.services.meetings import Meetings
from screens.parts.popup import MEASURE, Box
from screens.parts.story import Story
from tests.screens.drafts_hall import Bench, seated
from tests.screens.series_hall import filled, opened
from tests.screens.series_hall import seated as at_meetings
from tests.screens.stage import app_on, members, north, seen

SIZES = {(80, 24): 78, (100, 30): 96, (120, 40): 98, (200, 60): 98}
LONG = "who of us goes to the partners' board, and with which of the studies"


def box_of(app: CartuiApp) -> int:
    """Return the width of the box in front, in cells."""
    return app.screen.query_one(Box).outer_size.width


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_help_takes_the_room_of_the_window(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "question_mark")
        await pilot.pause()
        assert box_of(app) == SIZES[size]
        assert "u takes it back" in seen(app)


@pytest.mark.parametrize(("size", "wide"), [((80, 24), 76), ((120, 40), 91), ((200, 60), 91)])
async def test_a_long_choice_stands_whole_where_it_can(
    workspace_folder: Path, size: tuple[int, int], wide: int
) -> None:
    group = filled(workspace_folder)
    ws = opened(workspace_folder, "w")
    Meetings(ws, members, group).raise_words(LONG)
    ws.close()
    async with at_meetings(workspace_folder, size, "d", "R") as seat:
        assert box_of(seat.app) == wide
        assert (LONG in seat.seen()) == (size[0] > 80)
        assert "let it go" in seat.seen()


async def test_a_short_choice_is_no_wider_in_a_wide_window(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with at_meetings(workspace_folder, (200, 60), "d", "S") as seat:
        assert "Mill Braes library" in seat.seen()
        assert box_of(seat.app) == 76


@pytest.mark.parametrize(("words", "wide"), [("Short.", 84), ("a word " * 30, 100)])
async def test_a_comment_to_be_read_grows_with_its_lines(
    workspace_folder: Path, words: str, wide: int
) -> None:
    bench = Bench(workspace_folder)
    bench.begin()
    bench.feedback.add(bench.draft, bench.version, words)
    async with seated(bench, (120, 40)) as seat:
        await seat.press("enter")
        assert box_of(seat.app) == wide
        await seat.press("escape", "i")
        assert isinstance(seat.app.screen, Story)
        assert box_of(seat.app) in range(90, MEASURE + 1)
        assert "Esc closes" in seen(seat.app)
