"""The clock of a rehearsal, if one is asked for: `CARTUI_CLOCK`, on practice copies alone."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cartui.commands.ending import NotUnderstood
from cartui.services.rehearsal import VARIABLE, SetClock

ONLY_PRACTICE = (
    f"{VARIABLE} sets the clock for a rehearsal, and works on a practice copy alone: what is"
    " written down has wrong times. Nothing was opened. Unset it, or make one: cartui demo"
)


def set_clock() -> SetClock | None:
    """Return the clock that was asked for; None if none was."""
    file = os.environ.get(VARIABLE, "")
    return SetClock(Path(file)) if file else None


def clock_for(folder: Path | None) -> Callable[[], datetime] | None:
    """Return the clock for a workspace; None for the machine's own. Raises NotUnderstood."""
    if (clock := set_clock()) is None:
        return None
    from cartui.practice.copying import is_practice  # noqa: PLC0415 - seldom wanted

    if folder is None or not is_practice(folder):
        raise NotUnderstood(ONLY_PRACTICE)
    return clock
