"""What changed since I last looked: a mark in the journals, kept on this machine alone."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from cartui.store.events import Change
from cartui.store.folders import prepare
from cartui.store.problems import UnsafePlace
from cartui.store.workspace import Workspace

BACK = ".back"


class Looking:
    """How far a workspace has been looked through. `state` is this machine's state folder.

    The mark says how many lines of each journal were seen, and nothing of what stood in them.
    """

    def __init__(self, workspace: Workspace, state: Path) -> None:
        self._ws = workspace
        name = hashlib.sha256(str(workspace.folder.absolute()).encode()).hexdigest()[:24]
        self._file = state / "looked" / f"{name}.json"
        self._mark = self._read()
        self._known: tuple[dict[str, int], list[Change]] | None = None

    @property
    def before(self) -> bool:
        """Whether this workspace has ever been looked through on this machine."""
        return self._mark is not None

    @property
    def has_news(self) -> bool:
        """Whether there is anything new, without reading what."""
        if self._mark is None:
            return False
        now = self._ws.mark()
        since = self._since(now)
        return any(seen > since.get(name, 0) for name, seen in now.items())

    def news(self) -> list[Change]:
        """Return what was changed since, newest first; nothing the first time."""
        if self._mark is None:
            return []
        now = self._ws.mark()
        if self._known is None or self._known[0] != now:
            self._known = (now, self._ws.changes_since(self._since(now))[::-1])
        return self._known[1]

    def _since(self, now: Mapping[str, int]) -> dict[str, int]:
        """Return the mark; a back stage never looked through from here has no news either."""
        mark = dict(self._mark or {})
        if not any(name.endswith(BACK) for name in mark):
            mark.update({name: seen for name, seen in now.items() if name.endswith(BACK)})
        return mark

    def looked(self) -> None:
        """All has been seen up to now. A state folder that cannot be written is no harm."""
        self._mark = {**(self._mark or {}), **self._ws.mark()}
        self._known = None
        with suppress(OSError, UnsafePlace):
            prepare(self._file.parent.parent)
            prepare(self._file.parent)
            draft = self._file.with_suffix(f".{os.getpid()}")
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(self._mark))
            os.replace(draft, self._file)

    def _read(self) -> dict[str, int] | None:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, int])
        except (OSError, ValueError):
            return None
