"""Known good: a minimal journal with a witness, the form in which cartui keeps its changes.

`journal/one.jsonl` is appended to, each line with its number and checksum, one fsync a change;
`groups/one/witness.json`, replaced after each, says how long the journal must be. REF_DROP takes
one property out: fsync, torn, seal, lock, inode, witness. Not product code.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path

from filelock import FileLock

from tests.faults.targets import verbs
from tests.faults.targets.sqlite_ref import made

DROP = verbs.dropped()


class Damaged(Exception):
    """The journal is not what was saved."""


def line(number: int, token: int, text: str) -> bytes:
    """One change, proving itself."""
    body = json.dumps([number, token, text])
    return f"{hashlib.sha256(body.encode()).hexdigest()} {body}\n".encode()


def unline(raw: bytes, number: int) -> verbs.Doc:
    """The change of a whole line; raises Damaged."""
    seal, _, body = raw.partition(b" ")
    if "seal" not in DROP and hashlib.sha256(body).hexdigest().encode() != seal:
        raise Damaged(f"line {number}: checksum")
    found, token, text = json.loads(body)
    if found != number and "seal" not in DROP:
        raise Damaged(f"line {number} says it is {found}")
    return {"token": token, "text": text}


class Journal:
    """The target."""

    def __init__(self, folder: Path, writing: bool) -> None:
        self._file = folder / "journal" / "one.jsonl"
        self._witness = folder / "groups" / "one" / "witness.json"
        if writing:
            made(self._file.parent)
            made(self._witness.parent)
            self._lock = FileLock(str(self._file) + ".lock", timeout=30)
        self._handle = -1

    def change(self, token: int) -> None:
        """Append one line under the lock, then let the witness know."""
        with contextlib.nullcontext() if "lock" in DROP else self._lock:
            self._reopen()
            number = self._ready_tail()
            raw = line(number, token, f"practice note {token} é" + verbs.filler(token))
            self._append(raw)
            while not self._same() and "inode" not in DROP:
                self._reopen()
                if not self._whole().endswith(raw):  # else whoever replaced the file took it along
                    self._ready_tail()
                    self._append(raw)
            self._bear_witness(number + 1)

    def _append(self, raw: bytes) -> None:
        while raw:
            raw = raw[os.write(self._handle, raw) :]
        if "fsync" not in DROP:
            os.fsync(self._handle)

    def _whole(self) -> bytes:
        return os.pread(self._handle, os.fstat(self._handle).st_size, 0)

    def _same(self) -> bool:
        try:
            return os.stat(self._file).st_ino == os.fstat(self._handle).st_ino
        except OSError:
            return False

    def _reopen(self) -> None:
        if self._handle >= 0 and (self._same() or "inode" in DROP):
            return
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        entry = os.open(self._file.parent, os.O_RDONLY)
        os.fsync(entry)
        os.close(entry)

    def _ready_tail(self) -> int:
        """Cut what was never acknowledged; returns the next line's number."""
        whole = self._whole()
        end = sum(len(raw) + 1 for raw in self._lines(whole))
        if end < len(whole) and "torn" not in DROP:
            os.ftruncate(self._handle, end)
            os.fsync(self._handle)
        number = whole[:end].count(b"\n")
        if number < self._least():
            raise Damaged("changes are missing: nothing is written over that")
        return number

    def _bear_witness(self, count: int) -> None:
        temp = self._witness.with_name(f".{os.getpid()}.tmp")
        with temp.open("wb") as file:
            file.write(b'{"lines":%d,"again":%d}' % (count, count))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temp, self._witness)

    def _least(self) -> int:
        try:
            said = json.loads(self._witness.read_bytes())
            return int(said["lines"]) if said["lines"] == said["again"] else 0
        except (OSError, ValueError, LookupError, TypeError):
            return 0

    def _lines(self, whole: bytes) -> list[bytes]:
        """The lines but a torn tail: an end that no witness saw, or a last line with a hole."""
        *lines, _torn = whole.split(b"\n")
        if "torn" not in DROP and len(lines) > self._least():
            try:
                unline(lines[-1], len(lines) - 1)
            except (Damaged, ValueError):
                lines.pop()
        return lines

    def content(self) -> list[verbs.Doc]:
        """Every change; a torn tail was never acknowledged and is left out."""
        lines = self._lines(self._file.read_bytes())
        found = [unline(raw, number) for number, raw in enumerate(lines)]
        if "witness" not in DROP and len(lines) < self._least():
            raise Damaged(f"{len(lines)} lines where {self._least()} were")
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0:
            os.close(self._handle)


if __name__ == "__main__":
    sys.exit(verbs.main(Journal))
