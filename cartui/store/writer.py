"""The one thread that writes the tables behind the journal."""

from collections.abc import Callable
from threading import Condition, Lock, Thread

QUIET_SECONDS = 0.25
"""How long a burst of changes may gather before the tables are written once for all of them."""


class Writer:
    """Calls `write` in a thread of its own, soon after `wake`; newest state wins."""

    def __init__(self, write: Callable[[], None]) -> None:
        self._write = write
        self._turn = Lock()
        self._wanted = Condition()
        self._waiting = False
        self._stopped = False
        self._thread: Thread | None = None

    def wake(self) -> None:
        """Ask for the tables to be written soon."""
        if self._waiting:
            return  # asked already: waking the thread again would cost more than the save
        with self._wanted:
            self._waiting = True
            if self._thread is None and not self._stopped:
                self._thread = Thread(target=self._run, name="tables", daemon=True)
                self._thread.start()
            self._wanted.notify()

    def _run(self) -> None:
        while True:
            with self._wanted:
                self._wanted.wait_for(lambda: self._waiting or self._stopped)
                self._wanted.wait_for(lambda: self._stopped, timeout=QUIET_SECONDS)
                if self._stopped:
                    return
                self._waiting = False
            self.write_now(self._write)

    def write_now(self, write: Callable[[], None]) -> None:
        """Write in the caller's thread, after any writing under way."""
        with self._turn:
            write()

    def stop(self) -> None:
        """End the thread; nothing is written after this returns."""
        with self._wanted:
            self._stopped = True
            self._wanted.notify()
        if self._thread is not None:
            self._thread.join()
