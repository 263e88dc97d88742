"""One program in one pseudo-terminal. Output is stamped when it is read and parsed afterwards, so
the parser's own cost is in no interval."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from benchmarks.ptybench import kernel
from benchmarks.ptybench.answers import QUERY, Asked, answer
from benchmarks.ptybench.picture import Chunk, Picture
from benchmarks.ptybench.priority import take_along

now = time.perf_counter
LIVE: dict[int, Terminal] = {}
"""Every terminal that is open: closed when the bench is stopped."""


class Terminal:
    """Starts a program; `chunks` is what was read and not yet parsed."""

    def __init__(
        self,
        argv: list[str],
        env: dict[str, str],
        cwd: str | None,
        size: tuple[int, int],
        *,
        sync: bool,
    ) -> None:
        self.size, self._sync = size, sync
        self.picture = Picture(*size)
        self.chunks: list[tuple[float, bytes]] = []
        self.eof = False
        self.status: int | None = None
        self.exit_time = 0.0
        self.own_cpu = 0.0
        self._tail = b""
        self.t0 = now()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._be(argv, env, cwd)
        # The parent sets the size as well: whichever comes first.
        with contextlib.suppress(OSError):
            self._set_size(self._fd)
        os.set_blocking(self._fd, False)
        LIVE[self.pid] = self

    def _set_size(self, fd: int) -> None:
        cols, rows = self.size
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _be(self, argv: list[str], env: dict[str, str], cwd: str | None) -> None:
        try:
            self._set_size(0)
            take_along()
            if cwd:
                os.chdir(cwd)
            os.execvpe(argv[0], argv, env)  # noqa: S606 - no shell, on purpose
        except BaseException as problem:
            os.write(2, f"exec failed: {problem}\n".encode())
        finally:
            os._exit(127)

    # ---- reading and writing
    def write(self, raw: bytes) -> None:
        """Type."""
        deadline = now() + 2
        while raw and now() < deadline:
            try:
                raw = raw[os.write(self._fd, raw) :]
            except BlockingIOError:
                select.select([], [self._fd], [], 0.05)
            except OSError:
                return

    def read(self, timeout: float) -> bool:
        """Wait up to `timeout` s for output; keep it, stamped. False if none came."""
        if self.eof:
            time.sleep(min(timeout, 0.01))
            return False
        if not select.select([self._fd], [], [], max(0.0, timeout))[0]:
            return False
        got = False
        while True:
            try:
                raw = os.read(self._fd, 65536)
            except BlockingIOError:
                return got
            except OSError as problem:
                if problem.errno != errno.EIO:
                    raise
                raw = b""
            if not raw:
                self.eof = True
                return got
            self.chunks.append((now(), raw))
            got = True
            if b"\x1b" in raw or self._tail:
                self._answer(raw)

    def _answer(self, raw: bytes) -> None:
        waiting, end = self._tail + raw, 0
        for match in QUERY.finditer(waiting):
            end = match.end()
            if end > len(self._tail):
                cols, rows = self.size
                cursor = self.picture.cursor
                asked = Asked(cols=cols, rows=rows, cursor=cursor, sync=self._sync)
                self.write(answer(match, asked))
        self._tail = waiting[end:][-64:]

    def pump(self, quiet: float, limit: float, floor: float = 0.0) -> bool:
        """Read until `quiet` s without output (counted from now at the earliest), at most `limit`
        s, at least `floor` s. True if it became quiet."""
        start = last = now()
        while True:
            at = now()
            if at - start >= limit:
                return False
            if self.eof or (at - last >= quiet and at - start >= floor):
                return True
            if self.read(min(max(quiet - (at - last), 0.001), limit - (at - start))):
                last = now()

    def settle(self, quiet: float, limit: float) -> bool:
        """Quiet, and not busy either: a program that computes for a while between two frames has
        not settled. True if it did within `limit` s."""
        end = now() + limit
        while now() < end and not self.eof:
            if not self.pump(quiet, max(0.001, end - now())):
                return False
            count, before = len(self.chunks), self.cpu()
            self.pump(1, 0.02)
            if len(self.chunks) == count and self.cpu() - before < 0.008:
                return True
        return self.eof

    def replay(self, pattern: re.Pattern[str] | None = None) -> list[Chunk]:
        """Parse what was read, and forget it."""
        read, self.chunks = self.chunks, []
        return self.picture.replay(read, pattern)

    # ---- the program itself
    def cpu(self) -> float:
        """CPU seconds so far of the program and what it started."""
        return kernel.cpu(self.pid)

    def reap(self) -> bool:
        """True when it has ended; `status`, `exit_time` and `own_cpu` are set then."""
        if self.status is None:
            try:
                pid, status, used = os.wait4(self.pid, os.WNOHANG)
            except ChildProcessError:
                self.status, self.exit_time = -1, now()
                return True
            if pid:
                self.status, self.exit_time = os.waitstatus_to_exitcode(status), now()
                self.own_cpu = used.ru_utime + used.ru_stime
        return self.status is not None

    def close(self) -> None:
        """End this program and what it started: nothing else."""
        others = [(pid, kernel.born(pid)) for pid in kernel.tree(self.pid) if pid != self.pid]
        for sign, wait in ((signal.SIGTERM, 1.5), (signal.SIGKILL, 3.0)):
            if self.reap():
                break
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, sign)  # its own session: pty.fork made it the leader
            end = now() + wait
            while not self.reap() and now() < end:
                self.read(0.02)
        for pid, since in others:  # children that left the session: only the very same process
            if since is not None and kernel.born(pid) == since:
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.close(self._fd)
        LIVE.pop(self.pid, None)
