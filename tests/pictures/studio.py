"""Where pictures are taken: a fixed time, fixed ids, fixed places, so that nothing moves by itself.

One picture for each state of a screen. A picture that changes is looked at by a person, and kept
by `pytest tests/pictures --snapshot-update`.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.store.places import Places
from tests.screens.stage import app_on

SMALL, LARGE = (80, 24), (120, 40)
Before = Callable[[Pilot[None]], Awaitable[None]]


def posed(folder: Path | None, **more: Any) -> CartuiApp:
    """Return the app with places whose names are the same on every machine."""
    places = Places(data=Path("data"), config=Path("config.toml"), state=Path("state"))
    return app_on(folder, places=places, **more)


def keys(*pressed: str) -> Before:
    """Return what presses these keys one after the other before the picture is taken."""

    async def press(pilot: Pilot[None]) -> None:
        for key in pressed:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()

    return press
