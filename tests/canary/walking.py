"""Walking through an open app as a hand would: every screen, every key that answers there."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key as named
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cartui.app import CartuiApp
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from screens.parts.ask_bar import AskBar
from screens.parts.body import LEAST
from screens.parts.popup import Sure
from screens.present.screen import Driving
from tests.canary.planting import MARK
from tests.canary.witness import Witness
from tests.settling import at_rest

MOST_CLOSED = 40
"""Things that may stand open one over the other, at the very most."""
MOVING = ("down", "right", "up", "left", "end", "home", "pagedown", "space", "tab", "shift+tab")
DOORS = {"B", "F"}
"""Keys that ask whether to go to another stage of the room: they are answered with Esc."""
OFFERS = {"colon", "f2"}
"""Keys that offer everything else: what they offer is read, and done by its own key."""


class Walk:
    """One app under one witness. `room` is the stage in which every step has to end.

    `size` is that of the window while keys are pressed on a page; in one too small for the frame
    the way there is gone before, and what was opened is closed after it is made wider.
    """

    def __init__(self, app: CartuiApp, pilot: Pilot[Any], witness: Witness) -> None:
        self.app, self.pilot, self.witness = app, pilot, witness
        self.room = Room.MEMBERS
        self.size = (app.size.width, app.size.height)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each fully answered."""
        for key in keys:
            sign = key if len(key) == 1 else None
            self.app.post_message(events.Key(key if sign is None else named(sign), sign))
            await self.quiet()

    async def quiet(self) -> None:
        """Wait until nothing is left to be answered: no key, no message, no frame."""
        for _ in range(2000):
            await at_rest(self.app)
            if not self.app._keys._under_way:
                return
            await asyncio.sleep(0.003)
        raise AssertionError("a key is not answered")

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if sign == " " else sign for sign in text))

    async def look_after(self, *keys: str) -> None:
        """Press keys and look at everything after each of them."""
        for key in keys:
            await self.press(key)
            self.witness.look(f"{self.app.stage.value}, {self._where()}, after {key}")

    def _where(self) -> str:
        frame = self.app.frame
        return f"{frame.TITLE_WORD if frame else ''} {type(self.app.screen).__name__}"

    async def settle(self) -> None:
        """Close whatever stands open: questions, pop-ups, pages."""
        await self._close_down_to(1)
        assert self.app.stage is self.room, f"{self.app.stage} instead of {self.room}"

    async def _close_down_to(self, depth: int) -> None:
        """Close what stands open above so many screens."""
        for _ in range(MOST_CLOSED):
            if len(self.app.screen_stack) <= depth and not self._writing():
                return
            await self._close()
        raise AssertionError(f"{self._where()} cannot be closed")

    async def _close(self) -> None:
        """Close the top thing; a page for the room takes Esc for its blank key.

        A page in a window too small for it shows nothing, so its keys rest until it is wider.
        """
        small = getattr(self.app.screen, "too_small", False)
        if small:
            await self.pilot.resize_terminal(*LEAST)
        await self.press("q" if isinstance(self.app.screen, Driving) else "escape")
        if small:
            await self.pilot.resize_terminal(*self.size)

    async def go(self, *route: str) -> None:
        """Go to the page that keys lead to, in a window in which they answer."""
        await self.pilot.resize_terminal(*max(LEAST, self.size))
        await self.press(*route)
        await self.pilot.resize_terminal(*self.size)

    def _writing(self) -> bool:
        asking = any(bar.display for bar in self.app.screen.query(AskBar))
        choosing = getattr(self.app.focused, "choosing", False)  # a passage of a draft
        return asking or choosing or isinstance(self.app.focused, Input | TextArea)

    def keys_here(self) -> list[str]:
        """Return one key of each verb that can be done here and now, and those that move."""
        active = self.app.screen.active_bindings
        found = {
            each.binding.id or each.binding.action: key
            for key, each in reversed(active.items())
            if each.enabled and not key.startswith("ctrl+") and "-" not in key
        }
        return [*dict.fromkeys((*found.values(), *MOVING))]

    async def every_key(self, *route: str) -> None:
        """On the page that keys lead to, press every key that answers; one step into what opens."""
        await self.go(*route)
        here, tried = self._place(), {*"123456"}
        for _ in range(len(self.app.screen.focus_chain) + 1):
            for key in self.keys_here():
                if key not in tried:
                    tried.add(key)
                    stood = self._last_change()
                    await self.one_key(key)
                    await self._return(here, route)
                    await self._take_back(stood)
            await self.look_after("tab")

    def _last_change(self) -> str:
        assert self.app.workroom is not None
        change = self.app.workroom.workspace.next_undo(Room.MEMBERS)
        return change.id if change is not None else ""

    async def _take_back(self, stood: str) -> None:
        """Take back what a key has changed, so that the next one finds the same picture."""
        while self.room is not Room.PUBLIC and self._last_change() > stood:
            await self.press("u")

    def _place(self) -> tuple[str, type[object], int]:
        return self.app.current_mode, type(self.app.screen), len(self.app.screen_stack)

    async def _return(self, here: tuple[str, type[object], int], route: tuple[str, ...]) -> None:
        """Close what a key has opened; if that led away, go the whole way again."""
        await self._close_down_to(here[2])
        if self._place() != here:
            await self.settle()
            await self.go(*route)
        assert self.app.stage is self.room

    async def one_key(self, key: str) -> None:
        """Press a key, and in what it opens go down, type a letter, and take what is offered."""
        depth = len(self.app.screen_stack)
        await self.look_after(key)
        if key in DOORS:
            await self.press("escape")
        elif len(self.app.screen_stack) > depth or self._writing():
            await self.look_after("down", "a")
            if key not in OFFERS and not isinstance(self.app.screen, Sure):
                await self.look_after("enter")

    async def go_back_stage(self) -> None:
        """Go back stage in the two acts it takes."""
        await self.press("B", "enter")
        self.room = Room.BACK
        assert self.app.stage is Room.BACK

    async def go_public(self) -> None:
        """Go to FRONT public in the two acts it takes."""
        await self.press("F", "enter")
        self.room = Room.PUBLIC
        assert self.app.stage is Room.PUBLIC

    async def go_front(self, key: str = "f") -> list[str]:
        """Go FRONT; return every frame that was painted from the key on."""
        await self.pilot.pause()
        with self.witness.every_frame() as frames:
            await self.press(key)
            await self.pilot.pause()
        self.room = Room.MEMBERS
        assert self.app.stage is Room.MEMBERS
        return frames


@asynccontextmanager
async def walking(folder: Path, identity: Identity, size: tuple[int, int]) -> Any:
    """Open the app on a workspace, under a witness who looks for the marker."""
    seconds = count()
    app = CartuiApp(folder, identity=identity, pace=lambda: float(next(seconds)))
    witness = Witness(app, MARK)
    async with AsyncExitStack() as stack:
        pilot = await stack.enter_async_context(app.run_test(size=size))
        witness.watch_terminal()
        await pilot.pause()
        yield Walk(app, pilot, witness)
