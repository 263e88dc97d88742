"""What the kernel knows of a program and the programs it started: CPU time, memory, age."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")


def tree(root: int) -> list[int]:
    """The process and all that descend from it, those that are alive."""
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        for line in _of_threads(pid, "children"):
            todo += [int(word) for word in line.split()]
    return found


def cpu(root: int) -> float:
    """CPU seconds of the live threads of the tree, to the nanosecond."""
    total = 0
    for pid in tree(root):
        for line in _of_threads(pid, "schedstat"):
            total += int(line.split()[0]) if line.strip() else 0
    return total / 1e9


def peak_rss(root: int) -> float:
    """Peak resident memory in MiB, summed over the tree (a child's ru_maxrss counts its parent)."""
    total = 0
    for pid in tree(root):
        try:
            lines = (PROC / str(pid) / "status").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return total / 1024


def born(pid: int) -> int | None:
    """When the process was started: the same number means the very same process."""
    try:
        return int((PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[19])
    except (OSError, ValueError, IndexError):
        return None


def _of_threads(pid: int, name: str) -> Iterator[str]:
    try:
        threads = os.listdir(PROC / str(pid) / "task")
    except OSError:
        return
    for thread in threads:
        try:
            yield (PROC / str(pid) / "task" / thread / name).read_text()
        except OSError:
            continue
