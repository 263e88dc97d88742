"""What is promised of the store, script by script: the full length, and the short form for CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import msgspec

from tests.faults import (
    bitrot,
    diskfull,
    hostile_text,
    ioerr,
    kill9,
    powerloss,
    swapped,
    twowriters,
)
from tests.faults.tally import Plan, Tally
from tests.faults.target import Target
from tests.faults.tracing import have_strace

ALL = 10_000_000
"""More trials than there are: every one."""

NEEDS: dict[str, tuple[Callable[[], bool], str]] = {
    "strace": (have_strace, "strace is not installed here"),
    "disk": (diskfull.can_mount, "a small disk can only be mounted by root, on Linux"),
    "posix": (lambda: hasattr(os, "fork"), "this system has no fork"),
    "signals": (lambda: sys.platform == "linux", "sessions are paused and killed as on Linux"),
}


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """One script at two lengths."""

    name: str
    promise: str
    full: int
    short: int
    attack: Callable[[Target, Plan], Tally]
    needs: tuple[str, ...] = ()

    def lacking(self) -> str:
        """Why it cannot run here, or nothing."""
        return "; ".join(NEEDS[need][1] for need in self.needs if not NEEDS[need][0]())


def _hostile(_target: Target, plan: Plan) -> Tally:
    return hostile_text.terminals(plan)


CAMPAIGNS = (
    Campaign(
        name="kill9",
        promise="kill -9 at random instants: starting, saving, resting, leaving",
        full=1000,
        short=24,
        attack=kill9.at_random,
        needs=("signals",),
    ),
    Campaign(
        name="kill9-calls",
        promise="kill -9 at the system calls of 24 changes, one by one",
        full=200,
        short=20,
        attack=kill9.at_each_call,
        needs=("strace",),
    ),
    Campaign(
        name="ioerr",
        promise="every call of 12 changes fails, once and from then on",
        full=ALL,
        short=30,
        attack=ioerr.at_each_call,
        needs=("strace",),
    ),
    Campaign(
        name="diskfull",
        promise="a really full disk, full at a different byte each time",
        full=100,
        short=10,
        attack=diskfull.on_small_disks,
        needs=("disk",),
    ),
    Campaign(
        name="powerloss",
        promise="disk states that a power cut could leave",
        full=500,
        short=30,
        attack=powerloss.power_cuts,
        needs=("strace",),
    ),
    Campaign(
        name="bitrot",
        promise="one file damaged at a time: every byte, length, sector and line of all files",
        full=ALL,
        short=500,
        attack=bitrot.every_byte,
        needs=("posix",),
    ),
    Campaign(
        name="bitrot-practice",
        promise="the same on the practice programme, each file alike, its back stage among them",
        full=4000,
        short=0,
        attack=bitrot.practice,
        needs=("posix",),
    ),
    Campaign(
        name="twowriters",
        promise="four writers at once, on one device and on four",
        full=20,
        short=2,
        attack=twowriters.together,
    ),
    Campaign(
        name="swapped",
        promise="each file replaced in turn under the open program",
        full=40,
        short=4,
        attack=swapped.each_file,
        needs=("signals",),
    ),
    Campaign(
        name="hostile_text",
        promise="escape sequences in notes, lists and arguments, on screens and in output",
        full=1,
        short=0,
        attack=_hostile,
        needs=("posix",),
    ),
)
