"""How fast verdicts are given in this sitting, and how long the rest will take."""

from collections import deque
from datetime import datetime
from math import ceil
from statistics import median

LONGEST = 120.0
ENOUGH = 3


class Pace:
    """Times between verdicts. A pause of more than two minutes counts as two: people talk."""

    def __init__(self) -> None:
        self._before: datetime | None = None
        self._seconds: deque[float] = deque(maxlen=20)

    def begin(self, now: datetime) -> None:
        """Start the clock: the first comment is before us."""
        self._before = now

    def answered(self, now: datetime, comments: int = 1) -> None:
        """So many comments have just been answered."""
        if self._before is not None and comments:
            gap = min(LONGEST, max(0.0, (now - self._before).total_seconds()))
            self._seconds.extend([gap / comments] * comments)
        self._before = now

    def words(self, left: int) -> str:
        """Return how long `left` comments will take; "" while too few have been answered."""
        if len(self._seconds) < ENOUGH or not left:
            return ""
        minutes = ceil(median(self._seconds) * left / 60)
        return f"about {minutes} min at your pace" if minutes > 1 else "about a minute left"


def bar(done: int, of: int, cells: int = 10) -> str:
    """Return how far we are as a bar of plain signs: "[=====>    ]"."""
    full = cells * done // of if of else 0
    head = ">" if 0 < full < cells else ""
    return "[" + ("=" * max(0, full - len(head)) + head).ljust(cells) + "]"
