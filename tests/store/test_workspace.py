"""The workspace on real files: saved, taken back, shared between instances."""

import hashlib
import os
from pathlib import Path

import pytest

from cartui.model.people import Person
from cartui.model.problems import ChangedSince, NothingToUndo
from cartui.model.rooms import Room
from cartui.store.events import Event
from cartui.store.problems import SaveFailed, UnsafePlace
from cartui.store.saver import ReadOnly
from tests.store.desk import ONE, TWO, Opening, add, names, rename


def test_a_change_is_in_the_journal_before_commit_returns(opened: Opening, folder: Path) -> None:
    add(opened(), "p", "Ada")
    line = (folder / "journal" / f"{ONE}.jsonl").read_text()
    assert '"name":"Ada"' in line
    assert line.endswith('"}\n')


def test_a_killed_process_loses_nothing(opened: Opening) -> None:
    add(opened(), "p", "Ada")  # never closed: its tables may not have been written
    assert names(opened()) == {"p": "Ada"}


def test_undo_and_redo_outlive_the_process(opened: Opening) -> None:
    first = opened()
    add(first, "p", "Ada")
    rename(first, "p", "Ada F")
    first.close()
    second = opened()
    assert second.undo(Room.MEMBERS).verb == "undo"
    assert names(second) == {"p": "Ada"}
    second.close()
    third = opened()
    third.undo(Room.MEMBERS)
    assert names(third) == {}
    with pytest.raises(NothingToUndo):
        third.undo(Room.MEMBERS)
    third.close()
    fourth = opened()
    fourth.redo(Room.MEMBERS)
    fourth.redo(Room.MEMBERS)
    assert names(fourth) == {"p": "Ada F"}


def test_undo_may_be_prepared_in_another_thread(opened: Opening) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.close()
    second = opened()
    take_over = second.prepare_undo()
    add(second, "q", "Ben")  # meanwhile
    take_over()
    second.undo(Room.MEMBERS)
    assert names(second) == {"p": "Ada"}
    second.undo(Room.MEMBERS)
    assert names(second) == {}


def test_what_somebody_else_changed_since_is_not_overwritten(opened: Opening) -> None:
    mine, theirs = opened(ONE), opened(TWO)
    add(mine, "p", "Ada")
    add(mine, "q", "Ben")
    rename(mine, "p", "Ada F")
    theirs.poll()
    rename(theirs, "p", "Ada Fernhollow")
    mine.poll()
    with pytest.raises(ChangedSince):
        mine.undo(Room.MEMBERS)
    assert names(mine)["p"] == "Ada Fernhollow"
    mine.undo(Room.MEMBERS)  # the next press goes to the one before
    assert names(mine) == {"p": "Ada Fernhollow"}


@pytest.mark.parametrize("devices", [(ONE, ONE), (ONE, TWO)])
def test_two_instances_see_each_other_and_lose_nothing(
    opened: Opening, devices: tuple[str, str]
) -> None:
    one, two = opened(devices[0]), opened(devices[1])
    for number in range(20):
        add(one if number % 3 else two, f"p{number}", f"Person {number}")
    one.poll()
    two.poll()
    assert len(names(one)) == 20
    assert names(one) == names(two)
    one.close()
    two.close()
    assert names(opened()) == names(one)


def test_a_full_disk_keeps_the_draft(
    opened: Opening, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened()
    add(workspace, "p", "Ada")
    draft = workspace.draft("roster.edit", about=("p",))
    draft.set(workspace.table(Person)["p"], name="Ada F")
    before = (folder / "journal" / f"{ONE}.jsonl").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SaveFailed, match="the disk is full"):
            workspace.commit(draft, room=Room.MEMBERS)
    assert names(workspace) == {"p": "Ada"}
    assert (folder / "journal" / f"{ONE}.jsonl").read_bytes() == before
    aside = workspace.save_elsewhere(draft, tmp_path)
    assert "Ada F" in aside.read_text()
    workspace.take_in(aside, room=Room.MEMBERS)
    assert names(opened()) == {"p": "Ada F"}


def test_a_refused_change_may_be_tried_again(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened()
    draft = workspace.draft("roster.add", about=("p",))
    draft.create(Person(uid="p", name="Ada"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(30, "read-only")))
        with pytest.raises(SaveFailed, match="can only be read") as failed:
            workspace.commit(draft, room=Room.MEMBERS)
    assert failed.value.unsaved is draft
    workspace.commit(draft, room=Room.MEMBERS)
    assert names(opened()) == {"p": "Ada"}


def test_a_link_for_a_journal_is_refused(opened: Opening, folder: Path, tmp_path: Path) -> None:
    opened().close()
    (tmp_path / "elsewhere").write_text("")
    (folder / "journal" / f"{TWO}.jsonl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafePlace):
        add(opened(TWO), "p", "Ada")
    assert (tmp_path / "elsewhere").read_text() == ""


def test_a_folder_of_other_things_is_left_as_it_is(opened: Opening, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").write_text("not ours")
    with pytest.raises(UnsafePlace, match="holds other things"):
        opened()
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    assert (folder.stat().st_mode & 0o777) == 0o755


def test_a_folder_that_can_only_be_read_says_so_at_once(
    opened: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(os, "access", lambda *_: False)
    second = opened()
    assert names(second) == {"p": "Ada"}
    assert "can only be read" in second.read_only
    with pytest.raises(ReadOnly, match="can only be read"):
        add(second, "q", "Ben")
    second.close()
    assert {path: path.read_bytes() for path in before} == before


def test_a_newer_format_opens_for_reading_and_stays_as_it_is(opened: Opening, folder: Path) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.close()
    journal = folder / "journal" / f"{ONE}.jsonl"
    body = journal.read_bytes().rstrip(b"\n").rpartition(b',"sum"')[0]
    later = body.replace(b'"seq":1', b'"seq":2,"format":2,"unheard_of":true')
    proof = hashlib.sha256(later).hexdigest()[:32].encode()
    journal.write_bytes(journal.read_bytes() + later + b',"sum":"' + proof + b'"}\n')
    before = {path: path.read_bytes() for path in folder.rglob("*.json*")}
    second = opened()
    assert names(second) == {"p": "Ada"}
    assert "newer cartui" in second.read_only
    with pytest.raises(ReadOnly):
        add(second, "q", "Ben")
    second.close()
    assert {path: path.read_bytes() for path in before} == before


def test_unknown_fields_and_tables_are_kept(opened: Opening, folder: Path) -> None:
    first = opened()
    draft = first.draft("roster.add")
    draft.events.append(
        Event(kind="person", uid="p", op="create", value={"name": "Ada", "hat": "green"})
    )
    draft.events.append(Event(kind="weather", uid="w", op="create", value={"sky": "dreich"}))
    first.commit(draft, room=Room.MEMBERS)
    first.close()
    second = opened()
    rename(second, "p", "Ada F")
    second.close()
    text = (folder / "programme.json").read_text()
    assert '"hat":"green"' in text
    assert '"sky":"dreich"' in text


def test_a_record_read_back_holds_the_text_of_its_uid_only_once(opened: Opening) -> None:
    first = opened()
    add(first, "p1", "Ailsa")
    add(first, "p2", "Mòrag")
    first.close()
    people = opened().table(Person)
    assert [person.name for person in people.values()] == ["Ailsa", "Mòrag"]
    assert all(person.uid is uid for uid, person in people.items())
