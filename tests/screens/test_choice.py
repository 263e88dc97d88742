"""A small list to choose from: Enter alone takes nothing that weighs much; helps stand whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Status
from cartui.store.identity import Identity
from tests.screens.cycle_hall import SMALL, seated
from tests.screens.stage import app_on, north, seen
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


async def test_why_a_card_stops_is_not_taken_by_enter_alone(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("x", "s")
        assert "Why does it stop?" in seat.seen()
        assert "nothing chosen yet" in seat.seen()
        await seat.press("enter", "enter")
        assert "Why does it stop?" in seat.seen()
        await seat.press("down", "enter")
        assert "Why does it stop?" not in seat.seen()
    [card] = bench.board.cards()
    assert card.status == Status.STOPPED


async def test_the_help_of_every_cycle_stands_whole_under_the_list(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"Quay", "enter")
        await pilot.pause()
        options = app.screen._options  # type: ignore[attr-defined]
        for option in options:
            await pilot.pause()
            assert " ".join(option.more.split()) in " ".join(seen(app).replace("┃", " ").split())
            await pilot.press("down")


async def test_the_why_of_an_older_move_says_which_move_it_is(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "greater_than_sign", "l")
        await seat.press("escape", "down", "u", "l")
        assert "Topic → Data" in seat.seen()
        assert "Why now?" in seat.seen()
