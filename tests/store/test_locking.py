"""The lock: taken at once or by filelock, it is the same one, and a second holder waits."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from filelock import FileLock, Timeout

from cartui.store import locking
from cartui.store.locking import Lock
from cartui.store.problems import SaveFailed, UnsafePlace

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="filelock alone locks there")

ANOTHER_PROGRAM = """
import sys
from filelock import FileLock, Timeout
try:
    with FileLock(sys.argv[1], timeout=0):
        print("free")
except Timeout:
    print("busy")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".journal.lock"


@pytest.fixture
def lock(path: Path) -> Lock:
    """A lock whose file stands already."""
    lock = Lock(path, patience=0.05)
    with lock.held("this folder"):
        pass
    return lock


def seen_elsewhere(path: Path) -> str:
    run = [sys.executable, "-c", ANOTHER_PROGRAM, str(path)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def test_the_first_holder_makes_the_file_for_this_person_alone(lock: Lock, path: Path) -> None:
    assert path.exists()
    assert sys.platform == "win32" or os.stat(path).st_mode & 0o777 == 0o600


def test_filelock_in_another_program_waits_for_it(lock: Lock, path: Path) -> None:
    with lock.held("this folder"):
        assert seen_elsewhere(path) == "busy"
    assert seen_elsewhere(path) == "free"


@posix_only
def test_a_file_that_stands_is_locked_without_filelock(
    lock: Lock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock._filelock, "acquire", None)
    with lock.held("this folder"), pytest.raises(Timeout):
        FileLock(path).acquire(timeout=0)
    with FileLock(path, timeout=0):
        pass


def test_it_waits_for_filelock(lock: Lock, path: Path) -> None:
    busy = pytest.raises(SaveFailed, match="busy with this folder")
    with FileLock(path), busy, lock.held("this folder"):
        pass
    with lock.held("this folder"):
        pass


def test_by_filelock_alone_it_is_the_same_lock(
    lock: Lock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = Lock(path, patience=0.05)
    with monkeypatch.context() as patch:
        patch.setattr(locking, "_taken_at_once", lambda _path: None)
        with lock.held("this folder"):
            patch.undo()
            with pytest.raises(SaveFailed), at_once.held("this folder"):
                pass
            assert seen_elsewhere(path) == "busy"
    with at_once.held("this folder"):
        pass


def test_its_holder_may_take_it_again(lock: Lock, path: Path) -> None:
    with lock.held("this folder"):
        with lock.held("this folder"):
            pass
        assert seen_elsewhere(path) == "busy"
    assert seen_elsewhere(path) == "free"


def test_another_thread_waits_for_its_holder(lock: Lock) -> None:
    said: list[str] = []
    waited = Event()

    def take() -> None:
        try:
            with lock.held("this folder"):
                said.append("taken")
        except SaveFailed:
            said.append("busy")
        waited.set()

    with lock.held("this folder"):
        Thread(target=take).start()
        waited.wait()
    assert said == ["busy"]


def test_a_failure_within_lets_it_go(lock: Lock, path: Path) -> None:
    with pytest.raises(OSError, match="full"), lock.held("this folder"):
        raise OSError("the disk is full")
    assert seen_elsewhere(path) == "free"


@posix_only
def test_a_child_begun_meanwhile_does_not_keep_it(lock: Lock, path: Path) -> None:
    with lock.held("this folder"):
        assert lock._descriptor is not None
        kept = os.dup(lock._descriptor)  # what a fork leaves a child with
    try:
        assert seen_elsewhere(path) == "free"
    finally:
        os.close(kept)


@posix_only
def test_a_file_that_lost_its_name_meanwhile_is_not_trusted(
    lock: Lock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def open_and_lose(name: str, *rest: int, **words: int) -> int:
        descriptor = real(name, *rest, **words)
        if name == str(path):
            monkeypatch.setattr(os, "open", real)
            path.unlink()
        return descriptor

    monkeypatch.setattr(os, "open", open_and_lose)
    with lock.held("this folder"):
        assert seen_elsewhere(path) == "busy"


@posix_only
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_is_no_file_is_not_locked(lock: Lock, path: Path, kind: str) -> None:
    path.unlink()
    if kind == "link":
        path.symlink_to("elsewhere")
        with pytest.raises(UnsafePlace), lock.held("this folder"):
            pass
        assert not path.with_name("elsewhere").exists()
    else:
        os.mkfifo(path)
        assert locking._taken_at_once(str(path)) is None
