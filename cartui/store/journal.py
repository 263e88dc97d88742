"""One journal: a file of lines that prove themselves, written by one device, only ever longer."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from cartui.store.events import Change, DamagedLine, NewerLine, decode_line, encode_line
from cartui.store.problems import SaveFailed, UnsafePlace

LOCK_SECONDS = 5.0


class Place(Struct, frozen=True):
    """How far a journal has been read: lines, bytes, the last line's checksum and change id."""

    seq: int = 0
    offset: int = 0
    sum: str = ""
    last: str = ""


class Broken(Struct, frozen=True, kw_only=True):
    """Lines that cannot be read: numbers `first` to `last`; `why` in plain words."""

    journal: str
    first: int
    last: int
    why: str


class Journal:
    """The file `<name>.jsonl`. `place` is how far this process has read it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.jsonl"
        self.place = Place()
        self.torn = 0
        self.newer = 0
        self._seen: tuple[int, int, int] | None = None
        self._unsettled: list[tuple[int, bytes]] = []
        self._lock = FileLock(str(folder / f".{name}.lock"), timeout=LOCK_SECONDS, mode=0o600)

    # -- reading ------------------------------------------------------------------------------

    def changed(self) -> bool:
        """Whether the file differs from what was last read (one stat)."""
        try:
            found = os.stat(self.path, follow_symlinks=False)
        except FileNotFoundError:
            return self._seen is not None
        return (found.st_ino, found.st_size, found.st_mtime_ns) != self._seen

    def read(self) -> list[Change | Broken]:
        """Return what follows `place`, and move on. A torn tail is left for the next read.

        Lines of a later cartui are left out and noted in `newer`. Raises UnsafePlace for a link.
        """
        try:
            descriptor = _open(self.path, os.O_RDONLY)
        except FileNotFoundError:
            return self._gone()
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(file.fileno())
            if not self._still_there(file, found.st_size):
                self.place, before = Place(), self.place
                lines = self._lines(file.read())
                self._seen = (found.st_ino, found.st_size, found.st_mtime_ns)
                return [*lines, *self._shorter(before)]
            file.seek(self.place.offset)
            lines = self._lines(file.read())
        self._seen = (found.st_ino, found.st_size, found.st_mtime_ns)
        return lines

    def _gone(self) -> list[Change | Broken]:
        before, self.place, self._seen = self.place, Place(), None
        return [*self._shorter(before)]

    def _shorter(self, before: Place) -> Iterator[Broken]:
        if before.seq > self.place.seq:
            yield Broken(
                journal=self.name, first=self.place.seq + 1, last=before.seq, why="missing"
            )
            self.place = msgspec.structs.replace(self.place, seq=before.seq, last=before.last)

    def _still_there(self, file: Any, size: int) -> bool:
        """Whether the line before `place` is the one that was read there."""
        if not self.place.offset:
            return True
        if size < self.place.offset:
            return False
        tail = len(self.place.sum) + 3
        file.seek(self.place.offset - tail)
        return bool(file.read(tail) == self.place.sum.encode() + b'"}\n')

    def _lines(self, raw: bytes) -> list[Change | Broken]:
        found: list[Change | Broken] = []
        start, offset, seq, sum_ = 0, self.place.offset, self.place.seq, self.place.sum
        bad, last = 0, self.place.last
        while (end := raw.find(b"\n", start)) >= 0:
            line, start = raw[start:end], end + 1
            try:
                change = decode_line(line)
            except DamagedLine:
                bad += 1
                sum_ = line[-34:-2].decode("ascii", "replace")
                continue
            except NewerLine as newer:
                self.newer = max(self.newer, int(newer.args[0]))
                continue
            if change.seq <= seq:
                continue  # a sync client doubled a stretch of lines
            if change.seq > seq + 1:
                why = "damaged" if bad else "missing"
                found.append(Broken(journal=self.name, first=seq + 1, last=change.seq - 1, why=why))
            bad, seq, sum_ = 0, change.seq, line[-34:-2].decode("ascii", "replace")
            last = change.id
            found.append(change)
        if bad:
            found.append(Broken(journal=self.name, first=seq + 1, last=seq + bad, why="damaged"))
            seq += bad
        self.torn = len(raw) - start
        self.place = Place(seq=seq, offset=offset + start, sum=sum_, last=last)
        return found

    def whole(self) -> list[Change | Broken]:
        """Read the file from its first line, without moving `place`."""
        fresh = Journal(self.path.parent, self.name)
        lines = fresh.read()
        if fresh.place.seq < self.place.seq:
            lines.append(
                Broken(
                    journal=self.name,
                    first=fresh.place.seq + 1,
                    last=self.place.seq,
                    why="missing",
                )
            )
        return lines

    # -- writing ------------------------------------------------------------------------------

    def lock(self) -> AbstractContextManager[object]:
        """Take this journal's kernel lock. Raises SaveFailed if another cartui keeps it."""
        try:
            return self._lock.acquire()
        except Timeout as late:
            raise SaveFailed("another cartui is busy with this folder") from late
        except OSError as error:
            raise SaveFailed(reason_of(error)) from error

    def append(self, change: Change) -> None:
        """Write one line and wait until the disk has it. The caller holds the lock and has read
        to the end. Raises SaveFailed; the file then ends where it ended before.
        """
        line = encode_line(change)
        for _attempt in range(3):
            try:
                if self._append_once(line):
                    break
            except OSError as error:
                raise SaveFailed(reason_of(error)) from error
        else:
            raise SaveFailed("another program keeps replacing the journal")
        end = self.place.offset + len(line)
        self.place = Place(seq=change.seq, offset=end, sum=line[-35:-3].decode(), last=change.id)
        self._unsettled.append((change.seq, line))
        del self._unsettled[:-200]

    def _append_once(self, line: bytes) -> bool:
        new = not self.path.exists()
        descriptor = _open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        try:
            end = self._whole_end(descriptor)
            try:
                _write_all(descriptor, line)
                os.fsync(descriptor)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, end)
                raise
            if new:
                sync_folder(self.path.parent)
            self.place = msgspec.structs.replace(self.place, offset=end)
            return self._is_still(descriptor)
        finally:
            os.close(descriptor)

    def _whole_end(self, descriptor: int) -> int:
        """Cut a torn tail, and give back lines of ours that a replaced file has lost."""
        size = os.fstat(descriptor).st_size
        end = size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            raw = os.pread(descriptor, size, 0)
            end = raw.rfind(b"\n") + 1
            os.ftruncate(descriptor, end)
        if end < self.place.offset:
            end = self._give_back(descriptor, end)
        return end

    def _give_back(self, descriptor: int, end: int) -> int:
        """Append again the lines this process saved that are not in the file that stands here."""
        raw = os.pread(descriptor, end, 0)
        for _seq, line in self._unsettled:
            if line not in raw:
                _write_all(descriptor, line)
                end += len(line)
        return end

    def _is_still(self, descriptor: int) -> bool:
        """Whether the path names the file just written; a sync client may have replaced it."""
        try:
            there = os.stat(self.path, follow_symlinks=False)
        except FileNotFoundError:
            return False
        here = os.fstat(descriptor)
        self._seen = (here.st_ino, here.st_size, here.st_mtime_ns)
        return (there.st_ino, there.st_dev) == (here.st_ino, here.st_dev)


