"""A tour of every state in one open app, so that looking at all of them costs one start."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual import events
from textual.keys import _character_to_key as named
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cartui.app import CartuiApp
from cartui.model.rooms import Room
from screens.parts.ask_bar import AskBar
from screens.present.screen import Driving
from tests.screens.stage import app_on
from tests.settling import at_rest


class Tour:
    """Somebody at the keyboard who goes from state to state. `failed` holds what was found."""

    def __init__(self, app: CartuiApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self._stood: str | None = None

    async def press(self, *keys: str) -> None:
        """Press keys; a word after "=" is typed, a comma in it being an Enter."""
        for key in keys:
            signs = [key]
            if len(key) > 1 and key[0] == "=":
                signs = ["enter" if sign == "," else sign for sign in key[1:]]
            for sign in signs:
                name = named(sign) if len(sign) == 1 else sign
                self.app.post_message(events.Key(name, sign if len(sign) == 1 else None))
                await self.quiet()

    async def quiet(self) -> None:
        """Wait until nothing is left to be answered or painted."""
        await at_rest(self.app)

    async def resize(self, wide: int, high: int) -> None:
        """Let the window have another size."""
        await self.pilot.resize_terminal(wide, high)
        await self.quiet()

    async def go(self, keys: str) -> None:
        """Close whatever stands open, take back what was changed, and press these keys."""
        await self.settle()
        self._stood = self._last_change()
        first, *more = keys.split()
        await self.press(first)
        if len(self.app.screen_stack) == 1:
            await self.press("escape", "escape")  # all is shown, in the first pane
            self.app.screen.set_focus(self.app.screen.focus_chain[0] if self._panes else None)
        await self.press(*more)

    async def settle(self) -> None:
        """Close whatever stands open: questions, pop-ups, pages; take back what was changed."""
        for _ in range(12):
            if len(self.app.screen_stack) == 1 and not self._writing():
                break
            await self.press("q" if isinstance(self.app.screen, Driving) else "escape")
        assert len(self.app.screen_stack) == 1, self.app.screen
        while self._moved_on():
            await self.press("u")

    def _moved_on(self) -> bool:
        stood = self._stood is None or self.app.stage is Room.PUBLIC
        return not stood and self._last_change() > (self._stood or "")

    @property
    def _panes(self) -> bool:
        return bool(self.app.screen.focus_chain)

    def _last_change(self) -> str:
        assert self.app.workroom is not None
        change = self.app.workroom.workspace.next_undo(self.app.stage)
        return change.id if change is not None else ""

    def _writing(self) -> bool:
        asking = any(bar.display for bar in self.app.screen.query(AskBar))
        choosing = getattr(self.app.focused, "choosing", False)
        return asking or choosing or isinstance(self.app.focused, Input | TextArea)

    async def states(self, routes: Mapping[str, str]) -> AsyncIterator[str]:
        """Stand in one state after the other, and yield its name."""
        for name, keys in routes.items():
            await self.go(keys)
            yield name
        await self.settle()

    async def go_back_stage(self) -> None:
        """Go back stage in the two acts it takes."""
        await self.settle()
        await self.press("1", "B", "enter")
        assert self.app.stage is Room.BACK

    async def go_public(self) -> None:
        """Show only what outsiders may see."""
        await self.settle()
        await self.press("1", "F", "enter")
        assert self.app.stage is Room.PUBLIC

    def painted(self) -> list[list[Segment]]:
        """Return what stands on the terminal, line by line, as it is painted."""
        self.app.screen._compositor.full_map  # noqa: B018 - arranges what is about to be painted
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    def looks(self) -> list[list[tuple[str, str]]]:
        """Return what stands on the terminal and how it is painted, line by line."""
        return [[(text, str(style)) for text, style, _ in line] for line in self.painted()]

    def lines(self) -> list[str]:
        """Return the text on the terminal, line by line."""
        return ["".join(segment.text for segment in line) for line in self.painted()]


@asynccontextmanager
async def touring(
    folder: Path | None, size: tuple[int, int] = (120, 40), **more: Any
) -> AsyncIterator[Tour]:
    """Open the app on a workspace and take a seat."""
    app = app_on(folder, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Tour(app, pilot)
