"""A really full disk.

A small tmpfs (root) is filled so that the save runs out of space at a different place each trial.
Looked at three times: while the disk is still full, after room was made, and after one more save.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults.faultlib import Verdict, clone, judge
from tests.faults.tally import Plan, Tally, chosen, finish, parser, scratch, trials
from tests.faults.target import Target

SEEDED = 20
CHANGES = 6
SIZE_KIB = 2048
SPARE = 96 * 1024
"""Bytes left free at most: less than the changes need."""


def can_mount() -> bool:
    """True where a tmpfs can be mounted: root, on Linux."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None


@contextlib.contextmanager
def small_disk(at: Path, kib: int = SIZE_KIB) -> Iterator[Path]:
    """A tmpfs of that size, unmounted afterwards."""
    at.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(at)], check=True)
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def fill(disk: Path, spare: int) -> Path:
    """Leave `spare` bytes free; returns the ballast."""
    space = os.statvfs(disk)
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * max(0, space.f_bavail * space.f_bsize - spare))
    return ballast


def one_disk(target: Target, base: Path, disk: Path, spare: int) -> Verdict:
    """Work on a filling disk, then look."""
    room = clone(base, disk / "room")
    ballast = fill(disk, spare)
    done = target.work(room, CHANGES, SEEDED + 1)
    if done.code == 0 and len(done.acked) < CHANGES:
        return Verdict(word="FALSE-EXIT-0", detail=f"{len(done.acked)} saved")
    due = [*range(1, SEEDED + 1), *done.acked]
    still_full = judge(target, room, due)
    if not still_full.good:
        return still_full
    ballast.unlink()
    return judge(target, room, due, go_on=True)


def on_small_disks(target: Target, plan: Plan) -> Tally:
    """Trials, each on its own small disk."""
    tally = Tally(script="diskfull", target=target.name)
    if not can_mount():
        raise SystemExit("no small disk can be mounted here: run as root")
    with scratch(plan) as root:
        target.seed(root / "full", SEEDED)
        size = max(SIZE_KIB, 2 * kib(root / "full") + 1024)

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            spare = random.Random(f"{plan.seed}-{i}").randrange(0, SPARE)
            with small_disk(folder, size) as disk:
                return one_disk(target, root / "full", disk, spare), f"trial {i}, {spare} bytes"

        return trials(tally, plan, plan.trials, attempt)


def kib(folder: Path) -> int:
    """The size of a folder's files."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) // 1024


def main() -> int:
    """Run from the command line."""
    return finish(on_small_disks(*chosen(parser(__doc__).parse_args())))


if __name__ == "__main__":
    sys.exit(main())
