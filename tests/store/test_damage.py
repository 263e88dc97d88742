"""Lost, damaged and hand-changed files: rebuilt, healed, offered; never overwritten unseen."""

import shutil
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.store.repair import Repair
from tests.store.desk import ONE, Opening, add, names, rename


@pytest.mark.parametrize("lost", ["programme.json", "groups/g/group.json", "groups", "both"])
def test_lost_tables_are_rebuilt_from_the_journal(opened: Opening, folder: Path, lost: str) -> None:
    first = opened()
    add(first, "p", "Ada")
    draft = first.draft("board.new_card", group="g")
    draft.create(Card(uid="c", title="Falls log"))
    first.commit(draft, room=Room.MEMBERS)
    first.close()
    for name in ("programme.json", "groups") if lost == "both" else (lost,):
        place = folder / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    again = opened()
    assert names(again) == {"p": "Ada"}
    assert again.table(Card, "g")["c"].title == "Falls log"


def test_a_lost_journal_is_said_again_from_the_tables(opened: Opening, folder: Path) -> None:
    first = opened()
    add(first, "p", "Ada")
    rename(first, "p", "Ada F")
    first.close()
    (folder / "journal" / f"{ONE}.jsonl").unlink()
    second = opened()
    assert names(second) == {"p": "Ada F"}
    assert "lines 1 to 2 are missing" in second.findings[0]
    second.close()
    for table in folder.glob("*.json"):
        table.unlink()
    shutil.rmtree(folder / "generations", ignore_errors=True)
    third = opened()
    assert names(third) == {"p": "Ada F"}
    assert third.findings == []


def test_an_older_journal_put_in_place_under_a_running_cartui(
    opened: Opening, folder: Path
) -> None:
    first = opened()
    add(first, "p", "Ada")
    journal = folder / "journal" / f"{ONE}.jsonl"
    shutil.copy(journal, older := folder / "older")
    add(first, "q", "Ben")
    older.replace(journal)  # as a sync client or a restore would
    first.poll()
    assert first.trouble() == []
    del first
    for table in folder.glob("*.json"):
        table.unlink()
    assert names(opened()) == {"p": "Ada", "q": "Ben"}


def test_both_forms_damaged_stands_on_the_newest_generation(opened: Opening, folder: Path) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.flush()
    add(first, "q", "Ben")
    first.close()
    (folder / "journal" / f"{ONE}.jsonl").unlink()
    (folder / "programme.json").write_bytes(b"")
    again = opened()
    assert names(again) == {"p": "Ada"}
    assert any("was taken from the copy kept on" in found for found in again.findings)


def test_an_emptied_file_is_never_taken_for_an_empty_workspace(
    opened: Opening, folder: Path
) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.close()
    (folder / "programme.json").write_text("{}")
    assert names(opened()) == {"p": "Ada"}


def test_a_file_changed_by_hand_is_offered_and_not_overwritten(
    opened: Opening, folder: Path
) -> None:
    first = opened()
    add(first, "p", "Ada")
    first.close()
    table = folder / "programme.json"
    by_hand = table.read_text().replace('"name":"Ada"', '"name":"Ada by hand"')
    table.write_text(by_hand)
    second = opened()
    assert names(second) == {"p": "Ada"}
    add(second, "q", "Ben")
    second.flush()
    assert table.read_text() == by_hand, "somebody's edit was overwritten unseen"
    repair = Repair(second)
    edits = repair.outside_edits()
    assert [(edit.uid, edit.field, edit.theirs) for edit in edits if edit.uid == "p"] == [
        ("p", "name", "Ada by hand")
    ]
    repair.take([edit for edit in edits if edit.uid == "p"], Room.MEMBERS)
    repair.settle()
    assert names(second) == {"p": "Ada by hand", "q": "Ben"}
    second.close()
    assert names(opened()) == {"p": "Ada by hand", "q": "Ben"}
    assert list((folder / "generations").glob("programme.json.outside-*"))


def test_a_file_changed_by_hand_while_cartui_runs_is_not_overwritten(
    opened: Opening, folder: Path
) -> None:
    workspace = opened()
    add(workspace, "p", "Ada")
    workspace.flush()
    table = folder / "programme.json"
    by_hand = table.read_text().replace('"name":"Ada"', '"name":"Ada by hand"')
    table.write_text(by_hand)
    add(workspace, "q", "Ben")
    workspace.flush()
    assert table.read_text() == by_hand
    assert [edit.theirs for edit in Repair(workspace).outside_edits() if edit.uid == "p"] == [
        "Ada by hand"
    ]
    workspace.close()
    assert names(opened()) == {"p": "Ada", "q": "Ben"}
