"""Where I stopped in a draft: a comment's uid for each draft, kept on this machine alone."""

from pathlib import Path

from cartui.services.own_mark import OwnMark
from cartui.store.workspace import Workspace


class Stopping:
    """The places to go on from. `state` is this machine's state folder; uids only stand in it."""

    def __init__(self, workspace: Workspace, state: Path) -> None:
        self._kept = OwnMark(state, "stopped", workspace)
        self._at: dict[str, str] | None = None

    def at(self, draft: str) -> str:
        """Return the comment at which a draft was left; "" if it was not looked through yet."""
        return self._known().get(draft, "")

    def stop(self, draft: str, comment: str) -> None:
        """Remember where a draft was left."""
        if self.at(draft) == comment:
            return
        self._known()[draft] = comment
        self._kept.write(self._at)

    def _known(self) -> dict[str, str]:
        if self._at is None:
            self._at = self._kept.read(dict[str, str]) or {}
        return self._at
