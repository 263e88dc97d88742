"""What is painted bit by bit is the same as the whole painted anew, and there is little of it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest
from rich.console import Console
from textual._compositor import CompositorUpdate

from cartui.store.identity import Identity
from screens.parts.exact_paint import ExactUpdate
from tests.screens.cycle_hall import LARGE, MIDDLE, SMALL, Seat, seated
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


class Paper:
    """A terminal that is fed what the app paints."""

    def __init__(self, seat: Seat, size: tuple[int, int]) -> None:
        self.seat, self.size = seat, size
        self.updates: list[CompositorUpdate] = []
        self.sent: list[str] = []
        self._console = Console(
            file=io.StringIO(), color_system="truecolor", force_terminal=True, legacy_windows=False
        )
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        seat.app._display = self._take  # type: ignore[method-assign, assignment]
        self.feed(self._whole())

    def _take(self, _screen: object, update: CompositorUpdate | None) -> None:
        if update is not None:
            self.updates.append(update)
            self.feed(update.render_segments(self._console))

    def _whole(self) -> str:
        whole = self.seat.app.screen._compositor.render_full_update()
        return whole.render_segments(self._console)

    def feed(self, text: str) -> None:
        self.sent.append(text)
        self._stream.feed(text)

    def cells(self) -> list[list[Any]]:
        return self._cells_of(self._screen)

    def cells_anew(self) -> list[list[Any]]:
        fresh = pyte.Screen(*self.size)
        pyte.Stream(fresh).feed(self._whole())
        return self._cells_of(fresh)

    def _cells_of(self, screen: pyte.Screen) -> list[list[Any]]:
        wide, high = self.size
        return [[screen.buffer[y][x] for x in range(wide)] for y in range(high)]


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_bit_by_bit_is_the_same_as_all_anew(bench: BoardBench, size: tuple[int, int]) -> None:
    async with seated(bench, size) as seat:
        paper = Paper(seat, size)
        for key in WALK:
            await seat.press(key)
            assert paper.cells() == paper.cells_anew(), key
        assert any(isinstance(update, ExactUpdate) for update in paper.updates)


async def test_a_step_to_another_stage_is_one_frame_and_little_of_it(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("greater_than_sign", "left")
        paper = Paper(seat, MIDDLE)
        for key in ("right", "right", "left", "left", "down", "up"):
            paper.updates.clear()
            paper.sent.clear()
            await seat.press(key)
            assert len(paper.updates) == 1, key
            assert sum(len(text.encode()) for text in paper.sent) <= 2048, key
