"""Every row of what a trustworthy storage needs, each with a test that notices its absence."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from cartui.model.problems import CartuiProblem
from cartui.store import durable, safe_storage
from cartui.store.problems import (
    ChangedOutside,
    Damaged,
    NewerFormat,
    SaveFailed,
    UnsafePlace,
)
from cartui.store.safe_storage import SafeStorage

Db = Callable[[], TinyDB]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir(mode=0o700)
    return folder / "programme.json"


@pytest.fixture
def saved(path: Path) -> Path:
    opened(path).table("person").insert({"uid": "p1", "name": "Ailsa"})
    return path


def opened(path: Path, **options: Any) -> TinyDB:
    return TinyDB(path, storage=SafeStorage, **options)


def names(path: Path) -> list[str]:
    return [doc["name"] for doc in opened(path).table("person")]


def add(path: Path, name: str = "Mòrag") -> None:
    opened(path).table("person").insert({"uid": name, "name": name})


def leavings(path: Path) -> list[str]:
    known = {path.name, f"{path.name}.lock", "generations"}
    return [name for name in os.listdir(path.parent) if name not in known]


# -- the order of one save ---------------------------------------------------------------------


class Kernel:
    """Notes each call that matters, and can make the n-th of them fail."""

    CALLS = ("open", "write", "fsync", "link", "replace", "unlink", "mkdir", "lstat", "listdir")

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.places: dict[int, str] = {}
        self.failing: tuple[int, int] | None = None
        self.on = False
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if not self.on:
                return real(*args, **options)
            place = self.places.get(args[0]) if name in ("write", "fsync") else args[0]
            self.calls.append(f"{name} {os.path.basename(str(place))}")
            if self.failing is not None and len(self.calls) == self.failing[0]:
                raise OSError(self.failing[1], os.strerror(self.failing[1]))
            result = real(*args, **options)
            if name == "open":
                self.places[result] = str(place)
            return result

        return call

    @contextmanager
    def watching(self, failing: tuple[int, int] | None = None) -> Iterator[list[str]]:
        self.calls, self.failing, self.on = [], failing, True
        try:
            yield self.calls
        finally:
            self.on = False


def test_a_save_writes_beside_syncs_keeps_moves_and_syncs_the_folder(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = Kernel(monkeypatch)
    with kernel.watching() as calls:
        add(saved)
    wanted = ("write", "fsync", "link", "replace")
    acts = [call for call in calls if call.startswith(wanted)]
    temporary = acts[0].split(" ")[1]
    assert temporary.startswith(".programme.json.")
    assert temporary.endswith(".tmp")
    assert acts == [
        f"write {temporary}",
        f"fsync {temporary}",
        "link programme.json",
        f"replace {temporary}",
        "fsync workspace",
    ]
    assert calls.index("open programme.json.lock") < calls.index(f"open {temporary}")


def test_the_temporary_file_is_new_private_and_in_the_same_folder(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[Path, int, int]] = []
    real = os.open

    def watch(place: Any, flags: int, mode: int = 0o777) -> int:
        if str(place).endswith(".tmp"):
            made.append((Path(place), flags, mode))
        return real(place, flags, mode)

    monkeypatch.setattr(os, "open", watch)
    add(saved, "Mòrag")
    add(saved, "Eilidh")
    assert len({place for place, _, _ in made}) == 2
    for place, flags, mode in made:
        assert place.parent == saved.parent
        assert flags & os.O_EXCL
        assert flags & os.O_CREAT
        assert flags & os.O_NOFOLLOW
        assert mode == 0o600


def test_nothing_is_touched_before_all_is_json(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()
    kernel = Kernel(monkeypatch)
    with kernel.watching() as calls, pytest.raises(ValueError, match="not a number"):
        opened(saved).table("person").insert({"uid": "p", "score": float("nan")})
    assert not [call for call in calls if call.startswith(("write", "link", "replace"))]
    assert saved.read_bytes() == before
    assert leavings(saved) == []


# -- every call failing --------------------------------------------------------------------------

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


# -- Windows -------------------------------------------------------------------------------------


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


# -- nothing unseen is overwritten ---------------------------------------------------------------


def test_a_change_by_another_is_never_overwritten(saved: Path) -> None:
    mine = SafeStorage(saved)
    tables = mine.read()
    add(saved, "Mòrag")
    assert tables is not None
    with pytest.raises(ChangedOutside):
        mine.write(tables)
    assert names(saved) == ["Ailsa", "Mòrag"]
    assert leavings(saved) == []


def test_a_file_that_came_or_went_unseen_is_a_change_too(path: Path) -> None:
    mine = SafeStorage(path)
    assert mine.read() is None
    add(path)
    with pytest.raises(ChangedOutside):
        mine.write({})
    assert mine.read() is not None
    path.unlink()
    with pytest.raises(ChangedOutside):
        mine.write({})


def test_a_hand_edit_that_leaves_the_checksum_alone_is_noticed(saved: Path) -> None:
    mine = SafeStorage(saved)
    tables = mine.read()
    assert tables is not None
    time.sleep(0.02)
    edited = saved.read_bytes().replace(b"Ailsa", b"Moira")
    saved.write_bytes(edited)
    with pytest.raises(ChangedOutside):
        mine.write(tables)
    assert saved.read_bytes() == edited
    with pytest.raises(ChangedOutside):
        mine.read()


def test_the_same_bytes_in_another_file_are_no_change(saved: Path) -> None:
    mine = SafeStorage(saved)
    tables = mine.read()
    assert tables is not None
    twin = saved.with_name("twin")
    twin.write_bytes(saved.read_bytes())
    twin.replace(saved)
    assert mine.changed()
    mine.write(tables)
    assert names(saved) == ["Ailsa"]


def test_a_change_is_seen_at_a_glance_and_read(saved: Path) -> None:
    mine = opened(saved)
    assert len(mine.table("person")) == 1
    assert not mine.storage.changed()  # type: ignore[attr-defined]
    add(saved)
    assert mine.storage.changed()  # type: ignore[attr-defined]
    assert [doc["name"] for doc in mine.table("person").all()] == ["Ailsa", "Mòrag"]


def test_an_unchanged_file_is_not_read_again(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = SafeStorage(saved)
    first = mine.look()
    monkeypatch.setattr(safe_storage, "read_file", lambda place: pytest.fail("read again"))
    assert mine.look() is first


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"_default":{}}', b"{"])
def test_damage_is_never_taken_for_empty_or_overwritten(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    with pytest.raises(Damaged):
        add(path)
    assert path.read_bytes() == raw


def test_a_newer_file_is_left_alone(path: Path) -> None:
    raw = b'{"_meta":{"1":{"format":9,"generation":1}}}'
    path.write_bytes(raw)
    with pytest.raises(NewerFormat):
        add(path)
    assert path.read_bytes() == raw


WRITER = """
import sys
from tinydb import TinyDB
from cartui.store.problems import ChangedOutside
from cartui.store.safe_storage import SafeStorage
db = TinyDB(sys.argv[1], storage=SafeStorage)
for number in range(12):
    while True:
        try:
            db.table("person").insert({"uid": sys.argv[2] + str(number)})
            break
        except (ChangedOutside, ValueError):
            db.drop_table("nothing")
            db = TinyDB(sys.argv[1], storage=SafeStorage)
