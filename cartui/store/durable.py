"""The few acts that make bytes outlive a power cut: write beside, sync, move over, sync the folder.

Windows has no sync of a folder and no O_NOFOLLOW; what it lacks is left out there, nothing else.
"""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cartui.store.problems import SaveFailed, UnsafePlace

Identity = tuple[int, int, int]
"""A file as a glance tells it apart: inode, mtime in nanoseconds, size in bytes."""

_ON_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_WINDOWS_BUSY = {5, 32, 33}  # access denied, sharing violation, lock violation
_WAITS = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.3)  # 2.5 s in all
_REASONS = {
    errno.ENOSPC: "the disk is full",
    getattr(errno, "EDQUOT", -1): "your share of the disk is full",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "there is no permission to write here",
    errno.EPERM: "there is no permission to write here",
    errno.EIO: "the disk reports a fault",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOENT: "the folder is no longer there",
    errno.ELOOP: "a link stands in its place",
    errno.EFBIG: "the file may not grow further",
}


def reason(error: OSError) -> str:
    """Return a system error in plain words, without a path."""
    return _REASONS.get(error.errno or 0, f"the system says: {error.strerror or 'no reason'}")


@contextmanager
def saving() -> Iterator[None]:
    """Turn any system error within into SaveFailed with its reason in plain words."""
    try:
        yield
    except OSError as error:
        raise SaveFailed(reason(error)) from error


def identity_of(path: Path) -> Identity | None:
    """Return what a glance tells of a file, None if there is none. Raises UnsafePlace."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None
    _refuse_irregular(path, found)
    return _identity(found)


def read_file(path: Path, *, last: int = 0) -> tuple[bytes, Identity] | None:
    """Return a file's bytes (or its `last` few) and identity; None if there is none.

    Raises UnsafePlace for a link or anything but a file, OSError if it cannot be read.
    """
    if identity_of(path) is None:
        return None
    try:
        fd = os.open(path, os.O_RDONLY | _ON_FILE)
    except FileNotFoundError:
        return None
    with os.fdopen(fd, "rb") as file:
        found = os.fstat(fd)
        file.seek(max(0, found.st_size - last) if last else 0)
        return file.read(), _identity(found)


def open_own(path: Path, flags: int) -> int:
    """Open one of our own files, 0600 if it is made; the descriptor is the caller's to close.

    Raises UnsafePlace for a link or anything but a file, OSError if it cannot be opened.
    """
    try:
        fd = os.open(path, flags | _ON_FILE, 0o600)
    except OSError:
        identity_of(path)  # a link gets its own sentence
        raise
    try:
        _refuse_irregular(path, os.fstat(fd))
    except UnsafePlace:
        os.close(fd)
        raise
    return fd


def write_beside(path: Path, raw: bytes | bytearray) -> tuple[Path, Identity]:
    """Write bytes to a new file in the same folder, 0600, synced. A failure leaves nothing.

    A sync that fails is never tried again on the same file: the kernel may have dropped the pages.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    return temporary, write_new(temporary, raw)


def write_new(path: Path, raw: bytes | bytearray) -> Identity:
    """Write a file that must not exist yet, 0600, synced. Raises OSError, leaving none behind."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ON_FILE, 0o600)
    try:
        try:
            write_all(fd, raw)
            os.fsync(fd)
            return _identity(os.fstat(fd))
        finally:
            os.close(fd)
    except BaseException:
        remove(path)
        raise


def move_over(temporary: Path, path: Path) -> None:
    """Put the new file in the old one's place in one act; never by copying over it.

    Windows may refuse while another program looks at the file: tried for 2.5 s, and then the new
    file is kept under a name ending in `.unsaved`, and SaveFailed names it.
    """
    for wait in (*_WAITS, None):
        try:
            os.replace(temporary, path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            if wait is None:
                raise _kept(temporary) from error
            time.sleep(wait)
        else:
            return


def _kept(temporary: Path) -> SaveFailed:
    unsaved = temporary.with_suffix(".unsaved")
    with suppress(OSError):
        os.rename(temporary, unsaved)
        temporary = unsaved
    return SaveFailed(
        f"another program holds the file open; the new state is kept as {temporary.name}"
    )


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def remove(path: Path) -> None:
    """Remove a file if that is possible; it is only ever our own leavings."""
    with suppress(OSError):
        os.unlink(path)


def write_all(fd: int, raw: bytes | bytearray) -> None:
    """Write all the bytes, in as few calls as the system takes. Raises OSError."""
    left = memoryview(raw)
    while left:
        written = os.write(fd, left)
        if written <= 0:
            raise OSError(errno.ENOSPC, "nothing more could be written")
        left = left[written:]


def _identity(found: os.stat_result) -> Identity:
    return found.st_ino, found.st_mtime_ns, found.st_size


def _refuse_irregular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        what = "a link" if stat.S_ISLNK(found.st_mode) else "not a file"
        raise UnsafePlace(f"{path.name} is {what}. cartui reads and writes only real files.")
