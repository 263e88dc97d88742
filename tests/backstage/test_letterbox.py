"""The letterbox of the back stage: dropped in on FRONT, taken out in BACK, each slip once."""

import os
from pathlib import Path

import pytest

from cartui.backstage.comments import PrivateComments
from cartui.backstage.letterbox import BOX, Letterbox, open_wing
from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.store.problems import SaveFailed
from tests.canary.opened import back_files, files_opened
from tests.screens.drafts_hall import Bench


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    bench = Bench(workspace_folder)
    bench.begin()
    return bench


def drop(bench: Bench, words: str, passage: Passage | None = None) -> Path | None:
    box = Letterbox(bench.ws)
    return box.drop(bench.group, bench.draft, bench.version, words, passage, "politics")


def texts(bench: Bench) -> list[str]:
    private = PrivateComments(bench.ws, lambda: Room.BACK, bench.group)
    found = private.remarks(bench.draft, bench.version)
    return sorted(each.comment.text for each in found)


def test_dropping_in_opens_no_back_file_and_tells_no_undo(bench: Bench) -> None:
    before = bench.ws.next_undo(Room.MEMBERS)
    with files_opened() as opened:
        slip = drop(bench, "the council will not like it")
    assert slip is not None
    assert not back_files(opened)
    assert oct(slip.stat().st_mode & 0o077) == "0o0"
    assert bench.ws.next_undo(Room.MEMBERS) == before
    assert drop(bench, " \n ") is None


def test_the_words_are_on_the_disk_for_another_process(bench: Bench) -> None:
    drop(bench, "first")
    drop(bench, "second", Passage(1, 0, 5))
    bench.reread()  # as after kill -9: nothing was closed
    open_wing(bench.ws)
    assert texts(bench) == ["first", "second"]
    assert os.listdir(bench.folder / BOX) == []
    bench.reread()
    open_wing(bench.ws)
    assert texts(bench) == ["first", "second"]


def test_each_is_one_change_that_back_can_take_back_and_do_again(bench: Bench) -> None:
    drop(bench, "first")
    drop(bench, "second")
    open_wing(bench.ws)
    bench.ws.undo(Room.BACK)
    assert texts(bench) == ["first"]
    bench.ws.redo(Room.BACK)
    assert texts(bench) == ["first", "second"]


def test_one_that_was_put_away_or_brought_forward_does_not_come_again(bench: Bench) -> None:
    slip = drop(bench, "forward with it")
    assert slip is not None
    line = slip.read_bytes()
    open_wing(bench.ws)
    private = PrivateComments(bench.ws, lambda: Room.BACK, bench.group)
    (remark,) = private.remarks(bench.draft, bench.version)
    private.bring_forward(remark)
    slip.write_bytes(line)  # a synced folder may bring it back
    assert Letterbox(bench.ws).empty() == 0
    assert texts(bench) == []
    assert not slip.exists()


def test_on_a_full_disk_nothing_is_half_there(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailed):
            drop(bench, "not yet")
    assert os.listdir(bench.folder / BOX) == []
    drop(bench, "now")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        open_wing(bench.ws)
    assert len(os.listdir(bench.folder / BOX)) == 1
    assert Letterbox(bench.ws).empty() == 1
    assert texts(bench) == ["now"]
