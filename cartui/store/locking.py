"""One cartui at a time: the kernel's lock on a file of its own, never on the file it guards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import BaseFileLock, Timeout

from cartui.store.durable import reason
from cartui.store.problems import SaveFailed, UnsafePlace


@contextmanager
def locked(lock: BaseFileLock, what: str) -> Iterator[None]:
    """Hold a lock. Raises SaveFailed if `what` stays busy, UnsafePlace if the lock is a link."""
    try:
        lock.acquire()
    except Timeout as error:
        raise SaveFailed(f"another cartui is busy with {what}") from error
    except OSError as error:
        if os.path.islink(lock.lock_file):
            raise UnsafePlace("The lock file is a link. cartui does not follow it.") from error
        raise SaveFailed(reason(error)) from error
    try:
        yield
    finally:
        lock.release()
