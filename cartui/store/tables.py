"""One TinyDB file of several kinds of record, behind the journal: loaded by uid, saved at once.

The records stand under TinyDB's own integer ids; their identity is the `uid` in each of them.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document, Table

from cartui.store.durable import read_file, saving
from cartui.store.folders import prepare_below, refuse_links
from cartui.store.generations import Generation, Generations
from cartui.store.laid_out import LaidOut
from cartui.store.loaded import Ids, Loaded, ids_of, loaded_from
from cartui.store.problems import ChangedOutside, Damaged, NewerFormat, SaveFailed
from cartui.store.safe_storage import SafeStorage
from cartui.store.sealing import Reading, Tables, decode

__all__ = ["Changed", "Loaded", "Rows", "TableFile"]

Rows = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Documents by kind and uid."""
Changed = Mapping[str, Mapping[str, Mapping[str, Any] | None]]
"""The same; None for a document that is no longer there."""


class _Table(Table):
    # Numbers are given out here and never by TinyDB, so it need not turn each of them into an
    # integer and back: half the cost of a save of one record among a thousand.
    document_id_class = str  # type: ignore[assignment]


class _TinyDB(TinyDB):
    table_class = _Table


def _now() -> datetime:
    return datetime.now(UTC)


class TableFile:
    """One file of the workspace in `folder`, such as `groups/<id>/group.json`.

    `clock` returns an aware moment; `generations` may be shared by all files of a workspace.
    """

    def __init__(
        self,
        folder: Path,
        relative: str,
        *,
        clock: Callable[[], datetime] = _now,
        read_only: bool = False,
        generations: Generations | None = None,
    ) -> None:
        self.folder = folder
        self.relative = relative
        self.path = folder / relative
        self.generations = generations or Generations(folder / "generations", clock=clock)
        self._read_only = read_only
        self._storage = SafeStorage(
            self.path, relative=relative, generations=self.generations, read_only=read_only
        )
        self._tinydb = _TinyDB(storage=lambda: self._storage)
        self._known: bytes | None = None
        self._ids: Ids | None = None
        self._turn = RLock()

    def load(self) -> Loaded:
        """Return what stands in the file. Never raises for its contents; UnsafePlace for a link."""
        with self._turn:
            refuse_links(self.folder, self.relative)
            self._known = self._ids = None
            try:
                reading = self._storage.look()
                loaded = loaded_from(reading)
            except Damaged as problem:
                return Loaded(state="damaged", why=str(problem))
            except NewerFormat as problem:
                return self._as_far_as_understood(problem)
            if reading is not None:
                self._known = reading.tail
            return loaded

    def _as_far_as_understood(self, problem: NewerFormat) -> Loaded:
        """Return a later cartui's file to look at; no rows if its shape is another."""
        rows: Mapping[str, Mapping[str, dict[str, Any]]] = {}
        meta: dict[str, Any] = {"format": problem.found}
        with suppress(Damaged, OSError):
            found = read_file(self.path)
            if found is not None:
                reading = decode(found[0], up_to=problem.found)
                rows, meta = loaded_from(reading).rows, reading.meta
        return Loaded(state="newer", rows=rows, meta=meta, why=str(problem))

    @property
    def generation(self) -> int:
        """The save last loaded or made here; 0 if there is none."""
        return self._storage.generation

    def changed(self) -> bool:
        """Whether the file looks, at a glance, other than when last loaded or saved."""
        return self._storage.changed()

    def earlier(self) -> Iterator[tuple[Generation, Loaded]]:
        """Yield the earlier states that prove themselves and can be read, newest first."""
        for generation, reading in self.generations.sound(self.relative):
            try:
                yield generation, loaded_from(reading)
            except Damaged:
                continue

    def newest_generation(self) -> Loaded | None:
        """Return the newest earlier state that can be read, to restore from; None if none."""
        return next((loaded for _, loaded in self.earlier()), None)

    def save(
        self,
        changed: Changed,
        everything: Rows | Callable[[], Rows],
        meta: Mapping[str, Any],
        *,
        replace_unseen: bool = False,
    ) -> int:
        """Save all changes in one durable write and return the file's generation.

        A document is laid over the one that stands there: fields it does not name are kept. When
        the file cannot be added to (absent, or to be replaced), `everything` is asked for and
        written whole. With `replace_unseen` a damaged or hand-changed file is first set aside
        under `generations/`, durably, and then replaced.

        Raises ChangedOutside (load again first), Damaged, NewerFormat, SaveFailed, UnsafePlace, and
        ValueError for what JSON cannot hold; the file then stands as it stood.
        """
        if self._read_only:
            raise SaveFailed("this workspace is open for reading only")
        with self._turn:
            with saving():
                prepare_below(self.folder, self.relative)
            with self._storage.locked():
                start, whole = self._standing(replace_unseen)
                wanted = _complete(everything, changed) if whole else changed
                ids, self._ids = self._ids or {}, None
                try:
                    with self._storage.one_save(start, meta) as laid_out:
                        for kind, documents in wanted.items():
                            self._put(kind, documents, ids, laid_out, whole=whole)
                finally:
                    self._known = self._storage.tail
                self._ids = None if whole else ids
            return self._storage.generation

    def _standing(self, replace_unseen: bool) -> tuple[Tables, bool]:
        """Return the tables to build on and whether every known kind must be written whole."""
        try:
            reading = self._storage.look()
            ids = {} if reading is None else (self._ids or ids_of(reading))
        except Damaged:
            if not replace_unseen:
                raise
            self._storage.set_aside("damaged")
            reading, ids = None, {}
        whole = reading is None or not reading.sealed or reading.tail != self._known
        if reading is not None and whole:
            self._give_way(reading, replace_unseen)
        self._ids = {} if whole else ids
        return (reading.tables if reading else {}), whole

    def _give_way(self, reading: Reading, replace_unseen: bool) -> None:
        if not replace_unseen:
            by_whom = "by another cartui" if reading.sealed else "outside cartui"
            raise ChangedOutside(f"{self.relative} was changed {by_whom} since it was last read.")
        if not reading.sealed:
            self._storage.set_aside("outside")

    def _put(
        self,
        kind: str,
        documents: Mapping[str, Mapping[str, Any] | None],
        all_ids: Ids,
        laid_out: LaidOut,
        *,
        whole: bool,
    ) -> None:
        if kind.startswith("_"):
            raise ValueError("a kind's name must not begin with _")
        table, ids = self._tinydb.table(kind), all_ids.setdefault(kind, {})
        if whole:
            laid_out.lay_all(kind)
            table.truncate()
        gone = [ids.pop(uid) for uid, doc in documents.items() if doc is None and uid in ids]
        if gone:
            laid_out.open(kind, gone)
            table.remove(doc_ids=gone)
        there = {uid: doc for uid, doc in documents.items() if doc is not None}
        old = [ids[uid] for uid in there if uid in ids]
        if old:
            laid_out.open(kind, old)
            table.update(_laid_over(there), doc_ids=old)
        _insert(table, ids, {uid: doc for uid, doc in there.items() if uid not in ids})


def _insert(table: Table, ids: dict[str, Any], fresh: Mapping[str, Mapping[str, Any]]) -> None:
    """Give each new document the next number, noted in `ids`, and insert them."""
    if fresh:
        number = max(map(int, ids.values()), default=0)
        ids.update((uid, str(number + index)) for index, uid in enumerate(fresh, 1))
        table.insert_multiple(Document({**fresh[u], "uid": u}, ids[u]) for u in fresh)


def _laid_over(
    documents: Mapping[str, Mapping[str, Any]],
) -> Callable[[MutableMapping[str, Any]], None]:
    def lay(standing: MutableMapping[str, Any]) -> None:
        uid = standing["uid"]
        standing.update({**documents[uid], "uid": uid})

    return lay


def _complete(everything: Rows | Callable[[], Rows], changed: Changed) -> Changed:
    rows = everything() if callable(everything) else everything
    complete: dict[str, dict[str, Mapping[str, Any] | None]] = {
        kind: dict(documents) for kind, documents in rows.items()
    }
    for kind, documents in changed.items():
        complete.setdefault(kind, {}).update(documents)
    return complete