def _open(path: Path, flags: int) -> int:
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags, 0o600)
    except OSError as error:
        if path.is_symlink():
            raise UnsafePlace(
                f"{path.name} is a link. cartui writes only to real files."
            ) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnsafePlace(f"{path.name} is not a plain file.")
    return descriptor


def _write_all(descriptor: int, line: bytes) -> None:
    written = os.write(descriptor, line)
    while written < len(line):
        written += os.write(descriptor, line[written:])


def sync_folder(folder: Path) -> None:
    """Make a folder's entries durable. Windows cannot, and does not need it for new files."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def reason_of(error: OSError) -> str:
    """Return in plain words why the disk did not take a change."""
    words = {
        errno.ENOSPC: "the disk is full",
        getattr(errno, "EDQUOT", -1): "your share of the disk is full",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "this account may not write there",
        errno.EPERM: "this account may not write there",
        errno.EIO: "the disk reports a fault",
        errno.EMFILE: "too many files are open",
        errno.ENFILE: "too many files are open",
        errno.ENOENT: "the folder is gone",
        errno.EFBIG: "the file may not grow further",
    }
    return words.get(error.errno or -2, f"the disk said: {os.strerror(error.errno or 0)}")


def encode_place(place: Place) -> dict[str, Any]:
    """Return a place as the tables' `_meta` keeps it."""
    return {"seq": place.seq, "offset": place.offset, "sum": place.sum, "last": place.last}


def decode_place(raw: Any) -> Place:
    """Return a place from `_meta`; anything odd means "read from the start"."""
    try:
        return msgspec.convert(raw, Place)
    except msgspec.ValidationError:
        return Place()
