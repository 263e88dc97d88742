"""The budgets of speed, each with what was measured against it."""

from __future__ import annotations

import msgspec

from benchmarks.durable import Cost, Freeze
from benchmarks.ptybench.contender import Contender
from benchmarks.ptybench.figures import Ratio, ratio
from benchmarks.ptybench.report import against, spreads

FRAME = 16.7
"""ms."""


class Goal(msgspec.Struct, frozen=True):
    """One line of the table: which budget, of what, its limit (None: only shown), the figure."""

    number: str
    what: str
    limit: float | None
    measured: float
    unit: str = "x"
    spread: str = ""

    @property
    def met(self) -> bool:
        """Whether it is within the limit."""
        return self.limit is None or self.measured <= self.limit

    def row(self, noise: float) -> str:
        """One line of a Markdown table."""
        limit = "-" if self.limit is None else f"<= {self.limit:g} {self.unit}"
        shown = f"{self.measured:.2f}" if self.unit == "x" else f"{self.measured:.1f}"
        verdict = "" if self.limit is None else "yes" if self.met else "**no**"
        measured = f"{shown} {self.unit} {self.spread}".strip()
        return f"| {self.number} | {self.what} | {limit} | {measured} | {verdict} | {noise} |"


def of_ratio(number: str, what: str, limit: float | None, found: Ratio | None) -> list[Goal]:
    """A goal from a ratio, if there was one."""
    if found is None:
        return []
    spread = "" if found.low == found.high else f"[{found.low:.2f}..{found.high:.2f}]"
    return [Goal(number, what, limit, found.x, "x", spread)]


def starts(base: Contender, program: Contender, where: str = "") -> list[Goal]:
    """Budget 1: start, to the first screen, to silence, CPU. `where` it starts, if not on Home."""
    found, name = against(base, program), program.name.split()[0] + where
    return [
        *of_ratio("1", f"start, {name}: first screen", 1.25, found["match"]),
        *of_ratio("1", f"start, {name}: quiet", 1.5, found["quiet"]),
        *of_ratio("1", f"start, {name}: CPU", 1.5, found["cpu"]),
    ]


def keys(base: Contender, program: Contender, number: str = "3") -> list[Goal]:
    """Budgets 3 and 5: key to paint, and a held key; 7, the same where a long draft is read."""
    found, own, name = against(base, program), spreads(program), program.name
    goals = [
        *of_ratio(number, f"key to paint, {name}: p50", 1.5, found["key_paint"]),
        *of_ratio(number, f"key to paint, {name}: p95", 2.0, found.get("key_paint_p95")),
    ]
    paint, size, frames = own["key_paint"], own["key_size"], own["key_frames"]
    if paint and size and frames:
        goals += [
            Goal(number, f"key to paint, {name}: p95", FRAME, paint.p95, "ms"),
            Goal(number, f"key to paint, {name}: longest", 2 * FRAME, paint.max, "ms"),
            Goal(number, f"a key, {name}: frames", 1, frames.p50, "frames"),
            Goal(number, f"a key, {name}: bytes", 2048, size.p50, "bytes"),
        ]
    if lag := own["held_lag"]:
        goals.append(Goal("5", f"key held at 30 Hz, {name}: lag", FRAME, lag.p50, "ms"))
    return goals


def verdicts(program: Contender) -> list[Goal]:
    """A verdict is a change on the disk: its key to paint is held to 50 ms."""
    own = spreads(program)
    paint, frames = own["key_paint"], own["key_frames"]
    if not (paint and frames):
        return []
    return [
        Goal("7", f"a verdict saved and painted, {program.name}: p95", 50.0, paint.p95, "ms"),
        Goal("7", f"a verdict, {program.name}: frames", 1, frames.p50, "frames"),
    ]


def review(program: Contender) -> list[Goal]:
    """Where a long draft is reviewed, no key waits longer than 50 ms for its picture."""
    paint = spreads(program)["key_paint"]
    what = f"200 comments on 50,000 words, {program.name.split()[-1]}: key to paint, p95"
    return [Goal("7", what, 50.0, paint.p95, "ms")] if paint else []


def growth(small: Contender, large: Contender) -> list[Goal]:
    """Budget 4: from 100 people and 100 cards to 10,000 and 5,000, ratio to itself."""
    screen = small.name.split()[-1]
    found = against(small, large)
    return [
        *of_ratio("4", f"growth 100 to 10,000, {screen}: key", 1.1, found["key_paint"]),
        *of_ratio("4", f"growth 100 to 10,000, {screen}: start", 1.2, found["match"]),
        *of_ratio("4", f"growth 100 to 10,000, {screen}: memory", 1.25, found["rss"]),
    ]


def filtering(bare: Contender, program: Contender) -> list[Goal]:
    """Budget 6: typing in the filter over 5,000 people, to typing in a bare field."""
    paint = [[press.paint for press in each.presses] for each in (bare, program)]
    found, own = ratio(*paint), spreads(program)["key_paint"]
    what = "filter over 5,000 people"
    goals = of_ratio("6", f"{what}: p50 to a bare field", 1.5, found)
    return goals + ([Goal("6", f"{what}: p95", FRAME, own.p95, "ms")] if own else [])


def durable(saves: dict[str, Cost], table: Cost) -> list[Goal]:
    """Budget 10: a save to the append floor, the table behind it to the replace floor."""
    goals = []
    for name, found in saves.items():
        what = f"an edit durable, {name} ({found.p50} ms) to append + fsync"
        goals += of_ratio("10", what, 2.0, found.ratio)
    what = f"the table of 1,000 records ({table.p50} ms) to a safe replacement"
    return goals + of_ratio("10", what, 2.0, table.ratio)


def freezes(found: dict[str, Freeze]) -> list[Goal]:
    """Budget 11: how long a save stops the event loop, beyond its stops without one."""
    return [
        Goal(
            "11",
            f"a save stops the loop, {name} (idle {one.idle} ms)",
            None if name == "large" else 4.0,
            max(0.0, round(one.saving - one.idle, 2)),
            "ms",
        )
        for name, one in found.items()
    ]


def lag_while_saving(program: Contender) -> list[Goal]:
    """Budget 11: keys held while every other one saves."""
    lag = spreads(program)["held_lag"]
    what = f"keys at 30 Hz, {program.name}: lag"
    return [Goal("11", what, FRAME, lag.p50, "ms")] if lag else []
