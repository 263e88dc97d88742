"""Known good: TinyDB with a minimal storage that has the properties asked of cartui's tables.

The file stays one JSON object that plain TinyDB can open. REF_DROP takes one property out:
fsync, dirsync, atomic, lock, conflict, seal. Not product code.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock
from tinydb import TinyDB
from tinydb.storages import Storage

from tests.faults.targets import verbs
from tests.faults.targets.sqlite_ref import made

DROP = verbs.dropped()
OPEN, SHUT = b',"_seal":{"1":{"sha256":"', b'"}}}'
SEAL = len(OPEN) + 64 + len(SHUT)
KEEP = 5

Tables = dict[str, dict[str, Any]]


class Damaged(Exception):
    """The file is not what was last saved."""


class Conflict(Exception):
    """Somebody else saved since this was read."""


def encode(tables: Tables, generation: int) -> bytes:
    """Seal the tables; the seal covers every byte before it."""
    rest = {name: table for name, table in tables.items() if name not in ("_seal", "_meta")}
    whole = {"_meta": {"1": {"format": 1, "generation": generation}}, **rest}
    body = json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()[:-1]
    return body + OPEN + hashlib.sha256(body).hexdigest().encode() + SHUT


def decode(raw: bytes) -> Tables:
    """The tables; raises Damaged rather than guess."""
    body, digest = raw[:-SEAL], raw[-SEAL:][len(OPEN) : -len(SHUT)]
    if "seal" not in DROP and hashlib.sha256(body).hexdigest().encode() != digest:
        raise Damaged("the seal does not match")
    tables: Tables = json.loads(raw)
    tables.pop("_seal", None)
    return tables


class SafeStorage(Storage):
    """Temp file, fsync, previous generation kept, replace, fsync of the folder; under a lock."""

    def __init__(self, path: str, writing: bool) -> None:
        self.path, self.writing = Path(path), writing
        self.lock = FileLock(path + ".lock", timeout=30, mode=0o600)
        self.seen: bytes | None = None
        self.generation = 0

    def raw(self) -> bytes | None:
        """The bytes on disk now."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def read(self) -> Tables | None:
        """The tables, or None when there is no file and one may be made."""
        raw = self.raw()
        if raw is None:
            if not self.writing or any(self.path.parent.glob("*.bak")):
                raise Damaged("no state file")
            self.seen, self.generation = None, 0
            return None
        tables = decode(raw)
        self.seen, self.generation = raw[-SEAL:], tables["_meta"]["1"]["generation"]
        return tables

    def write(self, tables: Tables) -> None:
        """Replace the file durably; raises Conflict if it changed since it was read."""
        now = self.raw()
        if "conflict" not in DROP and (now[-SEAL:] if now is not None else None) != self.seen:
            raise Conflict("changed on disk since it was read")
        raw = encode(tables, self.generation + 1)
        temp = self._temp(raw)
        try:
            if now is not None:
                self._keep_generation()
            self._put(temp, raw)
        except BaseException:
            temp.unlink(missing_ok=True)
            raise
        if "dirsync" not in DROP:
            entry = os.open(self.path.parent, os.O_RDONLY)
            os.fsync(entry)
            os.close(entry)
        self.seen, self.generation = raw[-SEAL:], self.generation + 1

    def _temp(self, raw: bytes) -> Path:
        handle, name = tempfile.mkstemp(prefix=".state-", suffix=".tmp", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                if "fsync" not in DROP:
                    os.fsync(file.fileno())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

    def _put(self, temp: Path, raw: bytes) -> None:
        if "atomic" in DROP:
            self.path.write_bytes(raw)
            temp.unlink()
        else:
            os.replace(temp, self.path)

    def _keep_generation(self) -> None:
        kept = self.path.with_name(f"{self.path.name}.{self.generation % KEEP}.bak")
        with contextlib.suppress(OSError):
            kept.unlink(missing_ok=True)
            os.link(self.path, kept)


class Safe:
    """The target."""

    def __init__(self, folder: Path, writing: bool) -> None:
        file = folder / "groups" / "one" / "state.json"
        if writing:
            made(file.parent)
        self._storage = SafeStorage(str(file), writing)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[TinyDB]:
        """All changes of one user action are one save."""
        with contextlib.nullcontext() if "lock" in DROP else self._storage.lock:
            tables = self._storage.read() or {}
            memory = TinyDB(storage=Memory, tables=tables)
            yield memory
            self._storage.write(tables)

    def change(self, token: int) -> None:
        """Two tables, one save."""
        with self._transaction() as db:
            db.table("notes").insert({"token": token, "text": f"practice note {token} \u00e9"})
            if token % 2:
                db.table("filler").insert({"pad": verbs.filler(token)})
            else:
                db.table("filler").truncate()

    def content(self) -> list[verbs.Doc]:
        """Every document of every table."""
        tables = self._storage.read() or {}
        return [doc for name, table in tables.items() if name != "_meta" for doc in table.values()]

    def close(self) -> None:
        """Nothing stays open."""


class Memory(Storage):
    """The tables of one transaction."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def read(self) -> Tables:
        """What the transaction holds so far."""
        return self._tables

    def write(self, tables: Tables) -> None:
        """Keep it until the transaction ends."""
        whole = dict(tables)
        self._tables.clear()
        self._tables.update(whole)


if __name__ == "__main__":
    sys.exit(verbs.main(Safe))
