"""The first window's side of presenting: what it shows the room, and whether anybody follows."""

import secrets
from contextlib import ExitStack, suppress
from pathlib import Path

import msgspec

from cartui.model.problems import CartuiProblem
from cartui.services.second_window import (
    ANY,
    FOLDER,
    FOLLOWER,
    LOCK,
    PATIENCE,
    SHOWN,
    Shown,
    files,
    is_held,
    name_of,
    write_whole,
)  # fmt: skip
from cartui.store.folders import prepare
from cartui.store.locking import Lock


class Showing:
    """The first window's side. `state` is this machine's state folder, `workspace` a folder.

    Each file is guarded by a kernel lock of its own, held as long as this cartui presents: one
    that was killed lets go of it, and the second window knows at once.
    """

    def __init__(self, state: Path, workspace: Path) -> None:
        self._folder = state / FOLDER
        self._of = name_of(workspace)
        self._stem = f"{self._of}-{secrets.token_hex(8)}"
        self._held = ExitStack()
        self.shows: Shown | None = None

    @property
    def followed(self) -> bool:
        """Whether a second window is open that follows this one."""
        return any(
            is_held(path)
            for path in files(self._folder, FOLLOWER)
            if path.name.startswith((f"{ANY}-", f"{self._of}-"))
        )

    def show(self, shown: Shown) -> bool:
        """Show this from now on; False if it cannot be written, and nobody can follow."""
        try:
            if self.shows is None:
                self._begin()
            path = self._folder / f"{self._stem}{SHOWN}"
            write_whole(path, msgspec.json.encode(shown))
        except (OSError, CartuiProblem):
            return False
        self.shows = shown
        return True

    def take_away(self) -> None:
        """Nothing is shown any more."""
        with suppress(OSError):
            (self._folder / f"{self._stem}{SHOWN}").unlink(missing_ok=True)
        self._held.close()
        with suppress(OSError):
            (self._folder / f"{self._stem}{LOCK}").unlink(missing_ok=True)
        self.shows = None

    def _begin(self) -> None:
        prepare(self._folder.parent)
        prepare(self._folder)
        self._sweep()
        lock = Lock(self._folder / f"{self._stem}{LOCK}", patience=PATIENCE)
        self._held.enter_context(lock.held("presenting"))

    def _sweep(self) -> None:
        """Take away what killed cartuis have left."""
        for path in [*files(self._folder, LOCK), *files(self._folder, FOLLOWER)]:
            if not is_held(path):
                with suppress(OSError):
                    path.with_suffix(SHOWN).unlink(missing_ok=True)
                    path.unlink(missing_ok=True)
