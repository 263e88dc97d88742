"""Strace: which calls of a run touch the workspace, and making one of them fail.

Two traps that were met here: strace counts `when=N` for each thread by itself, so a point is the
N-th call of *a thread*; and `--seccomp-bpf` silently drops injected signals (not errors).
"""

from __future__ import annotations

import collections
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tests.faults.faultlib import clone
from tests.faults.target import Target

T = TypeVar("T")

FAULTS: dict[str, tuple[str, ...]] = {
    "write": ("ENOSPC", "EIO"),
    "pwrite64": ("ENOSPC", "EIO"),
    "writev": ("ENOSPC", "EIO"),
    "read": ("EIO",),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO",),
    "ftruncate": ("EIO",),
    "openat": ("EMFILE", "EACCES", "EROFS"),
    "rename": ("EACCES", "EROFS"),
    "renameat": ("EACCES",),
    "renameat2": ("EACCES",),
    "link": ("EPERM",),
    "linkat": ("EPERM",),
    "unlink": ("EACCES",),
    "unlinkat": ("EACCES",),
    "mkdir": ("EACCES", "ENOSPC"),
    "mkdirat": ("EACCES",),
    "chmod": ("EPERM",),
    "fchmod": ("EPERM",),
    "flock": ("ENOLCK",),
    "getdents64": ("EIO",),
}
"""The calls that can fail under a store, and how they really do."""

CALL = re.compile(r"^(?P<thread>\d+) +(?P<call>\w+)\((?P<rest>.*)$")


class Point(msgspec.Struct, frozen=True, order=True):
    """The `nth` call of this name in some thread; `path` is what it touched."""

    call: str
    nth: int
    path: str = ""


def have_strace() -> bool:
    """True where strace is installed."""
    return shutil.which("strace") is not None


def inject(call: str, what: str, log: Path = Path("/dev/null")) -> list[str]:
    """The command prefix that does `what` to a call, e.g. `error=EIO:when=3`."""
    quick = ["--seccomp-bpf"] if what.startswith("error=") else []
    trace = ["-e", f"trace={call}", "-e", f"inject={call}:{what}"]
    return ["strace", "-f", "-qq", *quick, "-o", str(log), *trace]


def points(
    target: Target,
    base: Path,
    room: Path,
    changes: int,
    start: int,
    calls: Sequence[str] = tuple(FAULTS),
) -> list[Point]:
    """Every call of a run of `changes` that touches the room, each counted in its thread."""
    clone(base, room)
    log = room.parent / "points.trace"
    wrap = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", "trace=" + ",".join(calls)]
    done = target.work(room, changes, start, wrap)
    if len(done.acked) != changes:
        raise SystemExit(f"the run to be enumerated failed: {done.reason}")
    return sorted(touching(log.read_text(errors="replace"), str(room)))


def touching(trace: str, room: str) -> set[Point]:
    """The points in a trace whose arguments name the room, by path or by descriptor."""
    seen: collections.Counter[tuple[str, str]] = collections.Counter()
    found: dict[tuple[str, int], Point] = {}
    for line in trace.splitlines():
        match = CALL.match(line)
        if match is None:
            continue
        key = match["thread"], match["call"]
        seen[key] += 1
        at = match["rest"].find(room + "/")
        if at >= 0:
            path = re.split(r'[">]', match["rest"][at + len(room) + 1 :])[0]
            name = (match["call"], seen[key])
            found.setdefault(name, Point(match["call"], seen[key], path))
    return set(found.values())


def spread(things: Sequence[T], count: int) -> list[T]:
    """At most `count` of them, evenly over the whole."""
    if len(things) <= count:
        return list(things)
    return [things[i * len(things) // count] for i in range(count)]
