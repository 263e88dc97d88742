"""kill -9 while saving.

By default at random instants of four moments of a run: starting, saving, saving slowly (so that a
background writer comes into it) and leaving. With --enumerated, at the entry of each system call
that touches the workspace (strace), one by one: these are all the crash points of a save.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from tests.faults.faultlib import Verdict, clone, judge
from tests.faults.tally import Plan, Tally, chosen, finish, parser, scratch, trials
from tests.faults.target import ROOT, Target, acks
from tests.faults.tracing import Point, inject, points, spread

SEEDED = 20
GO_ON_EVERY = 5
FROM_EMPTY_EVERY = 10


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """When the kill falls: after this many acknowledgements, and up to this much later (s)."""

    after: int
    within: float
    changes: int = 400
    pace: float = 0.0


MOMENTS = (
    Moment(after=0, within=0.6),
    Moment(after=1, within=0.25),
    Moment(after=1, within=1.6, pace=0.02),
    Moment(after=6, within=0.15, changes=6),
)


def struck(target: Target, room: Path, start: int, moment: Moment, wait: float) -> tuple[int, ...]:
    """Start work, kill its whole session at the moment, return what it acknowledged."""
    command, env = target.work_command(room, moment.changes, start)
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=env | {"FAULT_PACE": str(moment.pace)},
        cwd=ROOT,
        start_new_session=True,
    ) as program:
        assert program.stdout is not None
        said = "".join(program.stdout.readline() for _ in range(moment.after))
        time.sleep(wait)
        os.killpg(program.pid, signal.SIGKILL)
        return acks(said + program.stdout.read())


def at_random(target: Target, plan: Plan) -> Tally:
    """Kill at random instants."""
    tally = Tally(script="kill9", target=target.name)
    with scratch(plan) as root:
        target.seed(root / "full", SEEDED)
        (root / "empty").mkdir()

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            dice = random.Random(f"{plan.seed}-{i}")
            moment = MOMENTS[i % len(MOMENTS)]
            empty = i % FROM_EMPTY_EVERY == FROM_EMPTY_EVERY - 1
            room = clone(root / ("empty" if empty else "full"), folder)
            seeded = 0 if empty else SEEDED
            wait = dice.uniform(0, moment.within)
            acked = struck(target, room, seeded + 1, moment, wait)
            due = [*range(1, seeded + 1), *acked]
            found = judge(target, room, due, go_on=empty or i % GO_ON_EVERY == 0)
            return found, f"trial {i}, {wait:.3f} s after {moment.after} saves"

        return trials(tally, plan, plan.trials, attempt)


def at_each_call(target: Target, plan: Plan, changes: int = 24) -> Tally:
    """Kill at the entry of every call that touches the workspace, or an even choice of them."""
    tally = Tally(script="kill9 at system calls", target=target.name)
    with scratch(plan) as root:
        target.seed(root / "full", SEEDED)
        every = points(target, root / "full", root / "traced", changes, SEEDED + 1)
        chosen_points = spread(every, plan.trials)
        tally.note = f"{len(chosen_points)} of {len(every)} points of {changes} changes"

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            point: Point = chosen_points[i]
            room = clone(root / "full", folder)
            wrap = inject(point.call, f"signal=KILL:when={point.nth}")
            done = target.work(room, changes, SEEDED + 1, wrap)
            found = judge(target, room, [*range(1, SEEDED + 1), *done.acked], go_on=i % 3 == 0)
            return found, f"{point.call} {point.nth} ({point.path})"

        return trials(tally, plan, len(chosen_points), attempt)


def main() -> int:
    """Run from the command line."""
    words = parser(__doc__)
    words.add_argument("--enumerated", action="store_true")
    words.add_argument("--changes", type=int, default=24, help="with --enumerated")
    options = words.parse_args()
    target, plan = chosen(options)
    if options.enumerated:
        return finish(at_each_call(target, plan, options.changes))
    return finish(at_random(target, plan))


if __name__ == "__main__":
    sys.exit(main())
