"""The workspace on real files: saved, taken back, shared, damaged and made whole."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Person
from cartui.model.problems import ChangedSince, NothingToUndo
from cartui.model.records import Kind, Record, Registry
from cartui.model.rooms import G, Room
from cartui.store.events import Event
from cartui.store.identity import Identity
from cartui.store.problems import SaveFailed, UnsafePlace
from cartui.store.repair import Repair
from cartui.store.saver import ReadOnly
from cartui.store.workspace import Workspace

ONE, TWO = "a" * 32, "b" * 32
Opening = Callable[..., Workspace]


class Secret(Record, frozen=True):
    """A back-stage kind of this test."""

    text: Annotated[str, G] = ""


BACK = Registry((Kind("secret", Secret, back=True),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work"


@pytest.fixture
def opened(folder: Path) -> Iterator[Opening]:
    there: list[Workspace] = []

    def open_one(device: str = ONE, place: Path = folder) -> Workspace:
        there.append(
            Workspace.open(place, open_kinds=OPEN, identity=Identity(device=device, actor="Rowan"))
        )
        return there[-1]

    yield open_one
    for workspace in there:
        workspace.close()


def add(workspace: Workspace, uid: str, name: str) -> None:
    draft = workspace.draft("roster.add", about=(uid,))
    draft.create(Person(uid=uid, name=name))
    workspace.commit(draft, room=Room.MEMBERS)


def rename(workspace: Workspace, uid: str, name: str) -> None:
    draft = workspace.draft("roster.edit", about=(uid,))
    draft.set(workspace.table(Person)[uid], name=name)
    workspace.commit(draft, room=Room.MEMBERS)


def names(workspace: Workspace) -> dict[str, str]:
    return {uid: person.name for uid, person in workspace.table(Person).items()}


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
    assert failed.value.draft is draft
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


acts = st.lists(
    st.tuples(
        st.sampled_from(["add", "name", "agency", "away", "card", "title", "undo", "redo"]),
        st.integers(0, 5),
        st.sampled_from(["x", "y", "ü", ""]),
    ),
    min_size=1,
    max_size=40,
)


def act(workspace: Workspace, what: str, number: int, word: str) -> None:
    draft = workspace.draft(f"test.{what}", group="g" if what in ("card", "title") else "")
    person, card = (
        workspace.get(Person, f"p{number}"),
        workspace.get(Card, f"c{number}", "g"),
    )
    if (
        what == "add"
        and person is None
        and workspace.open_side.doc("", "person", f"p{number}") is None
    ):
        draft.create(Person(uid=f"p{number}", name=word))
    elif (
        what == "card"
        and card is None
        and workspace.open_side.doc("g", "card", f"c{number}") is None
    ):
        draft.create(Card(uid=f"c{number}", title=word))
    elif what == "title" and card is not None:
        draft.set(card, title=word, round=number)
    elif what == "away" and person is not None:
        draft.set(person, away=not person.away)
    elif what in ("name", "agency") and person is not None:
        draft.set(person, **{what: word})
    if not draft.is_empty:
        workspace.commit(draft, room=Room.MEMBERS)


def shown(workspace: Workspace) -> dict[str, object]:
    return {
        "people": dict(workspace.table(Person)),
        "cards": dict(workspace.table(Card, "g")),
        "groups": dict(workspace.table(Group)),
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plan=acts)
def test_undo_all_and_redo_all(plan: list[tuple[str, int, str]], tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    shutil.rmtree(folder, ignore_errors=True)
    identity = Identity(device=ONE)
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    start = shown(workspace)
    for what, number, word in plan:
        if what in ("undo", "redo"):
            turn = workspace.undo if what == "undo" else workspace.redo
            following = workspace.next_undo if what == "undo" else workspace.next_redo
            if following(Room.MEMBERS) is not None:
                turn(Room.MEMBERS)
        else:
            act(workspace, what, number, word)
    end = shown(workspace)
    while workspace.next_redo(Room.MEMBERS) is not None:
        workspace.redo(Room.MEMBERS)
    end = shown(workspace)
    while workspace.next_undo(Room.MEMBERS) is not None:
        workspace.undo(Room.MEMBERS)
    assert shown(workspace) == start
    workspace.close()
    again = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    while again.next_redo(Room.MEMBERS) is not None:
        again.redo(Room.MEMBERS)
    assert shown(again) == end
    again.close()
