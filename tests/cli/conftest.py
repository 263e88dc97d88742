"""The command line as a shell runs it: a process of its own, with what it printed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]
Shell = Callable[..., Ran]


@pytest.fixture
def shell(workspace_folder: Path) -> Shell:
    """Return what runs `cartui ...` on the test's workspace; `given` goes to standard input.

    `folder=None` names no workspace.
    """

    def run(*words: str, given: str | bytes = "", folder: Path | None = workspace_folder) -> Ran:
        named = [] if folder is None else ["--data", str(folder)]
        raw = given.encode(errors="surrogateescape") if isinstance(given, str) else given
        ran = subprocess.run(
            [sys.executable, "-m", "cartui", *named, *words],
            input=raw, capture_output=True, timeout=60,
        )  # fmt: skip
        out, err = ran.stdout.decode(), ran.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)

    return run
