"""Table files: loaded by uid, saved at once, set aside before they are replaced."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from cartui.store.problems import ChangedOutside, Damaged, NewerFormat, SaveFailed, UnsafePlace
from cartui.store.sealing import encode, fragments
from cartui.store.tables import Changed, TableFile
from tests.conftest import StillClock

NAME = "groups/g1/group.json"
ROWS = {"card": {"c1": {"uid": "c1", "title": "Falls log"}, "c2": {"uid": "c2", "title": "Bus"}}}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def file_of(root: Path, **options: Any) -> TableFile:
    return TableFile(root, NAME, clock=StillClock(), **options)


@pytest.fixture
def file(root: Path) -> TableFile:
    file = file_of(root)
    assert file.load().state == "absent"
    assert file.save(ROWS, ROWS, {"journals": {"a": 1}}) == 1
    return file


def never() -> dict[str, Any]:
    return pytest.fail("the whole state was asked for")


def aside(root: Path, why: str) -> list[bytes]:
    return [path.read_bytes() for path in (root / "generations").glob(f"*.{why}-*")]


def sealed(tables: dict[str, Any], number: int = 5) -> bytes:
    return bytes(encode(fragments(tables), {"format": 1, "generation": number}))


def test_what_is_saved_is_loaded_by_uid(root: Path, file: TableFile) -> None:
    loaded = file_of(root).load()
    assert (loaded.state, loaded.why) == ("good", "")
    assert loaded.rows == ROWS
    assert loaded.meta == {"format": 1, "generation": 1, "journals": {"a": 1}}
    assert loaded.format == 1


def test_loading_an_absent_file_makes_nothing(root: Path) -> None:
    assert file_of(root).load().state == "absent"
    assert not root.exists()


def test_documents_are_changed_added_and_removed_together(root: Path, file: TableFile) -> None:
    changed: Changed = {
        "card": {"c1": {"uid": "c1", "title": "Falls"}, "c2": None, "c9": {"title": "New"}},
        "move": {"m1": {"uid": "m1"}},
    }
    assert file.save(changed, never, {"journals": {"a": 2}}) == 2
    assert file.save({"card": {"gone": None}, "move": {}}, never, {}) == 3
    loaded = file_of(root).load()
    assert loaded.rows == {
        "card": {"c1": {"uid": "c1", "title": "Falls"}, "c9": {"uid": "c9", "title": "New"}},
        "move": {"m1": {"uid": "m1"}},
    }
    assert loaded.meta["journals"] == {"a": 2}


def test_however_many_tables_change_it_is_one_write(
    file: TableFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    real = os.replace

    def replace(one: Any, other: Any) -> None:
        moved.append(str(other))
        real(one, other)

    monkeypatch.setattr(os, "replace", replace)
    many: dict[str, Any] = {f"kind{n}": {"a": {"uid": "a"}, "b": {"uid": "b"}} for n in range(5)}
    file.save({**many, "card": {"c1": None, "c2": {"title": "x"}}}, never, {})
    assert moved == [str(file.path)]


def test_plain_tinydb_reads_it(file: TableFile) -> None:
    with TinyDB(file.path, access_mode="r", encoding="utf-8") as db:
        assert {doc["uid"]: doc.doc_id for doc in db.table("card")} == {"c1": 1, "c2": 2}


def test_unknown_tables_fields_and_notes_in_meta_are_kept(root: Path) -> None:
    file = file_of(root)
    file.load()
    file.save({"card": {"c1": {"uid": "c1", "title": "Falls", "mood": 7}}}, {}, {"later": [1]})
    file.save({"omen": {"o1": {"uid": "o1"}}}, never, {})
    again = file_of(root)
    again.load()
    again.save({"card": {"c1": {"uid": "c1", "title": "Bus"}}}, never, {"journals": {}})
    loaded = file_of(root).load()
    assert loaded.rows["card"]["c1"] == {"uid": "c1", "title": "Bus", "mood": 7}
    assert loaded.rows["omen"] == {"o1": {"uid": "o1"}}
    assert loaded.meta["later"] == [1]


def test_numbers_are_not_given_twice_after_a_removal(root: Path, file: TableFile) -> None:
    file.save({"card": {"c1": None}}, never, {})
    file.save({"card": {"c3": {"title": "x"}, "c4": {"title": "y"}}}, never, {})
    assert set(file_of(root).load().rows["card"]) == {"c2", "c3", "c4"}


def test_a_vanished_file_is_written_whole_and_counts_on(root: Path, file: TableFile) -> None:
    file.save({"card": {"c2": None}}, never, {})
    file.path.unlink()
    everything = {"card": {"c1": {"uid": "c1", "title": "Falls"}}}
    assert file.save({"card": {"c5": {"title": "n"}}}, lambda: everything, {}) == 3
    assert set(file_of(root).load().rows["card"]) == {"c1", "c5"}
    fresh = file_of(root)
    file.path.unlink()
    assert fresh.load().state == "absent"
    assert fresh.save({}, everything, {}) > 1


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"{}", "what it is"),
        (b'{"_meta":{"1":{"format":1,"gen', "broken off"),
        (sealed({"card": {"1": {"title": "x"}}}), "no uid"),
        (sealed({"card": {"1": {"uid": 7}}}), "no uid"),
        (sealed({"card": {"1": {"uid": ""}}}), "uid"),
        (sealed({"card": {"1": {"uid": "a"}, "2": {"uid": "a"}}}), "same uid"),
    ],
)
def test_damage_is_told_and_set_aside_before_it_is_replaced(
    root: Path, file: TableFile, raw: bytes, why: str
) -> None:
    file.path.write_bytes(raw)
    loaded = file.load()
    assert (loaded.state, loaded.rows) == ("damaged", {})
    assert why in loaded.why
    with pytest.raises(Damaged):
        file.save({}, never, {})
    assert file.path.read_bytes() == raw
    assert aside(root, "damaged") == []
    file.save({}, ROWS, {}, replace_unseen=True)
    assert aside(root, "damaged") == [raw]
    assert file_of(root).load().rows == ROWS
    file.save({"card": {"c1": None}}, never, {})


def test_a_hand_edit_is_offered_and_set_aside_before_it_is_replaced(
    root: Path, file: TableFile
) -> None:
    raw = file.path.read_bytes().replace(b"Falls log", b"Falls LOG")
    file.path.write_bytes(raw)
    with pytest.raises(ChangedOutside):
        file.save({"card": {"c2": None}}, never, {})
    loaded = file.load()
    assert loaded.state == "outside"
    assert loaded.rows["card"]["c1"]["title"] == "Falls LOG"
    with pytest.raises(ChangedOutside):
        file.save({"card": {"c2": None}}, never, {})
    assert file.path.read_bytes() == raw
    assert file.save({"card": {"c2": None}}, ROWS, {}, replace_unseen=True) == 2
    assert aside(root, "outside") == [raw]
    after = file_of(root).load()
    assert after.state == "good"
    assert after.rows == {"card": {"c1": ROWS["card"]["c1"]}}


def test_replacing_what_changed_by_hand_keeps_its_unknown_tables(
    root: Path, file: TableFile
) -> None:
    file.save({"omen": {"o1": {"uid": "o1"}}}, never, {})
    file.path.write_text(json.dumps(json.loads(file.path.read_bytes())), encoding="utf-8")
    file.save({}, ROWS, {}, replace_unseen=True)
    assert set(file_of(root).load().rows) == {"card", "omen"}


def test_nothing_is_replaced_if_it_could_not_be_set_aside(
    file: TableFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "full")

    file.path.write_bytes(b"{")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed, match="full"):
        file.save({}, ROWS, {}, replace_unseen=True)
    assert file.path.read_bytes() == b"{"


def test_another_instance_is_never_overwritten_unseen(root: Path, file: TableFile) -> None:
    other = file_of(root)
    other.load()
    other.save({"card": {"c2": {"title": "Ferry"}}}, never, {})
    assert file.changed()
    with pytest.raises(ChangedOutside):
        file.save({"card": {"c1": None}}, never, {})
    with pytest.raises(ChangedOutside):
        file.save({"card": {"c1": None}}, never, {})
    assert file.load().rows["card"]["c2"]["title"] == "Ferry"
    assert file.save({"card": {"c1": None}}, never, {}) == 3
    assert set(file_of(root).load().rows["card"]) == {"c2"}


def test_a_newer_file_is_shown_and_never_written(root: Path, file: TableFile) -> None:
    raw = file.path.read_bytes().replace(b'"format":1', b'"format":2')
    file.path.write_bytes(raw)
    loaded = file.load()
    assert (loaded.state, loaded.format) == ("newer", 2)
    assert loaded.rows == ROWS
    for force in (False, True):
        with pytest.raises(NewerFormat):
            file.save({}, ROWS, {}, replace_unseen=force)
    assert file.path.read_bytes() == raw
    assert (
        len(list((root / "generations").iterdir() if (root / "generations").exists() else [])) == 0
    )
    file.path.write_bytes(b'{"_meta":{"1":{"format":3}},"card":"elsewhere"}')
    assert (file.load().format, file.load().rows) == (3, {})


def test_reading_only_touches_nothing(root: Path) -> None:
    file = file_of(root, read_only=True)
    file.load()
    with pytest.raises(SaveFailed):
        file.save(ROWS, ROWS, {}, replace_unseen=True)
    assert not root.exists()


def test_a_failed_save_leaves_the_next_one_right(
    root: Path, file: TableFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.path.read_bytes()
    change = {"card": {"c1": None, "c7": {"title": "late"}}}
    for name in ("replace", "write", "link", "fsync"):
        with monkeypatch.context() as patch:

            def fail(*rest: Any) -> Any:
                raise OSError(28, "full")

            patch.setattr(os, name, fail)
            with pytest.raises(SaveFailed):
                file.save(change, never, {})
        assert file.path.read_bytes() == before
    with pytest.raises(ValueError, match="not a number"):
        file.save({"card": {"c1": None, "c8": {"n": float("inf")}}}, never, {})
    file.save(change, never, {})
    assert set(file_of(root).load().rows["card"]) == {"c2", "c7"}


def test_a_folder_sync_that_fails_is_said_and_the_next_save_goes_on(
    root: Path, file: TableFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, list[int]()

    def second_fails(fd: int) -> None:
        calls.append(fd)
        if len(calls) == 2:
            raise OSError(5, "fault")
        real(fd)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", second_fails)
        with pytest.raises(SaveFailed):
            file.save({"card": {"c1": None}}, never, {})
    assert file.save({"card": {"c1": None}}, never, {}) == 3
    assert set(file_of(root).load().rows["card"]) == {"c2"}


def test_links_on_the_way_are_refused(root: Path, file: TableFile) -> None:
    (root / "groups/g1").rename(root / "groups/real")
    (root / "groups/g1").symlink_to(root / "groups/real")
    with pytest.raises(UnsafePlace):
        file.load()
    with pytest.raises(UnsafePlace):
        file.save({"card": {"c1": None}}, never, {})


def test_a_kind_cannot_take_the_files_own_place(file: TableFile) -> None:
    for kind in ("_meta", "_seal", "_default"):
        with pytest.raises(ValueError, match="_"):
            file.save({kind: {"a": {"uid": "a"}}}, never, {})
    with pytest.raises(ValueError, match="own"):
        file.save({}, never, {"generation": 99})


def test_the_newest_earlier_state_can_be_restored(root: Path, file: TableFile) -> None:
    file.save({"card": {"c2": None}}, never, {})
    file.save({"card": {"c1": None}}, never, {})
    assert [generation.number for generation, _ in file.earlier()] == [2, 1]
    newest = file_of(root).newest_generation()
    assert newest is not None
    assert set(newest.rows["card"]) == {"c1"}
    assert TableFile(root, "programme.json").newest_generation() is None


def test_everything_is_private(root: Path, file: TableFile) -> None:
    file.save({"card": {"c2": None}}, never, {})
    for folder, _, files in os.walk(root):
        assert Path(folder).stat().st_mode & 0o777 == 0o700
        assert all((Path(folder) / name).stat().st_mode & 0o777 == 0o600 for name in files)
