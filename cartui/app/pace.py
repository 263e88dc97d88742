"""Noticing that somebody types for another window: many different keys in too short a time."""

from collections import deque
from collections.abc import Callable

SPAN = 0.4
MOST = 8


class Pace:
    """Told of each key outside a field. `clock` gives seconds that only go on."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._keys: deque[tuple[float, str]] = deque(maxlen=32)

    def too_fast(self, key: str) -> bool:
        """Whether this key is one too many: more than 8 different ones within 0.4 s."""
        now = self._clock()
        self._keys.append((now, key))
        while now - self._keys[0][0] > SPAN:
            self._keys.popleft()
        if len({pressed for _, pressed in self._keys}) <= MOST:
            return False
        self._keys.clear()
        return True
