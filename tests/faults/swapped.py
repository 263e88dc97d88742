"""Another program replaces a file under the open program.

A sync client, a restore, an editor: `os.replace` with an equal copy while the program is paused,
then it goes on saving. Each kind of file is replaced in turn, journal and tables. Half of the
pauses fall at random; the other half (strace) just after a chosen call, so that the swap also hits
the moment between looking at a file and writing to it. Bad: changes acknowledged after the swap
are not there at the end.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.faultlib import Verdict, clone, judge
from tests.faults.tally import Plan, Tally, chosen, finish, parser, scratch, trials
from tests.faults.target import LIMIT, ROOT, Target, acks
from tests.faults.tracing import Point, have_strace, inject, points, spread

SEEDED = 4
CHANGES = 30
PACE = {"FAULT_PACE": "0.01"}
WINDOWS = ("openat", "newfstatat", "fstat", "statx", "flock", "write", "fsync", "rename")
HELD = re.compile(r"^(\d+) +--- stopped by SIGSTOP ---", re.MULTILINE)


def replace(file: Path) -> None:
    """What a sync client does."""
    copy = file.with_name(file.name + ".sync")
    shutil.copy2(file, copy)
    os.replace(copy, file)


def wait_stopped(program: subprocess.Popen[str], log: Path, limit: float = 30.0) -> int | None:
    """The thread that an injected SIGSTOP holds, from the tracer's log; None if none came."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        ended = program.poll() is not None
        if log.exists() and (held := HELD.search(log.read_text(errors="replace"))):
            time.sleep(0.02)  # the other threads stop too
            return int(held[1])
        if ended:
            return None
        time.sleep(0.01)
    return None


def swap_now(target: Target, room: Path, file: Path, wait: float) -> tuple[int, ...]:
    """Pause the whole session at a random instant, swap, go on."""
    command, env = target.work_command(room, CHANGES, SEEDED + 1)
    with _begin(command, env | PACE) as program:
        assert program.stdout is not None
        said = program.stdout.readline()
        time.sleep(wait)
        os.killpg(program.pid, signal.SIGSTOP)
        if file.exists():
            replace(file)
        os.killpg(program.pid, signal.SIGCONT)
        return acks(said + program.stdout.read())


def swap_after(target: Target, room: Path, file: Path, point: Point) -> tuple[int, ...] | None:
    """Pause just after the call, swap, go on. None if the call was not reached."""
    log = room / "trace.log"
    wrap = inject(point.call, f"signal=STOP:when={point.nth}", log=log)
    command, env = target.work_command(room, CHANGES, SEEDED + 1, wrap)
    with _begin(command, env) as program:
        held = wait_stopped(program, log)
        if held is not None:
            if file.exists():
                replace(file)
            os.kill(held, signal.SIGCONT)
        try:
            said, _ = program.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            raise
        return acks(said) if held is not None else None


def _begin(command: list[str], env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=env,
        cwd=ROOT,
        start_new_session=True,
    )


def kinds(room: Path) -> list[Path]:
    """The workspace's files, relative to the room."""
    return sorted(f.relative_to(room) for f in (room / "ws").rglob("*") if f.is_file())


def each_file(target: Target, plan: Plan) -> Tally:
    """`plan.trials` swaps, going round the files."""
    tally = Tally(script="swapped", target=target.name)
    with scratch(plan) as root:
        base = root / "base"
        target.seed(base, SEEDED)
        files = kinds(base)
        at: list[Point] = []
        if have_strace():
            every = points(target, base, root / "traced", CHANGES, SEEDED + 1, WINDOWS)
            at = spread(every, max(1, plan.trials // 2))
        tally.note = f"files {', '.join(str(f.relative_to('ws')) for f in files)}"

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            room, file = clone(base, folder), files[i % len(files)]
            acked: tuple[int, ...] | None = None
            where = f"{file} at random"
            if at and (i // len(files)) % 2:
                point = at[i * 7 % len(at)]
                where = f"{file} after {point.call} {point.nth} ({point.path})"
                acked = swap_after(target, room, room / file, point)
            if acked is None:
                clone(base, folder)
                wait = random.Random(f"{plan.seed}-{i}").uniform(0, 0.2)
                acked = swap_now(target, room, room / file, wait)
            due = [*range(1, SEEDED + 1), *acked]
            return judge(target, room, due, go_on=True), where

        return trials(tally, plan, plan.trials, attempt)


def main() -> int:
    """Run from the command line."""
    return finish(each_file(*chosen(parser(__doc__, trials=20).parse_args())))


if __name__ == "__main__":
    sys.exit(main())
