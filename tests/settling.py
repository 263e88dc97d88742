"""Waiting for an app until it has nothing left to do, however busy the machine.

Textual's pilot waits by the clock: two hundredths of a second, twice for each key, and it takes a
process that was given no time for one that is idle. Here the event loop itself is asked.
"""

import asyncio
from time import monotonic
from typing import Any
from weakref import WeakSet

from textual._context import active_app
from textual.app import App
from textual.timer import Timer

FRAME = 0.05
"""A timer as short as this belongs to an answer: a frame, a step, a key that waits its turn."""
PATIENCE = 20.0
"""Seconds after which an app that never rests fails its test."""
CALM = 2
"""So many times in a row there has to be nothing to do."""


async def settled(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait as Textual's `wait_for_idle` does, in whose place this stands: for every app.

    Two windows may be open in one test. It has no use for the seconds that Textual would sleep.
    """
    del min_sleep, max_sleep
    await at_rest(active_app.get(), *(app for app in STARTED if app._running))


STARTED: WeakSet[App[Any]] = WeakSet()
"""The apps that a test has made."""


def noting_apps(begin: Any) -> Any:
    """Return what begins an app, `App.__init__`, so that it is known here from then on."""

    def begun(app: App[Any], *given: Any, **named: Any) -> None:
        begin(app, *given, **named)
        STARTED.add(app)

    return begun


async def at_rest(*apps: App[Any]) -> None:
    """Return once no callback is ready, no frame is due and no thread works for these apps."""
    until = monotonic() + PATIENCE
    calm = 0
    while calm < CALM:
        assert monotonic() < until, "the app does not come to rest"
        await asyncio.sleep(0)
        if something_is_ready():
            calm = 0
        elif any(something_is_due(app) for app in apps):
            calm = 0
            await asyncio.sleep(0.001)
        else:
            calm += 1


def something_is_ready() -> bool:
    """Whether the running loop has a callback to run now. Right after a `sleep(0)`, not ours."""
    loop: Any = asyncio.get_running_loop()
    return bool(loop._ready)


def something_is_due(app: App[Any]) -> bool:
    """Whether a frame, a short timer or a thread of the app will go on without being asked."""
    if app._exit:
        return False  # its timers run empty until they are stopped
    pumps = (app, *app._registry)
    return any(_runs_soon(timer) for pump in pumps for timer in pump._timers) or any(
        worker.is_running and worker._thread_worker for worker in app.workers
    )


def _runs_soon(timer: Timer) -> bool:
    going = timer._task is not None and not timer._task.done()
    return going and timer._active.is_set() and timer._interval <= FRAME
