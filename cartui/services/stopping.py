"""Where I stopped in a draft: a comment's uid for each draft, kept on this machine alone."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from cartui.store.folders import prepare
from cartui.store.problems import UnsafePlace
from cartui.store.workspace import Workspace


class Stopping:
    """The places to go on from. `state` is this machine's state folder; uids only stand in it."""

    def __init__(self, workspace: Workspace, state: Path) -> None:
        name = hashlib.sha256(str(workspace.folder.absolute()).encode()).hexdigest()[:24]
        self._file = state / "stopped" / f"{name}.json"
        self._at: dict[str, str] | None = None

    def at(self, draft: str) -> str:
        """Return the comment at which a draft was left; "" if it was not looked through yet."""
        return self._known().get(draft, "")

    def stop(self, draft: str, comment: str) -> None:
        """Remember where a draft was left. A state folder that cannot be written is no harm."""
        if self.at(draft) == comment:
            return
        self._known()[draft] = comment
        with suppress(OSError, UnsafePlace):
            prepare(self._file.parent.parent)
            prepare(self._file.parent)
            beside = self._file.with_suffix(f".{os.getpid()}")
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(self._at))
            os.replace(beside, self._file)

    def _known(self) -> dict[str, str]:
        if self._at is None:
            try:
                self._at = msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])
            except (OSError, ValueError):
                self._at = {}
        return self._at
