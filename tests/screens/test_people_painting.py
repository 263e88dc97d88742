"""Only what changed is painted, and the glass shows what a whole painting would show."""

from pathlib import Path

import pyte
import pytest
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.services.roster import Roster
from tests.screens.people_hall import Hall, founded, hall, opened, press

WALK = [
    "down", "down", "down", "up", "space", "down", "slash", "'a", "'r", "backspace", "'ab",
    "backspace", "backspace", "'zz", "backspace", "enter", "end", "up", "home", "escape",
    "pagedown", "pagedown", "pageup", "A", "escape", "J", "down", "X", "z", "down", "z", "down",
]  # fmt: skip


class Glass:
    """A terminal beside an app: it gets each painting as a real one does."""

    def __init__(self, app: Hall) -> None:
        self._app = app
        self._size = app.size
        self._screen = pyte.Screen(*app.size)
        self._stream = pyte.Stream(self._screen)
        self._display = app._display
        self.partly = self.sent = 0
        app._display = self._shown  # type: ignore[method-assign, assignment]

    def _shown(self, screen: Screen[object], painted: RenderableType | None) -> None:
        self._display(screen, painted)
        if isinstance(painted, CompositorUpdate) and not self._app._batch_count:
            text = painted.render_segments(self._app.console)
            self.partly += isinstance(painted, ChopsUpdate)
            self.sent += len(text.encode())
            self._stream.feed(text)

    def lines(self) -> list[tuple[str, ...]]:
        """Return every cell with how it looks."""
        rows, columns = range(self._size.height), range(self._size.width)
        return [tuple(str(self._screen.buffer[y][x]) for x in columns) for y in rows]

    def painted_whole(self) -> list[tuple[str, ...]]:
        """Return the same of a terminal on which all is painted at once."""
        other = Glass.__new__(Glass)
        other._size, other._screen = self._size, pyte.Screen(*self._size)
        whole = self._app.screen._compositor.render_full_update()
        assert isinstance(whole, LayoutUpdate)
        pyte.Stream(other._screen).feed(whole.render_segments(self._app.console))
        return other.lines()


def many(folder: Path) -> None:
    names = [f"{given} {family}" for given in ("Ada", "Ben", "Cara", "山田") for family in
             ("Arber", "Orr", "Parry", "Ivory", "Adebayo", "Nwosu", "Zabar", "Lee", "O'Shea",
              "Kaur", "Braun", "Weiß")]  # fmt: skip
    founded(folder, *(f"{name}; Agency {at % 5}" for at, name in enumerate(names)))
    ws = opened(folder)
    roster = Roster(ws, lambda: Room.MEMBERS)
    people: list[Person] = roster.people()
    roster.set_role(people[::3], "volunteer", "north")
    roster.join(people[::4], "east")
    roster.edit(people[2], area="The long street that is wrapped beside the list, and the harbour")
    ws.close()


async def fresh(pilot: Pilot[None]) -> Glass:
    glass = Glass(pilot.app)  # type: ignore[arg-type]
    pilot.app.refresh()
    await pilot.pause()
    return glass


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_glass_shows_at_every_key_what_a_whole_painting_shows(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    many(tmp_path / "w")
    async with hall(tmp_path / "w", group="north", size=size) as (_, pilot):
        glass = await fresh(pilot)
        for key in WALK:
            await press(pilot, key)
            assert glass.lines() == glass.painted_whole(), f"after {key}"
        assert glass.partly >= len(WALK) // 2


async def test_a_step_sends_little(tmp_path: Path) -> None:
    many(tmp_path / "w")
    async with hall(tmp_path / "w", group="north") as (_, pilot):
        glass = await fresh(pilot)
        for key in ("down", "down", "up", "down"):
            glass.sent = 0
            await press(pilot, key)
            assert 0 < glass.sent <= 2048
