"""Many short runs of an installed program without paying for its imports each time.

The console script's own entry point is run in a fork of this interpreter, with the arguments,
environment and exit of a real run. The first run tells which modules it came to import; these are
imported here once, so that later forks have them. POSIX only.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import NoReturn

import msgspec


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """How a run ended."""

    code: int
    out: str
    complaint: str


class Warm:
    """The entry point of one console script."""

    def __init__(self, script: str) -> None:
        (found,) = entry_points(group="console_scripts", name=script)
        self._script = script
        self._entry = found.load()
        self._known = False

    def run(self, arguments: Sequence[str], env: dict[str, str]) -> Ran:
        """One run, in a process of its own."""
        files = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115
        try:
            out, complaint, names = (file.fileno() for file in files)
            child = os.fork()
            if child == 0:
                self._be_the_program(arguments, env, (out, complaint, names))
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if not self._known:
                learn(written(names).split())
                self._known = True
            return Ran(code=code, out=written(out), complaint=written(complaint))
        finally:
            for file in files:
                file.close()

    def _be_the_program(
        self, arguments: Sequence[str], env: dict[str, str], files: tuple[int, int, int]
    ) -> NoReturn:
        """Exit is by SystemExit, so that threads are joined and exit functions run, as ever."""
        out, complaint, names = (os.dup(file) for file in files)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(complaint, 2)
        os.environ.clear()
        os.environ.update(env)
        os.chdir(os.sep)
        sys.argv = [self._script, *arguments]
        if not self._known:
            atexit.register(lambda: os.write(names, " ".join(sys.modules).encode()))
        sys.exit(self._entry())


def written(file: int) -> str:
    """What was written to a file, as text."""
    return os.pread(file, os.fstat(file).st_size, 0).decode("utf-8", errors="replace")


def learn(names: list[str]) -> None:
    """Import what the first run imported."""
    for name in names:
        if name != "__main__" and name not in sys.modules:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
    gc.collect()
    gc.freeze()
