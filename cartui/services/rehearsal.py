"""A clock that is set for a rehearsal: the machine's own, so many seconds on.

`CARTUI_CLOCK` names a file that holds a number of seconds; it is read at each look, so that a
meeting of two hours can be gone through in minutes. It is for practice copies alone, and the top
bar says that it is on: what is written down then has times that never were.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

VARIABLE = "CARTUI_CLOCK"


class SetClock:
    """Gives an aware instant. A file that is gone or holds no number adds nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self) -> datetime:
        """Return the time now, as it is rehearsed."""
        return datetime.now(UTC) + timedelta(seconds=self._seconds())

    def _seconds(self) -> float:
        try:
            return float(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0.0
