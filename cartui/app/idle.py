"""When nobody has touched a BACK screen for long, it dims: somebody else may be looking by then."""

from collections.abc import Callable

REST = 300.0
"""Seconds without a key or the mouse."""


class Idle:
    """`seconds` is a clock that only goes on; tests have their own."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._since: float | None = None

    def touched(self) -> None:
        """Somebody is there; from the next look on, time counts anew."""
        self._since = None

    def is_long(self) -> bool:
        """Look at the clock: whether nobody has been there for long."""
        now = self._seconds()
        if self._since is None:
            self._since = now
        return now - self._since >= REST
