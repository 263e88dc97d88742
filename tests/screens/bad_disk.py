"""A workspace on a disk that goes bad: really full or really read-only where a disk can be mounted.

Where none can be (no root, not Linux) the same system errors are raised at the same calls.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cartui.app import CartuiApp
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Person
from cartui.practice.copying import fresh_copy
from cartui.settings import Settings
from cartui.store.identity import Identity
from cartui.store.places import Places
from cartui.store.workspace import Workspace
from tests.faults.diskfull import can_mount, fill, small_disk
from tests.screens.stage import slowly

REASONS = {"full": "the disk is full", "read-only": "the disk can only be read"}


class BadDisk:
    """`folder` is a practice workspace on it; `go_bad` and `get_well` as often as wanted."""

    def __init__(self, disk: Path, kind: str) -> None:
        self.disk, self.kind = disk, kind
        self.folder = fresh_copy("one-group", disk / "practice")
        self._ballast: Path | None = None

    def go_bad(self) -> None:
        """Take no more bytes."""
        if self.kind == "full":
            self._ballast = fill(self.disk, 0)
        else:
            self._remount("ro")

    def get_well(self) -> None:
        """Take bytes again."""
        if self.kind == "full" and self._ballast is not None:
            self._ballast.unlink()
        elif self.kind != "full":
            self._remount("rw")

    def _remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.disk)], check=True)


class ToldBad(BadDisk):
    """The same where nothing can be mounted: the calls that make a change durable fail."""

    def __init__(self, disk: Path, kind: str, patch: pytest.MonkeyPatch) -> None:
        super().__init__(disk, kind)
        self._patch = patch

    def go_bad(self) -> None:
        """Let no write be durable."""
        number = 28 if self.kind == "full" else 30

        def fails(_: int) -> None:
            raise OSError(number, os.strerror(number))

        self._patch.setattr(os, "fsync", fails)

    def get_well(self) -> None:
        """Let writes be durable again."""
        self._patch.undo()


@contextlib.contextmanager
def bad_disk(at: Path, kind: str) -> Iterator[BadDisk]:
    """A disk for one test, put away afterwards."""
    if can_mount():
        with small_disk(at, 4096) as disk:
            yield BadDisk(disk, kind)
            if kind == "read-only":
                subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=False)
    else:
        with pytest.MonkeyPatch.context() as patch:
            yield ToldBad(at, kind, patch)
        shutil.rmtree(at, ignore_errors=True)


def app_on(disk: BadDisk, identity: Identity) -> CartuiApp:
    """Return the app on the workspace of a disk; nothing else of it stands there."""
    base = disk.disk.parent
    places = Places(data=base / "data", config=base / "config.toml", state=base / "state")
    settings = Settings(name="Rowan")
    return CartuiApp(
        disk.folder, places=places, settings=settings, identity=identity, pace=slowly()
    )


async def press(pilot: Any, *keys: str) -> None:
    """Press keys; what begins with an apostrophe is a text to be typed."""
    for key in keys:
        await pilot.press(*(key[1:] if key[0] == "'" and len(key) > 1 else [key]))
        await pilot.pause()


def titles(folder: Path) -> list[str]:
    """Return the titles of all cards that stand on the disk."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="e" * 32))
    groups = list(workspace.table(Group))
    return [card.title for group in groups for card in workspace.table(Card, group).values()]


def names(folder: Path) -> list[str]:
    """Return the names of all people that stand on the disk."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="e" * 32))
    return [person.name for person in workspace.table(Person).values()]
