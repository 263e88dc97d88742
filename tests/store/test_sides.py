"""The open side and the back side: what FRONT never opens, and changes that touch both."""

from pathlib import Path

import pytest

from cartui.model.people import Person
from cartui.model.problems import NothingToUndo
from cartui.model.rooms import Room
from tests.store.desk import BACK, ONE, TWO, Opening, Secret, names


def _words(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def test_front_never_opens_a_back_file(opened: Opening, folder: Path) -> None:
    first = opened()
    first.open_back(BACK)
    draft = first.draft("private.write")
    draft.create(Secret(uid="s", text="worried about her manager"))
    first.commit(draft, room=Room.BACK)
    first.close()
    second = opened()
    assert not second.keeps(Secret)
    with pytest.raises(KeyError):
        second.table(Secret)
    kept = {path.name for path in folder.rglob("*") if "worried" in _words(path)}
    assert kept == {"programme.back.json", f"{ONE}.back.jsonl"}
    with pytest.raises(NothingToUndo):
        second.undo(Room.MEMBERS)
    second.open_back(BACK)
    assert second.table(Secret)["s"].text == "worried about her manager"
    second.undo(Room.BACK)
    assert dict(second.table(Secret)) == {}


def test_a_change_on_both_sides_is_one_change(opened: Opening) -> None:
    first = opened()
    first.open_back(BACK)
    draft = first.draft("roster.bring_in")
    draft.create(Person(uid="p", name="Ada"))
    draft.create(Secret(uid="p", text="ada@example.invalid"))
    first.commit(draft, room=Room.BACK)
    first.close()
    second = opened()
    assert names(second) == {"p": "Ada"}
    assert second.next_undo(Room.MEMBERS) is None
    second.open_back(BACK)
    assert second.table(Secret)["p"].text == "ada@example.invalid"
    second.undo(Room.BACK)
    assert (names(second), dict(second.table(Secret))) == ({}, {})


def test_a_back_half_without_its_open_half_does_not_count(opened: Opening, folder: Path) -> None:
    first = opened()
    first.open_back(BACK)
    draft = first.draft("roster.bring_in")
    draft.create(Person(uid="p", name="Ada"))
    draft.create(Secret(uid="p", text="half"))
    first.commit(draft, room=Room.BACK)
    for found in [*folder.glob("*.json"), folder / "journal" / f"{ONE}.jsonl"]:
        found.unlink(missing_ok=True)
    second = opened(TWO)
    second.open_back(BACK)
    assert (names(second), dict(second.table(Secret))) == ({}, {})
