"""A fresh copy: the story moved to these weeks, a newcomer's slips taken back, real work safe."""

import errno
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import data
from cartui.model.kinds import OPEN
from cartui.model.people import Membership
from cartui.model.problems import NothingToUndo
from cartui.model.rooms import Room
from cartui.practice import NotAPracticeFolder, PracticeHere, fresh_copy, story
from cartui.practice.copying import is_practice
from cartui.practice.moving import moved, moved_text
from cartui.services.places import time_in_stage
from cartui.services.programmes import Programmes
from cartui.store.identity import Identity
from cartui.store.problems import SaveFailed, UnsafePlace
from cartui.store.workspace import Workspace
from tests.practice.conftest import TOLD_ON, Copy, state

JOURNALS = [
    each.read_bytes() for each in data.place("practice/one-group/workspace/journal").iterdir()
]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- a newcomer tries it out


def test_a_newcomer_moves_a_card_and_takes_it_back(copy: Copy) -> None:
    before = state(copy.ws)
    card = next(each for each in copy.board.cards() if copy.board.can_advance(each))
    change = copy.board.advance(card)
    assert state(copy.ws) != before
    assert copy.ws.next_undo(Room.MEMBERS) == change
    copy.again().ws.undo(Room.MEMBERS)
    assert state(copy.again().ws) == before


def test_a_newcomer_cannot_take_back_the_story_itself(copy: Copy) -> None:
    copy.back()
    for room in (Room.MEMBERS, Room.BACK):
        with pytest.raises(NothingToUndo):
            copy.ws.undo(room)


def test_a_card_has_its_history_and_a_slip_in_it_was_taken_back(copy: Copy) -> None:
    card = next(each for each in copy.board.cards() if "prescribing" in each.title)
    told = [change.verb for change in copy.ws.history(card.uid)]
    assert told[-1] == "board.new"
    assert told.count("board.pause") == told.count("board.resume") == 2
    assert "undo" in told
    changes = copy.ws.history(card.uid)
    assert {change.actor for change in changes} == {story("one-group").facilitator}
    assert [change.at for change in changes] == sorted((c.at for c in changes), reverse=True)


# -- its weeks


@pytest.mark.parametrize("later", [0, 1, 6, 7, 400, 3500])
def test_the_last_meeting_was_two_to_three_weeks_ago(
    on_day: Callable[..., Copy], later: int
) -> None:
    today = TOLD_ON + timedelta(days=later)
    copy = on_day(today)
    days = max(change.at for change in copy.ws.changes_since({}))[:10]
    ago = (today - date.fromisoformat(days)).days
    assert 14 <= ago <= 20
    assert {time_in_stage(each.stage_since, today.isoformat()) for each in copy.board.cards()} <= {
        f"{months} mo here" for months in range(3, 11)
    }


def test_only_dates_differ_and_all_by_the_same_whole_weeks(on_day: Callable[..., Copy]) -> None:
    then, now = on_day(), on_day(TOLD_ON + timedelta(weeks=500, days=3))
    joined = [
        [held.joined for held in sorted(copy.ws.table(Membership).values(), key=lambda m: m.uid)]
        for copy in (then, now)
    ]
    gaps = {
        date.fromisoformat(after) - date.fromisoformat(before)
        for before, after in zip(*joined, strict=True)
    }
    assert gaps == {timedelta(weeks=500)}
    assert state(then.ws).keys() == state(now.ws).keys()
    assert [move.justification for move in then.board.owed()] == ["", ""]
    assert [c.title for c in then.board.cards()] == [c.title for c in now.board.cards()]


@given(days=st.integers(-3000, 9000).filter(bool))
def test_a_journal_moved_there_and_back_is_the_same(days: int) -> None:
    journal = min(JOURNALS, key=len)
    there = moved(journal, days)
    assert there != journal
    assert moved(there, -days) == journal


