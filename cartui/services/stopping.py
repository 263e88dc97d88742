"""Where I stopped in a draft: a comment's uid and the version's, kept on this machine alone."""

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
        return self._known().get(draft, "").partition(" ")[0]

    def version(self, draft: str) -> str:
        """Return the version in which a draft was left; "" if that is not known."""
        return self._known().get(draft, "").partition(" ")[2]

    def stop(self, draft: str, comment: str, version: str = "") -> None:
        """Remember where a draft was left."""
        where = f"{comment} {version}".strip()
        if self._known().get(draft) == where:
            return
        self._known()[draft] = where
        self._kept.write(self._at)

    def _known(self) -> dict[str, str]:
        if self._at is None:
            self._at = self._kept.read(dict[str, str]) or {}
        return self._at
