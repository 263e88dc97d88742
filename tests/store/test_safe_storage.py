"""A save in its order, the places and modes of what it leaves, and what TinyDB gets wrong."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from cartui.model.problems import CartuiProblem
from cartui.store import durable
from cartui.store.problems import SaveFailed, UnsafePlace
from cartui.store.safe_storage import SafeStorage
from tests.store.one_file import Kernel, add, leavings, names, opened


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