"""


def test_two_programs_on_one_file_lose_nothing(path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stderr=subprocess.PIPE)
        for name in ("a", "b", "c")
    ]
    for program in programs:
        _, said = program.communicate(timeout=60)
        assert program.returncode == 0, said
    uids = {doc["uid"] for doc in opened(path).table("person")}
    assert uids == {f"{name}{number}" for name in "abc" for number in range(12)}


def test_a_save_waits_for_its_turn(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_storage, "_PATIENCE", 0.05)
    script = (
        "import sys, time\nfrom cartui.store.safe_storage import SafeStorage\n"
        "with SafeStorage(sys.argv[1]).locked():\n print('held', flush=True)\n sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(saved)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SaveFailed, match="busy"):
            add(saved)
        other.stdin.close()
    add(saved)
    assert names(saved) == ["Ailsa", "Mòrag"]


# -- places, modes, leavings ---------------------------------------------------------------------


def test_links_are_refused_and_what_they_lead_to_is_unharmed(saved: Path) -> None:
    elsewhere = saved.with_name("elsewhere")
    saved.rename(elsewhere)
    saved.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    with pytest.raises(UnsafePlace):
        names(saved)
    with pytest.raises(UnsafePlace):
        SafeStorage(saved).write({})
    assert elsewhere.read_bytes() == before


def test_a_link_put_there_at_the_last_moment_is_not_followed(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.rename(saved.with_name("elsewhere"))
    saved.symlink_to(saved.with_name("elsewhere"))
    monkeypatch.setattr(durable, "identity_of", lambda place: (1, 1, 1))
    with pytest.raises(OSError, match=r".") as caught:
        durable.read_file(saved)
    assert caught.value.errno == errno.ELOOP


def test_a_lock_that_is_a_link_is_refused(saved: Path) -> None:
    target = saved.with_name("target")
    target.write_text("dear", encoding="utf-8")
    lock = saved.with_name(f"{saved.name}.lock")
    lock.unlink()
    lock.symlink_to(target)
    with pytest.raises(UnsafePlace):
        add(saved)
    assert target.read_text(encoding="utf-8") == "dear"


def test_everything_written_is_private_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        add(path, "Ailsa")
        add(path, "Mòrag")
    finally:
        os.umask(before)
    kept = list((path.parent / "generations").iterdir())
    assert len(kept) == 1
    for place in (path, path.with_name("programme.json.lock"), *kept):
        assert place.stat().st_mode & 0o777 == 0o600
    assert kept[0].parent.stat().st_mode & 0o777 == 0o700


def test_what_a_killed_cartui_left_is_swept_and_nothing_else(saved: Path) -> None:
    ours = saved.with_name(".programme.json.0123456789abcdef.tmp")
    others = [".programme.json.tmp", ".other.json.0123456789abcdef.tmp", "notes.tmp"]
    for name in (ours.name, *others):
        saved.with_name(name).write_text("x", encoding="utf-8")
    add(saved)
    assert sorted(leavings(saved)) == sorted(others)


def test_reading_only_writes_nothing_at_all(path: Path) -> None:
    with pytest.raises(SaveFailed, match="reading only"):
        opened(path, read_only=True).table("person").insert({"uid": "a"})
    assert list(path.parent.iterdir()) == []


# -- what TinyDB itself gets wrong ---------------------------------------------------------------


def test_a_result_that_is_changed_changes_nothing_on_disk(path: Path) -> None:
    db = opened(path)
    db.table("person").insert({"uid": "a", "groups": ["east"]})
    db.table("person").all()[0]["groups"].append("west")
    db.table("card").insert({"uid": "c"})
    assert opened(path).table("person").all()[0]["groups"] == ["east"]


def test_an_update_that_fails_half_way_leaves_nothing_behind(saved: Path) -> None:
    add(saved)
    db, seen = opened(saved), list[str]()

    def spoil(doc: Any) -> None:
        if seen:
            raise CartuiProblem
        seen.append(doc["name"])
        doc["name"] = "spoilt"

    with pytest.raises(CartuiProblem):
        db.table("person").update(spoil)
    db.table("card").insert({"uid": "c"})
    assert names(saved) == ["Ailsa", "Mòrag"]


def test_the_files_own_tables_cannot_be_written(saved: Path) -> None:
    for name in ("_meta", "_seal"):
        with pytest.raises(ValueError, match="own"):
            opened(saved).table(name).insert({"format": 9})
    assert opened(saved).tables() == {"person"}
