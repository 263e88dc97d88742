"""Percentiles, ratios pair by pair, and the noise of the machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Sequence

import msgspec

now = time.perf_counter
NOISY = 1.5


def percentile(values: Iterable[float], place: float) -> float:
    """The value below which `place` per cent of them lie."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * place / 100
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


class Spread(msgspec.Struct, frozen=True):
    """How many there were, and how they lie."""

    n: int
    p50: float
    p95: float
    max: float
    min: float


def spread(values: Iterable[float | None]) -> Spread | None:
    """The spread of those that were measured."""
    some = [value for value in values if value is not None]
    if not some:
        return None
    middle, high = percentile(some, 50), percentile(some, 95)
    return Spread(
        len(some), round(middle, 3), round(high, 3), round(max(some), 3), round(min(some), 3)
    )


class Ratio(msgspec.Struct, frozen=True):
    """The median of the pairs' ratios, and what lies between their 10th and 90th percentile."""

    x: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.x:.2f} [{self.low:.2f}..{self.high:.2f}]"


def ratio(base: Sequence[float | None], other: Sequence[float | None]) -> Ratio | None:
    """other/base, pair by pair: what happened at the same time is compared."""
    pairs = [y / x for x, y in zip(base, other, strict=False) if x and y]
    if not pairs:
        return None
    low, high = percentile(pairs, 10), percentile(pairs, 90)
    return Ratio(round(statistics.median(pairs), 3), round(low, 3), round(high, 3))


class Noise:
    """A fixed piece of work, timed often: over 1.5 (p95/min), run again."""

    def __init__(self) -> None:
        self._ms: list[float] = []

    def tick(self) -> None:
        """Do the work once."""
        start, total = now(), 0
        for i in range(60_000):
            total += i & 3
        self._ms.append((now() - start) * 1e3)

    @property
    def level(self) -> float:
        """p95 over the least."""
        return round(percentile(self._ms, 95) / min(self._ms), 2) if self._ms else 0.0

    @property
    def spin_ms(self) -> float:
        """The median."""
        return round(statistics.median(self._ms), 3) if self._ms else 0.0
