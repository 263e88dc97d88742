"""Whether records have changed since they were last looked at, without reading them."""

from collections.abc import Iterable
from operator import is_not

from cartui.model.records import Record
from cartui.store.workspace import Workspace


class Watch:
    """Watches tables of a workspace: kinds with the group that holds them, "" for none."""

    def __init__(self, workspace: Workspace, tables: Iterable[tuple[type[Record], str]]) -> None:
        self._ws = workspace
        self._seen: dict[tuple[type[Record], str], dict[str, Record] | None] = dict.fromkeys(tables)

    def changed(self) -> bool:
        """Whether anything came, went or changed since this was asked last; at first it did."""
        others = [self._is_other(*table) for table in self._seen]  # each is looked at
        return any(others)

    def _is_other(self, kind: type[Record], group: str) -> bool:
        """Compare by identity: a record is never changed in place."""
        before, now = self._seen[kind, group], dict(self._ws.table(kind, group))
        self._seen[kind, group] = now
        if before is None or len(before) != len(now):
            return True
        return any(map(is_not, before.values(), now.values()))
