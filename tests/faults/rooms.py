"""The rooms that are damaged: a small one, and the practice programme."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.faults.damage import Damage, damages
from tests.faults.faultlib import clone
from tests.faults.hostile_text import scan
from tests.faults.target import Target
from tests.faults.target_cartui import program, surroundings
from tests.faults.tracing import spread

SEEDED = 5
SMALL = {"FAULT_FILLER": "40"}


class Rooms(msgspec.Struct, frozen=True):
    """The room to be damaged, and the same room two changes earlier."""

    base: Path
    older: Path

    def every_damage(self, seed: int) -> list[Damage]:
        """All damages of all files."""
        return [damage for file in self._files() for damage in self._damages(file, seed, 1)]

    def some_damage(self, seed: int, count: int) -> list[Damage]:
        """About `count` damages, the same number for each file whatever its size."""
        files = self._files()
        share = max(1, count // len(files))
        found = []
        for file in files:
            step = max(1, 2 * file.stat().st_size // share)
            found += spread(list(self._damages(file, seed, step)), share)
        return found

    def _files(self) -> list[Path]:
        return sorted(file for file in self.base.rglob("*") if file.is_file())

    def _damages(self, file: Path, seed: int, step: int) -> Iterator[Damage]:
        name = file.relative_to(self.base)
        before = self.older / name
        earlier = before.read_bytes() if before.is_file() else None
        dice = random.Random(f"{seed}-{name}")
        return damages(name, file.read_bytes(), earlier, dice, step)


def small_rooms(target: Target, root: Path) -> Rooms:
    """A few notes, journal, table and an earlier generation."""
    rooms = Rooms(root / "base", root / "older")
    target.seed(rooms.base, SEEDED - 2, **SMALL)
    clone(rooms.base, rooms.older)
    target.work(rooms.base, 2, SEEDED - 1, **SMALL)
    return rooms


def practice_rooms(target: Target, root: Path) -> Rooms:
    """A fresh practice programme, group and back-stage files among it, and a few notes in it."""
    rooms = Rooms(root / "base", root / "older")
    make = [*program(), "demo", "--data", str(rooms.base / "ws")]
    rooms.base.mkdir()
    scan(make, surroundings(rooms.base / "ws"), "1 q enter")
    target.read(rooms.base)  # with the back stage: its tables are written now
    target.work(rooms.base, SEEDED - 2, 1, **SMALL)
    clone(rooms.base, rooms.older)
    target.work(rooms.base, 2, SEEDED - 1, **SMALL)
    target.read(rooms.base)
    return rooms