@given(text=st.text(), days=st.integers(-3000, 9000))
def test_text_without_a_date_stays_as_it_is(text: str, days: int) -> None:
    if not any(sign.isdecimal() for sign in text):
        assert moved_text(text, days) == text


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("2016-02-28", "2016-03-06"),
        ("Wanted finish: 2016-12-31", "Wanted finish: 2017-01-07"),
        ("2015-01", "2015-01"),
        ("2016-12, or so", "2016-12, or so"),
        ("2016-05-27T10:00:00Z", "2016-06-03T10:00:00Z"),
        ("2014", "2014"),
        ("01632 960101", "01632 960101"),
        ("in 2014 and later", "in 2014 and later"),
        ("2016-02-30", "2016-02-30"),
    ],
)
def test_a_date_moves_by_a_week_wherever_it_stands(text: str, later: str) -> None:
    assert moved_text(text, 7) == later


# -- where it may be put


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps others out in another way")
def test_a_copy_is_for_one_person_alone(copy: Copy) -> None:
    copy.again()
    for path in (copy.folder, *copy.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_holds_other_files_is_refused(tmp_path: Path, replace: bool) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("to the council")
    before = contents(folder)
    with pytest.raises(NotAPracticeFolder, match="Nothing was touched"):
        fresh_copy("one-group", folder, replace=replace)
    assert contents(folder) == before


@pytest.mark.parametrize("replace", [False, True])
def test_a_workspace_with_real_work_is_refused(
    workspace_folder: Path, identity: Identity, replace: bool
) -> None:
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    Programmes(workspace, lambda: Room.MEMBERS).rename("Our own programme")
    workspace.close()
    before = contents(workspace_folder)
    with pytest.raises(NotAPracticeFolder):
        fresh_copy("one-group", workspace_folder, replace=replace)
    assert contents(workspace_folder) == before
    assert not is_practice(workspace_folder)


def test_a_practice_copy_goes_only_when_somebody_says_so(copy: Copy) -> None:
    copy.board.new_card("A newcomer's own")
    copy.ws.close()
    assert is_practice(copy.folder)
    with pytest.raises(PracticeHere, match="already"):
        fresh_copy("one-group", copy.folder)
    copy.again()
    assert "A newcomer's own" in [card.title for card in copy.board.cards()]
    copy.ws.close()
    fresh_copy("one-group", copy.folder, replace=True)
    copy.again()
    assert len(copy.board.cards()) == 6
    assert [path.name for path in copy.folder.parent.glob(".copy*")] == []


@pytest.mark.parametrize("replace", [False, True])
def test_a_full_disk_leaves_what_stood_there(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    target = copy.folder if replace else tmp_path / "new"
    copy.ws.close()
    before = contents(target)
    written: list[Path] = []

    def disk(path: Path, raw: bytes) -> None:
        if written:
            raise OSError(errno.ENOSPC, "full")
        written.append(path)
        path.write_bytes(raw)

    monkeypatch.setattr("cartui.practice.copying.write_new", disk)
    with pytest.raises(SaveFailed, match="disk is full"):
        fresh_copy("one-group", target, replace=replace)
    assert contents(target) == before
    monkeypatch.undo()
    fresh_copy("one-group", target, replace=replace)
    assert is_practice(target)


def test_a_practice_copy_with_something_else_beside_it_never_goes(copy: Copy) -> None:
    copy.again()
    copy.ws.close()
    (copy.folder / "thesis.docx").write_bytes(b"years")
    with pytest.raises(NotAPracticeFolder):
        fresh_copy("one-group", copy.folder, replace=True)
    assert (copy.folder / "thesis.docx").read_bytes() == b"years"


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_is_refused(tmp_path: Path, replace: bool) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UnsafePlace):
        fresh_copy("one-group", tmp_path / "file", replace=replace)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
@pytest.mark.parametrize("replace", [False, True])
def test_a_link_is_refused(tmp_path: Path, replace: bool) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(UnsafePlace):
        fresh_copy("one-group", tmp_path / "link", replace=replace)
    assert list((tmp_path / "real").iterdir()) == []


def test_a_folder_whose_journal_cannot_be_read_counts_as_real_work(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    (folder / "journal").mkdir(parents=True)
    (folder / "journal" / "d0d0.jsonl").write_bytes(b"not a line of ours\n")
    with pytest.raises(NotAPracticeFolder):
        fresh_copy("one-group", folder, replace=True)
