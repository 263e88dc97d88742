"""The terminal is closed, or we are told to end: what stands in an open text is kept first."""

import asyncio
import os
import signal
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App

ENDINGS = ("SIGHUP", "SIGTERM")


def keep_when_hung_up(app: App[Any]) -> None:
    """From now on closing the terminal leaves an open text as Esc does: it is kept.

    Where a closed terminal is to be ignored (`nohup`) all stays as it is: the program may come to
    wait for a terminal that is gone, and must still end when it is told to. Windows knows none of
    this.
    """
    if getattr(signal, "SIGHUP", None) and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        return
    loop = asyncio.get_running_loop()
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, partial(_end, app, number))


def _end(app: App[Any], number: int) -> None:
    """Keep what stands in texts on this stage of the room, then end as the signal asks.

    A text of BACK that was put out of sight on FRONT is not tried: it could not be kept there.
    """
    from screens.parts.long_text import LongText  # noqa: PLC0415 - no start waits for it

    try:
        for screen in app.screen_stack:
            if isinstance(screen, LongText):
                screen.keep_now()
    finally:
        asyncio.get_running_loop().remove_signal_handler(number)
        os.kill(os.getpid(), number)
