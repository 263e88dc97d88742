"""What every fault script shares: a copy of a room, and the verdict on it after a fault."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from tests.faults.target import Reading, Target

LATER = 900_000
"""The token written after the fault, to see that work can go on (even: a small one)."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One word for the state after a fault.

    `ok`: all is there. `named`: all is there, with a warning. `refused`: something is not shown,
    and the program says so; good only after damage, never after a crash. All other words are bad.
    """

    word: str = "ok"
    detail: str = ""

    @property
    def good(self) -> bool:
        """True when nothing was lost and nothing bad was shown as good."""
        return self.word in ("ok", "named", "refused")


def clone(room: Path, to: Path) -> Path:
    """A fresh copy of a whole room, with its own inodes."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(room, to, symlinks=True)
    return to


def judge(target: Target, room: Path, acked: Iterable[int], *, go_on: bool = False) -> Verdict:
    """Look at a room after a fault. With `go_on`, also write once more and look again:
    a fault that only bites at the next save is found so."""
    due = set(acked)
    found = look(target, target.read(room), due)
    if not found.good or not go_on:
        return found
    after = target.work(room, 1, LATER)
    if LATER not in after.acked:
        return Verdict(word="STUCK", detail=f"cannot go on: {after.reason}")
    later = look(target, target.read(room), due | {LATER})
    return later if later.good else Verdict(word=later.word + "-LATER", detail=later.detail)


def look(target: Target, reading: Reading, due: set[int]) -> Verdict:
    """Compare what is shown after a crash with what was acknowledged."""
    honest = target.honest(reading.code)
    if reading.code and honest and not due and not reading.tokens:
        return Verdict(detail="nothing was acknowledged, nothing is shown")
    if reading.code and not (honest and due <= set(reading.tokens)):
        return Verdict(word="UNREADABLE", detail=f"exit {reading.code}: {reading.reason}")
    if len(reading.tokens) != len(set(reading.tokens)):
        return Verdict(word="DUPLICATED", detail=str(reading.tokens[-5:]))
    lost = sorted(due - set(reading.tokens))
    if not lost:
        return Verdict(word="named" if reading.warning else "ok", detail=reading.warning)
    if not reading.tokens:
        return Verdict(word="SILENT-EMPTY", detail=f"{len(due)} acknowledged gone, exit 0")
    return Verdict(word="LOST", detail=f"{len(lost)} acknowledged gone, first {lost[:5]}")
