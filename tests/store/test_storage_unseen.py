"""Nothing is overwritten that was not seen: other instances, hands, damage, later versions."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cartui.store import safe_storage
from cartui.store.problems import ChangedOutside, Damaged, NewerFormat, SaveFailed
from cartui.store.safe_storage import SafeStorage
from tests.store.one_file import add, leavings, names, opened


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
