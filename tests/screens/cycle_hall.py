"""The Cycle screen in the whole app, on a real workspace; afterwards the disk is read again."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import cast

from textual.pilot import Pilot

from cartui.app import CartuiApp
from screens.cycle.screen import CycleScreen
from tests.services.board_bench import BoardBench

SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)


class Seat:
    """Somebody at the keyboard in front of the board."""

    def __init__(self, app: CartuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> CycleScreen:
        """The board, wherever it stands in the stack."""
        return cast(CycleScreen, self.app.screen_stack[0])

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str, *after: str) -> None:
        """Type a text, then press the keys after it."""
        await self.pilot.press(*text)
        await self.press(*after)

    def seen(self) -> str:
        """Return the text on the terminal, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    def lines(self) -> list[str]:
        """Return the lines on the terminal."""
        return self.seen().split("\n")


async def wait_until(seat: Seat, so: Callable[[], bool]) -> None:
    """Wait for what another window did to arrive here; fails after ten seconds."""
    for _ in range(200):
        if so():
            return
        await seat.pilot.pause(0.05)
    raise AssertionError(f"it has not come about:\n{seat.seen()}")


@asynccontextmanager
async def seated(bench: BoardBench, size: tuple[int, int] = SMALL) -> AsyncIterator[Seat]:
    """Open the app on the bench's workspace, at its board; the bench reads the disk afterwards."""
    bench.ws.close()
    seconds = count()
    app = CartuiApp(bench.folder, identity=bench.identity, pace=lambda: float(next(seconds)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        await pilot.pause()
        yield Seat(app, pilot)
    bench.again()
