"""What is painted bit by bit is the same as the whole painted anew, and there is little of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.app.terminal_picture import CellsUpdate
from cartui.store.identity import Identity
from tests.paper import on_paper
from tests.screens.cycle_hall import LARGE, MIDDLE, SMALL, seated
from tests.services.board_bench import BoardBench

TITLES = (
    "Falls log, and who writes it",
    "夜間の訪問と家族の睡眠",
    "Cafe\N{COMBINING ACUTE ACCENT}",
    "x",
)
WALK = (
    "right", "right", "down", "left", "greater_than_sign", "right", "down", "space", "down",
    "less_than_sign", "u", "end", "home", "left", "v", "right", "s", "v", "v", "v", "escape",
    "slash", "x", "escape", "question_mark", "escape", "m", "4", "1", "3", "down", "right",
)  # fmt: skip


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    made = BoardBench(workspace_folder, identity)
    for number in range(12):
        made.write(f"{TITLES[number % len(TITLES)]} {number}")
    yield made
    made.ws.close()


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_bit_by_bit_is_the_same_as_all_anew(bench: BoardBench, size: tuple[int, int]) -> None:
    async with seated(bench, size) as seat:
        with on_paper(seat.app) as paper:
            for key in WALK:
                await seat.press(key)
                assert paper.cells() == paper.cells_anew(), key
        assert any(isinstance(update, CellsUpdate) for update in paper.updates)


async def test_a_step_to_another_stage_is_one_frame_and_little_of_it(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("greater_than_sign", "left")
        with on_paper(seat.app) as paper:
            for key in ("right", "right", "left", "left", "down", "up"):
                paper.forget()
                await seat.press(key)
                assert len(paper.updates) == 1, key
                assert sum(len(text.encode()) for text in paper.sent) <= 2048, key
