"""What the first window shows the room, and where a second window on this computer finds it.

It stands in this machine's state folder, one small file for each cartui that presents: a public
page, which leaf of it, whether it is blank. Nothing of the workspace is read to show it.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from cartui.model.problems import CartuiProblem
from cartui.services.pages import Page
from cartui.services.public_clock import PublicClock
from cartui.store.locking import Lock

FOLDER = "presented"
SHOWN, LOCK, FOLLOWER = ".json", ".lock", ".follows"
ANY = "any"
PATIENCE = 0.3
"""Seconds to wait for a lock of our own: somebody may be looking whether it is held."""


class Shown(Struct, frozen=True, kw_only=True):
    """What the room sees: a page, its leaf from 0, or a blank page; the clock below it, if any."""

    page: Page
    leaf: int = 0
    blank: bool = False
    clock: PublicClock | None = None


def name_of(workspace: Path) -> str:
    """Return the name that a workspace has here; it says nothing of where that stands."""
    return hashlib.sha256(str(workspace.absolute()).encode()).hexdigest()[:24]


def files(folder: Path, ending: str) -> Iterator[Path]:
    """Yield the files of one kind; none if there is no such folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (folder / name for name in names if name.endswith(ending))


def is_held(lock_file: Path) -> bool:
    """Whether a living cartui holds this lock."""
    if not lock_file.exists():
        return False
    try:
        with Lock(lock_file, patience=0).held("it"):
            return False
    except CartuiProblem:
        return True


def read(path: Path) -> Shown | None:
    """Return what a file says is shown; None if it is gone, or not one of ours."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Shown)
    except (OSError, ValueError):
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Put a file there whole at once, for this account alone. Raises OSError."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
