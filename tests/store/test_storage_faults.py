"""Whatever the disk or the system refuses: the old file is whole, the reason in plain words."""

import errno
import os
import time
from pathlib import Path
from typing import Any

import pytest

from cartui.store import durable
from cartui.store.problems import Damaged, SaveFailed
from tests.store.one_file import Kernel, add, leavings, names

FAULTS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EMFILE, errno.EACCES]


def calls_of_one_save(saved: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Kernel, list[str]]:
    kernel = Kernel(monkeypatch)
    add(saved, "before")
    with kernel.watching() as calls:
        add(saved, "counted")
    return kernel, list(calls)


@pytest.mark.parametrize("fault", FAULTS)
def test_whichever_call_fails_the_file_is_whole(
    saved: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    kernel, calls = calls_of_one_save(saved, monkeypatch)
    refused = set()
    for number in range(1, len(calls) + 2):
        before = names(saved)
        said = ""
        try:
            with kernel.watching((number, fault)) as seen:
                add(saved, f"n{number}")
        except (SaveFailed, Damaged) as problem:
            said = str(problem)
        failed = seen[number - 1] if len(seen) >= number else ""
        after = names(saved)
        # when the folder's sync fails, the new file, just as whole, stands there already
        if not said or failed in ("open workspace", "fsync workspace"):
            assert after == [*before, f"n{number}"], failed
        else:
            assert after == before, failed
        refused.add(failed.split(" ")[0] if said else "")
        assert leavings(saved) == []
    assert {"open", "write", "fsync", "replace", "lstat"} <= refused


@pytest.mark.parametrize(
    ("fault", "plain"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "there is no permission to write here"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EXDEV, "the system says"),
    ],
)
def test_the_reason_is_in_plain_words(
    saved: Path, monkeypatch: pytest.MonkeyPatch, fault: int, plain: str
) -> None:
    def fail(fd: int, raw: Any) -> int:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(SaveFailed) as caught:
        add(saved)
    assert plain in caught.value.reason
    assert str(saved) not in str(caught.value)


def test_short_writes_are_finished_and_empty_ones_refused(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, raw: real(fd, bytes(raw)[:7]))
    add(saved, "Mòrag")
    assert names(saved) == ["Ailsa", "Mòrag"]
    monkeypatch.setattr(os, "write", lambda fd, raw: 0)
    with pytest.raises(SaveFailed, match="full"):
        add(saved, "Eilidh")
    monkeypatch.undo()
    assert names(saved) == ["Ailsa", "Mòrag"]
    assert leavings(saved) == []


def test_a_failed_sync_is_never_tried_again_on_the_same_file(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def fail(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        raise OSError(errno.EIO, "fault")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(SaveFailed):
            add(saved)
        assert len(synced) == 1
    assert names(saved) == ["Ailsa"]
    add(saved)
    assert names(saved) == ["Ailsa", "Mòrag"]


def busy(winerror: int) -> OSError:
    problem = OSError(errno.EACCES, "in use")
    problem.winerror = winerror  # type: ignore[attr-defined]
    return problem


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_windows_holds_is_waited_for(
    saved: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    real, refusals, waits = os.replace, [1, 2, 3], list[float]()

    def replace(one: Any, other: Any) -> None:
        if refusals:
            refusals.pop()
            raise busy(winerror)
        real(one, other)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", waits.append)
    add(saved)
    assert names(saved) == ["Ailsa", "Mòrag"]
    assert len(waits) == 3


def test_a_file_that_windows_never_lets_go_is_not_copied_over(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, waits = saved.read_bytes(), list[float]()

    def replace(one: Any, other: Any) -> None:
        raise busy(32)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", waits.append)
    with pytest.raises(SaveFailed, match=r"\.unsaved"):
        add(saved)
    assert sum(waits) == pytest.approx(2.5)
    assert saved.read_bytes() == before
    (kept,) = leavings(saved)
    assert kept.endswith(".unsaved")
    assert "Mòrag".encode() in (saved.parent / kept).read_bytes()
    monkeypatch.undo()
    add(saved, "Eilidh")
    assert kept in leavings(saved)


def test_another_windows_error_is_not_waited_for(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(one: Any, other: Any) -> None:
        raise busy(17)

    waits: list[float] = []
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", waits.append)
    with pytest.raises(SaveFailed):
        add(saved)
    assert waits == []
    assert leavings(saved) == []


def test_where_folders_cannot_be_synced_none_is(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_places: list[str] = []
    real = os.open

    def watch(place: Any, *rest: Any) -> int:
        opened_places.append(str(place))
        return real(place, *rest)

    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(os, "open", watch)
    durable.sync_folder(saved.parent)
    assert opened_places == []
