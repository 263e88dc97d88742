"""What changed since I last looked: a mark in the journals, kept on this machine alone."""

from collections.abc import Mapping
from pathlib import Path

from cartui.services.own_mark import OwnMark
from cartui.store.events import Change
from cartui.store.workspace import Workspace

BACK = ".back"


class Looking:
    """How far a workspace has been looked through. `state` is this machine's state folder.

    The mark says how many lines of each journal were seen, and nothing of what stood in them.
    """

    def __init__(self, workspace: Workspace, state: Path) -> None:
        self._ws = workspace
        self._kept = OwnMark(state, "looked", workspace)
        self._mark = self._kept.read(dict[str, int])
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
        """All has been seen up to now."""
        self._mark = {**(self._mark or {}), **self._ws.mark()}
        self._known = None
        self._kept.write(self._mark)
