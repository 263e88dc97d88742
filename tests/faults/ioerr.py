"""I/O errors at every fault point.

Each call of a run that touches the workspace fails once with each error it can have, and for
writes and syncs also from that call on (a disk that stays full or broken). Bad: an acknowledged
change is gone, the state is unreadable, a change was acknowledged although it is not there, the
run ended with exit 0 short of its changes, or work cannot go on once the fault is over.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from tests.faults.faultlib import Verdict, clone, judge
from tests.faults.tally import Plan, Tally, chosen, finish, parser, scratch, trials
from tests.faults.target import Target
from tests.faults.tracing import FAULTS, Point, inject, points, spread

SEEDED = 20
LASTING = ("write", "pwrite64", "writev", "fsync", "fdatasync")


class Fault(msgspec.Struct, frozen=True):
    """One error at one point; `lasting` means that every later call fails too."""

    point: Point
    error: str
    lasting: bool = False

    def wrap(self) -> list[str]:
        """The command prefix that makes it happen."""
        when = f"{self.point.nth}+" if self.lasting else str(self.point.nth)
        return inject(self.point.call, f"error={self.error}:when={when}")

    def __str__(self) -> str:
        kind = "from then on" if self.lasting else "once"
        return f"{self.point.call} {self.point.nth} {self.error} {kind} ({self.point.path})"


def faults(every: list[Point]) -> list[Fault]:
    """All errors at all points."""
    once = [Fault(point, error) for point in every for error in FAULTS[point.call]]
    lasting = [Fault(p, FAULTS[p.call][0], True) for p in every if p.call in LASTING]
    return once + lasting


def at_each_call(target: Target, plan: Plan, changes: int = 12) -> Tally:
    """Every fault point of a run of `changes`; with fewer trials, an even choice."""
    tally = Tally(script="ioerr", target=target.name)
    with scratch(plan) as root:
        target.seed(root / "full", SEEDED)
        every = points(target, root / "full", root / "traced", changes, SEEDED + 1)
        all_faults = faults(every)
        picked = spread(all_faults, plan.trials)
        tally.note = f"{len(picked)} of {len(all_faults)} faults at {len(every)} points"

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            room = clone(root / "full", folder)
            done = target.work(room, changes, SEEDED + 1, picked[i].wrap())
            if done.code == 0 and len(done.acked) < changes:
                return Verdict(word="FALSE-EXIT-0", detail=f"{len(done.acked)} saved"), str(
                    picked[i]
                )
            due = [*range(1, SEEDED + 1), *done.acked]
            return judge(target, room, due, go_on=i % 3 == 0), str(picked[i])

        return trials(tally, plan, len(picked), attempt)


def main() -> int:
    """Run from the command line."""
    words = parser(__doc__, trials=100_000)
    words.add_argument("--changes", type=int, default=12)
    options = words.parse_args()
    target, plan = chosen(options)
    return finish(at_each_call(target, plan, options.changes))


if __name__ == "__main__":
    sys.exit(main())
