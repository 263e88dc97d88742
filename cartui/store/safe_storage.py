"""TinyDB's storage, made trustworthy: nothing is replaced that was not seen, or not whole.

One save: serialise; take the lock; compare what is on disk with what was read; write a temporary
file beside, sync it; keep the previous state; move the new one over it; sync the folder.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from tinydb.storages import Storage

from cartui.store.documents import opened
from cartui.store.durable import (
    Identity,
    identity_of,
    move_over,
    read_file,
    reason,
    remove,
    saving,
    sync_folder,
    write_beside,
)
from cartui.store.generations import Generations
from cartui.store.laid_out import LaidOut
from cartui.store.locking import Lock
from cartui.store.problems import ChangedOutside, Damaged, SaveFailed
from cartui.store.sealing import (
    FORMAT,
    OUR_TABLES,
    SEAL_LENGTH,
    Reading,
    Tables,
    decode,
    encode,
    fragments,
)

_PATIENCE = 10.0  # seconds to wait for another cartui's save


class _Seen(Struct, frozen=True):
    """What we last knew to be on disk; `reading` is None for bytes that were set aside."""

    identity: Identity
    tail: bytes
    reading: Reading | None


class SafeStorage(Storage):
    """One table file. `relative` names it among the generations; its folder must exist.

    What `read` hands out are copies: nothing done to them reaches the file but by `write`.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        relative: str | None = None,
        generations: Generations | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        read_only: bool = False,
    ) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._relative = relative or self.path.name
        self._kept = generations or Generations(self.path.parent / "generations", clock=clock)
        self._lock = Lock(f"{self.path}.lock", patience=_PATIENCE)
        self._seen: _Seen | None = None
        self._highest = 0
        self._laid_out: LaidOut | None = None
        self._swept = False

    def look(self) -> Reading | None:
        """Return what the file holds, read again only if it changed; None if there is none.

        Raises Damaged, NewerFormat, UnsafePlace. A file changed by hand comes with `sealed` false.
        """
        seen, self._seen = self._seen, None
        try:
            if seen is not None and seen.reading and seen.identity == identity_of(self.path):
                self._seen = seen
                return seen.reading
            found = read_file(self.path)
        except OSError as error:
            raise Damaged(f"the file cannot be read: {reason(error)}") from error
        if found is None:
            return None
        reading = decode(found[0])
        self._highest = max(self._highest, reading.generation)
        self._seen = _Seen(found[1], reading.tail, reading)
        return reading

    @property
    def tail(self) -> bytes | None:
        """The checksum of what was last read or written here; None before that."""
        return self._seen.tail if self._seen else None

    @property
    def generation(self) -> int:
        """The save that was last read or written here; 0 before that."""
        return self._seen.reading.generation if self._seen and self._seen.reading else 0

    def changed(self) -> bool:
        """Whether the file is, at a glance, no longer the one last read or written."""
        try:
            return identity_of(self.path) != (self._seen.identity if self._seen else None)
        except OSError:
            return True

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return TinyDB's tables, None if there is no file. Raises as `look`; ChangedOutside."""
        if self._laid_out is not None:
            return self._laid_out.read()
        reading = self.look()
        if reading is None:
            return None
        if not reading.sealed:
            raise ChangedOutside("The file was changed outside cartui.")
        return {
            name: {doc_id: opened(raw) for doc_id, raw in rows.items()}
            for name, rows in reading.tables.items()
        }

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save all tables durably; within `one_save`, put back what was laid out.

        Raises ValueError for what JSON cannot hold, ChangedOutside, SaveFailed, UnsafePlace.
        """
        if self.read_only:
            raise SaveFailed("this workspace is open for reading only")
        if OUR_TABLES & data.keys():
            raise ValueError("_meta and _seal are the file's own")
        if self._laid_out is not None:
            self._laid_out.write(data)
        else:
            with self.locked():
                self._commit(fragments(data), {})

    @contextmanager
    def one_save(self, start: Tables, extra: Mapping[str, Any]) -> Iterator[LaidOut]:
        """Make every write within one durable save, all or nothing; the caller holds the lock.

        `start` are the tables to begin with; `extra` is laid over what `_meta` held. Within it
        reading and writing are about those documents alone that were laid out.
        """
        if self.read_only:
            raise SaveFailed("this workspace is open for reading only")
        self._laid_out = LaidOut(start)
        try:
            yield self._laid_out
            self._commit(self._laid_out.tables, extra)
        finally:
            self._laid_out = None

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other cartui from saving this file meanwhile. Raises SaveFailed."""
        return self._lock.held("this file")

    def set_aside(self, why: Literal["damaged", "outside"]) -> None:
        """Keep the bytes now on disk for good, so that they may be replaced. Raises SaveFailed."""
        with saving():
            found = read_file(self.path)
            if found is not None:
                self._kept.set_aside(found[0], self._relative, why)
                self._seen = _Seen(found[1], found[0][-SEAL_LENGTH:], None)

    def _commit(self, tables: Tables, extra: Mapping[str, Any]) -> None:
        with saving():
            before = self._seen.reading if self._seen else None
            self._sweep()
            meta = self._next_meta(before, extra)
            raw = encode(tables, meta)
            self._refuse_unseen()
            temporary, identity = write_beside(self.path, raw)
            try:
                if before is not None:
                    self._kept.keep(self.path, self._relative, before.generation)
                move_over(temporary, self.path)
            except SaveFailed:
                raise  # the new file is kept, and the reason names it
            except BaseException:
                remove(temporary)
                raise
            tail, self._highest = bytes(raw[-SEAL_LENGTH:]), meta["generation"]
            reading = Reading(meta=meta, tables=tables, tail=tail, sealed=True)
            self._seen = _Seen(identity, tail, reading)
            sync_folder(self.path.parent)
        with suppress(OSError):
            self._kept.prune(self._relative)

    def _next_meta(self, before: Reading | None, extra: Mapping[str, Any]) -> dict[str, Any]:
        if self._highest == 0:
            self._highest = self._kept.newest_number(self._relative)
        number = 1 + max(self._highest, before.generation if before else 0)
        own = {"format": FORMAT, "generation": number}
        if own.keys() & extra.keys():
            raise ValueError("format and generation are the file's own")
        return {**own, **(before.meta if before else {}), **extra, **own}

    def _refuse_unseen(self) -> None:
        """Raise ChangedOutside unless the file on disk is the one last read or written."""
        found, seen = read_file(self.path, last=SEAL_LENGTH), self._seen
        if found is None or seen is None:
            same = found is None and seen is None
        else:
            same = found[0] == seen.tail
            same = same and (found[1] == seen.identity or self._still_proves_itself())
        if not same:
            raise ChangedOutside("The file has changed since cartui last read it.")

    def _still_proves_itself(self) -> bool:
        # touched or brought back by a sync client: another file, the same bytes
        found = read_file(self.path)
        try:
            return found is not None and decode(found[0]).sealed
        except Damaged:
            return False

    def _sweep(self) -> None:
        """Remove what a killed cartui left; under the lock nobody else's can be there."""
        if not self._swept:
            ours = re.compile(rf"\.{re.escape(self.path.name)}\.[0-9a-f]{{16}}\.tmp")
            for name in filter(ours.fullmatch, os.listdir(self.path.parent)):
                remove(self.path.parent / name)
            self._swept = True
