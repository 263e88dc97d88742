"""The second window's side of presenting: what the first one shows just now."""

import secrets
from contextlib import ExitStack, suppress
from pathlib import Path

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
    read,
)  # fmt: skip
from cartui.store.folders import prepare
from cartui.store.locking import Lock


class Following:
    """The second window's side: looks for what is shown. `workspace` None follows any of them."""

    def __init__(self, state: Path, workspace: Path | None = None) -> None:
        self._folder = state / FOLDER
        self._of = ANY if workspace is None else name_of(workspace)
        self._held = ExitStack()
        self._left = ""

    @property
    def is_alone(self) -> bool:
        """Whether the first window that was followed last has gone without taking its page away."""
        return bool(self._left) and (self._folder / self._left).exists()

    def look(self) -> Shown | None:
        """Return what is shown now, the newest if several show something; None if nobody does."""
        for path in sorted(files(self._folder, SHOWN), key=_age):
            ours = self._of == ANY or path.name.startswith(f"{self._of}-")
            if ours and is_held(path.with_suffix(LOCK)) and (shown := read(path)) is not None:
                self._left = path.name
                return shown
        return None

    def begin(self) -> None:
        """Let first windows know of this one; where that cannot be written, follow all the same."""
        with suppress(OSError, CartuiProblem):
            prepare(self._folder.parent)
            prepare(self._folder)
            path = self._folder / f"{self._of}-{secrets.token_hex(8)}{FOLLOWER}"
            lock = Lock(path, patience=PATIENCE)
            self._held.callback(path.unlink, missing_ok=True)
            self._held.enter_context(lock.held("following"))

    def end(self) -> None:
        """Follow no longer."""
        with suppress(OSError):
            self._held.close()


def _age(path: Path) -> int:
    try:
        return -path.stat().st_mtime_ns
    except OSError:
        return 0
