"""One journal: a file of lines that prove themselves, written by one device, only ever longer."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from cartui.store.durable import identity_of, open_own, saving, sync_folder, write_all
from cartui.store.events import Change, encode_line
from cartui.store.lines import Broken, Line, Place, parse, proof_of
from cartui.store.locking import Lock
from cartui.store.problems import SaveFailed

LOCK_SECONDS = 5.0
REMEMBERED = 200
"""How many of its own last lines a process can give back to a file that was put in place of its."""


class Journal:
    """The file `<name>.jsonl`. `place` is how far this process has read it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.jsonl"
        self.place = Place()
        self.newer = 0
        self._seen: tuple[int, int, int] | None = None
        self._mine: list[bytes] = []
        self._lock = Lock(folder / f".{name}.lock", patience=LOCK_SECONDS)

    # -- reading ------------------------------------------------------------------------------

    def changed(self) -> bool:
        """Whether the file differs from what was last read or written (one stat)."""
        return identity_of(self.path) != self._seen

    def read(self) -> list[Line]:
        """Return what follows `place`, and move on. A torn tail is left for the next read.

        Lines of a later cartui are left out and noted in `newer`. Raises UnsafePlace for a link.
        """
        self._seen = identity_of(self.path)
        if self._seen is None:
            before, self.place = self.place, Place()
            return self._lacking(before)
        with os.fdopen(open_own(self.path, os.O_RDONLY), "rb") as file:
            if self._still_there(file):
                file.seek(self.place.offset)
                return self._parsed(file.read())
            before, self.place = self.place, Place()
            file.seek(0)
            return [*self._parsed(file.read()), *self._lacking(before)]

    def _parsed(self, raw: bytes) -> list[Line]:
        parsed = parse(raw, self.name, self.place)
        self.place, self.newer = parsed.place, max(self.newer, parsed.newer)
        return parsed.lines

    def _lacking(self, before: Place) -> list[Line]:
        """Name the lines that were there once and are no longer."""
        here = self.place.seq
        if before.seq <= here:
            return []
        self.place = msgspec.structs.replace(self.place, seq=before.seq, last=before.last)
        return [Broken(journal=self.name, first=here + 1, last=before.seq, why="missing")]

    def _still_there(self, file: BinaryIO) -> bool:
        """Whether the line before `place` is the one that was read there."""
        if not self.place.offset:
            return True
        ending = self.place.sum.encode() + b'"}\n'
        file.seek(max(0, self.place.offset - len(ending)))
        return file.read(len(ending)) == ending

    def whole(self) -> list[Line]:
        """Read the file from its first line, without moving `place`."""
        fresh = Journal(self.path.parent, self.name)
        lines = fresh.read()
        return [*lines, *fresh._lacking(self.place)]

    # -- writing ------------------------------------------------------------------------------

    def lock(self) -> AbstractContextManager[None]:
        """Take this journal's kernel lock. Raises SaveFailed if another cartui keeps it."""
        return self._lock.held("this folder")

    def append(self, change: Change) -> None:
        """Write one line and wait until the disk has it. The caller holds the lock and has read
        to the end. Raises SaveFailed; the file then ends where it ended before.
        """
        line = encode_line(change)
        for _attempt in range(3):
            with saving():
                end = self._appended([line])
            if end is not None:
                break
        else:
            raise SaveFailed("another program keeps replacing the journal")
        self.place = Place(seq=change.seq, offset=end, sum=proof_of(line[:-1]), last=change.id)
        self._mine.append(line)
        del self._mine[:-REMEMBERED]

    def give_back(self) -> bool:
        """Write again the lines this process saved that are not in the file that stands here now.

        A sync client or a restore may have put an older copy in its place. Returns whether the
        file has them all. The caller holds the lock.
        """
        if not self._mine:
            return False
        with saving():
            raw = self.path.read_bytes() if self.path.exists() else b""
            missing = [line for line in self._mine if line not in raw]
            return not missing or self._appended(missing) is not None

    def _appended(self, lines: list[bytes]) -> int | None:
        """Append, sync, and return where the file ends; None if it was replaced meanwhile."""
        with self._opened() as (descriptor, before):
            for line in lines:
                write_all(descriptor, line)
            os.fsync(descriptor)
            end = before + sum(map(len, lines))
            here = os.fstat(descriptor)
            self._seen = identity_of(self.path)
            return end if self._seen == (here.st_ino, here.st_mtime_ns, here.st_size) else None

    @contextmanager
    def _opened(self) -> Iterator[tuple[int, int]]:
        """Open the file to write at its end, without a torn tail; on a failure cut it back."""
        flags = os.O_RDWR | os.O_APPEND
        try:
            descriptor, new = open_own(self.path, flags), False
        except FileNotFoundError:
            descriptor, new = open_own(self.path, flags | os.O_CREAT), True
        try:
            end = _whole_end(descriptor)
            try:
                yield descriptor, end
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, end)
                raise
            if new:
                for folder in (self.path.parent, *self.path.parents[1:3]):
                    sync_folder(folder)  # the names on the way here must outlive a power cut too
        finally:
            os.close(descriptor)


def _whole_end(descriptor: int) -> int:
    """Cut what a crash left of a line that was never acknowledged; return where the file ends."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if not size:
        return 0
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    if os.read(descriptor, 1) == b"\n":
        return size
    os.lseek(descriptor, 0, os.SEEK_SET)
    end = os.read(descriptor, size).rfind(b"\n") + 1
    os.ftruncate(descriptor, end)
    return end
