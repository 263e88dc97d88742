"""One cartui at a time: the kernel's lock on a file of its own, never on the file it guards."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from cartui.store.durable import reason
from cartui.store.problems import SaveFailed, UnsafePlace

if TYPE_CHECKING:
    from filelock import FileLock


class Lock:
    """The lock on one lock file; the thread that holds it may take it again.

    filelock makes the file, waits for others, and knows the systems without a kernel lock. Where
    the file is there, ours and free, `flock` on it at once is the same lock for a tenth of the
    cost: filelock takes no other. `patience` is in seconds.
    """

    def __init__(self, path: Path | str, *, patience: float) -> None:
        self.path = os.fspath(path)
        self.patience = patience
        self._filelock: FileLock | None = None
        self._turn = RLock()
        self._depth = 0
        self._descriptor: int | None = None

    @contextmanager
    def held(self, what: str) -> Iterator[None]:
        """Hold the lock. Raises SaveFailed if `what` stays busy, UnsafePlace if it is a link."""
        if not self._turn.acquire(timeout=self.patience):
            raise _busy(what)
        try:
            if not self._depth:
                self._take(what)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if not self._depth:
                    self._let_go()
        finally:
            self._turn.release()

    def _take(self, what: str) -> None:
        self._descriptor = _taken_at_once(self.path)
        if self._descriptor is not None:
            return
        from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed where it is free

        if self._filelock is None:
            self._filelock = FileLock(self.path, mode=0o600)
        try:
            self._filelock.acquire(timeout=self.patience)
        except Timeout as error:
            raise _busy(what) from error
        except OSError as error:
            if os.path.islink(self.path):
                raise UnsafePlace("The lock file is a link. cartui does not follow it.") from error
            raise SaveFailed(reason(error)) from error

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            _release(descriptor)
        elif self._filelock is not None:
            self._filelock.release()


def _busy(what: str) -> SaveFailed:
    return SaveFailed(f"another cartui is busy with {what}")


if sys.platform == "win32":

    def _taken_at_once(_path: str) -> int | None:
        return None

    def _release(_descriptor: int) -> None:
        raise AssertionError("unreachable: nothing is taken at once here")

else:
    import fcntl

    def _taken_at_once(path: str) -> int | None:
        """Lock the file if it is there, ours and free, and return its descriptor; None if not."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW)
        except OSError:
            return None  # filelock makes it, or says what is wrong with it
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = os.fstat(descriptor)
            # A file without a name guards nothing: whoever comes next locks another one.
            if stat.S_ISREG(found.st_mode) and found.st_nlink and found.st_uid == os.geteuid():
                return descriptor
        except OSError:
            pass  # held by another, or no kernel locks on this disk: filelock knows what to do
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        return None

    def _release(descriptor: int) -> None:
        try:
            # By word, not by closing alone: a child begun meanwhile may have the same descriptor.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        finally:
            os.close(descriptor)
