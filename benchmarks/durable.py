"""What a save costs beside the barest durable write of the same bytes, and what it holds up."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec

from benchmarks.ptybench.figures import Ratio, percentile, ratio
from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

now = time.perf_counter
WARM = 3


class Cost(msgspec.Struct, frozen=True):
    """ms, median and p95, and the ratio to the floor, pair by pair."""

    p50: float
    p95: float
    ratio: Ratio | None


def opened(folder: Path) -> Workspace:
    """A workspace on a device of its own."""
    return Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="b" * 32))


def edits(workspace: Workspace) -> Callable[[], object]:
    """A verb that changes one field of one person, each time to something new."""
    roster = Roster(workspace, lambda: Room.MEMBERS)
    person = roster.people()[-1].uid
    done = iter(range(1_000_000))

    def edit() -> object:
        return roster.edit(roster.person(person), area=f"Ward {next(done)}")

    return edit


def length(folder: Path) -> int:
    """Bytes in all journals."""
    return sum(file.stat().st_size for file in (folder / "journal").glob("*.jsonl"))


def timed(act: Callable[[], object]) -> float:
    """ms."""
    began = now()
    act()
    return (now() - began) * 1e3


def append_floor(file: int, size: int) -> float:
    """Append so many bytes and fsync: the least that a durable change can cost."""
    raw = b"x" * size

    def append() -> None:
        os.write(file, raw)
        os.fsync(file)

    return timed(append)


def replace_floor(path: Path, raw: bytes) -> float:
    """Temp file, fsync, replace, fsync of the folder: the least that a safe rewrite can cost."""

    def replace() -> None:
        temp = path.with_suffix(".tmp")
        with temp.open("wb", buffering=0) as file:
            file.write(raw)
            os.fsync(file.fileno())
        os.replace(temp, path)
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    return timed(replace)


def cost(floor: list[float], own: list[float]) -> Cost:
    """Both lists in step, the warm-up left out."""
    some = own[WARM:]
    return Cost(
        round(statistics.median(some), 3), round(percentile(some, 95), 3), ratio(floor[WARM:], some)
    )


def saves(folders: dict[str, Path], scratch: Path, rounds: int) -> dict[str, Cost]:
    """One edit in each workspace in turn, each beside an append of the very same bytes."""
    floor: dict[str, list[float]] = {name: [] for name in folders}
    own: dict[str, list[float]] = {name: [] for name in folders}
    workspaces = {name: opened(folder) for name, folder in folders.items()}
    verbs = {name: edits(workspace) for name, workspace in workspaces.items()}
    log = os.open(scratch / "floor.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for _ in range(rounds + WARM):
        for name, folder in folders.items():
            before = length(folder)
            own[name].append(timed(verbs[name]))
            floor[name].append(append_floor(log, length(folder) - before))
    os.close(log)
    for workspace in workspaces.values():
        workspace.close()
    return {name: cost(floor[name], own[name]) for name in folders}


def tables(folder: Path, scratch: Path, rounds: int) -> Cost:
    """Writing the table behind one edit, beside a safe replacement of the same bytes."""
    floor, own = [], []
    with closing(opened(folder)) as workspace:
        edit = edits(workspace)
        for _ in range(rounds + WARM):
            edit()
            own.append(timed(workspace.flush))
            raw = (folder / "programme.json").read_bytes()
            floor.append(replace_floor(scratch / "floor.json", raw))
    return cost(floor, own)


class Freeze(msgspec.Struct, frozen=True):
    """ms: the longest stop of a 1 ms tick, median of several; without a save, and over one."""

    idle: float
    saving: float


async def freeze(folder: Path, times: int) -> Freeze:
    """An event loop ticks; an edit is saved in it and its table is written behind it."""
    gaps: list[float] = []

    async def tick() -> None:
        last = now()
        while True:
            await asyncio.sleep(0.001)
            at = now()
            gaps.append((at - last) * 1e3)
            last = at

    async def longest(act: Callable[[], object]) -> float:
        gaps.clear()
        act()
        await asyncio.sleep(0.7)  # longer than the writer lets a burst gather
        return max(gaps)

    with closing(opened(folder)) as workspace:
        edit, ticking = edits(workspace), asyncio.create_task(tick())
        await longest(edit)
        both = [(await longest(lambda: None), await longest(edit)) for _ in range(times)]
        ticking.cancel()
    return Freeze(*(round(statistics.median(some), 2) for some in zip(*both, strict=True)))
