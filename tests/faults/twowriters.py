"""Several processes save at once, on one machine (one device) and as two machines on one folder.

A loud refusal is allowed; an acknowledged change that is gone at the end, or one that stands twice,
or an unreadable workspace, is not.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.faults.faultlib import Verdict, judge
from tests.faults.tally import Plan, Tally, chosen, finish, parser, trials
from tests.faults.target import ROOT, Target, acks, last_line

SEEDED = 4


def start(
    target: Target, room: Path, changes: int, writer: int, device: str
) -> subprocess.Popen[str]:
    """One writer, with tokens of its own."""
    command, env = target.work_command(room, changes, 1000 * (writer + 1))
    if device:
        env["FAULT_STATE"] = device
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, cwd=ROOT
    )


def together(target: Target, plan: Plan, writers: int = 4, changes: int = 25) -> Tally:
    """Every second run gives each writer a device of its own."""
    tally = Tally(script="twowriters", target=target.name)
    sums = {"acknowledged": 0, "refused": 0}

    def attempt(i: int, room: Path) -> tuple[Verdict, str]:
        target.seed(room, SEEDED)
        devices = [f"device-{w}" if i % 2 else "" for w in range(writers)]
        running = [start(target, room, changes, w, devices[w]) for w in range(writers)]
        due, why = list(range(1, SEEDED + 1)), ""
        for program in running:
            said, complaint = program.communicate()
            due += acks(said)
            if program.returncode:
                sums["refused"] += 1
                why = last_line(complaint)
        sums["acknowledged"] += len(due)
        where = f"run {i}, {'devices apart' if i % 2 else 'one device'} {why}"
        return judge(target, room, due, go_on=True), where

    trials(tally, Plan(seed=plan.seed, workers=1, root=plan.root), plan.trials, attempt)
    tally.note = (
        f"{writers} writers, {sums['acknowledged']} acknowledged, {sums['refused']} refused loudly"
    )
    return tally


def main() -> int:
    """Run from the command line."""
    words = parser(__doc__, trials=20)
    words.add_argument("--writers", type=int, default=4)
    words.add_argument("--changes", type=int, default=25)
    options = words.parse_args()
    target, plan = chosen(options)
    return finish(together(target, plan, options.writers, options.changes))


if __name__ == "__main__":
    sys.exit(main())
