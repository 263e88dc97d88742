"""One save: the whole file as bytes, and of it, laid out for TinyDB, only what is to change."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Raw

from cartui.store.documents import opened
from cartui.store.sealing import Tables, fragments


class LaidOut:
    """A file's tables while one save is being made.

    TinyDB goes over every document it can see at each change; so it sees those that were laid out,
    and what it writes is put back among the others. `tables` is the whole, always as bytes.
    """

    def __init__(self, start: Tables) -> None:
        self.tables: Tables = {name: dict(rows) for name, rows in start.items()}
        self._out: dict[str, dict[str, Any]] = {}

    def open(self, table: str, doc_ids: Iterable[str]) -> None:
        """Lay out documents to be changed or removed. Raises Damaged."""
        rows = self.tables[table]
        out = self._out.setdefault(table, {})
        out.update((doc_id, opened(rows[doc_id])) for doc_id in doc_ids)

    def lay_all(self, table: str) -> None:
        """Lay out a whole table, unopened: to be emptied."""
        self._out[table] = dict(self.tables.get(table, {}))

    def read(self) -> dict[str, dict[str, Any]]:
        """Return what is laid out, in TinyDB's shape; it is the caller's to change."""
        return {name: dict(out) for name, out in self._out.items()}

    def write(self, seen: Mapping[str, Mapping[str, Any]]) -> None:
        """Put back what TinyDB made of what it saw; nothing is laid out any more.

        Raises ValueError for what JSON cannot hold and for the number of a document it was not
        shown; nothing has changed then.
        """
        fresh = fragments(seen)
        for name, rows in fresh.items():
            self._refuse_taken(name, rows)
        for name, out in self._out.items():
            for gone in out.keys() - fresh.get(name, {}).keys():
                del self.tables[name][gone]
        for name, rows in fresh.items():
            self.tables.setdefault(name, {}).update(rows)
        self._out = {}

    def _refuse_taken(self, name: str, rows: Mapping[str, Raw]) -> None:
        there, out = self.tables.get(name, {}), self._out.get(name, {})
        if any(doc_id in there and doc_id not in out for doc_id in rows):
            raise ValueError("a new record has the number of another")
