"""Watching long work from outside, and stopping it."""

from collections.abc import Callable

Watch = Callable[[float], bool]
"""Called again and again with the part that is done, 0 to 1; False stops the work."""


class Stopped(Exception):
    """The work was stopped by the one who watched; nothing has come of it."""


def look(watch: Watch | None, done: float) -> None:
    """Tell how much is done.

    Raises:
        Stopped: the watch said so.
    """
    if watch is not None and not watch(min(1.0, done)):
        raise Stopped
