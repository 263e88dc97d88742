"""One journal: lines that prove themselves, torn tails, damage that is named, files replaced."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.store.events import Change, DamagedLine, Event, HybridClock, decode_line, encode_line
from cartui.store.journal import Journal
from cartui.store.lines import Broken
from cartui.store.problems import SaveFailed, UnsafePlace
from tests.conftest import StillClock

NAME = "a" * 32


def change(seq: int, text: str = "Ada") -> Change:
    event = Event(kind="person", uid=f"p{seq}", op="create", value={"name": text})
    return Change(id=f"{seq:016x}-aaaaaaaa-x", seq=seq, device=NAME, verb="t", events=(event,))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path, NAME)


def written(journal: Journal, count: int) -> bytes:
    with journal.lock():
        for seq in range(journal.place.seq + 1, journal.place.seq + 1 + count):
            journal.append(change(seq))
    return journal.path.read_bytes()


def reread(journal: Journal) -> list[int | Broken]:
    lines = Journal(journal.path.parent, NAME).read()
    return [line.seq if isinstance(line, Change) else line for line in lines]


def test_what_was_appended_is_read_again(journal: Journal) -> None:
    written(journal, 3)
    assert reread(journal) == [1, 2, 3]
    assert (os.stat(journal.path).st_mode & 0o777) == 0o600


@given(st.binary(min_size=1, max_size=1), st.data())
@settings(max_examples=300)
def test_any_changed_byte_of_a_line_is_noticed(byte: bytes, data: st.DataObject) -> None:
    line = encode_line(change(1, "Ada Fernhollow"))[:-1]
    index = data.draw(st.integers(0, len(line) - 1))
    spoiled = line[:index] + byte + line[index + 1 :]
    if spoiled == line:
        assert decode_line(spoiled) == change(1, "Ada Fernhollow")
    else:
        with pytest.raises(DamagedLine):
            decode_line(spoiled)


def test_every_truncation_loses_only_what_was_cut(journal: Journal) -> None:
    raw = written(journal, 3)
    ends = [index + 1 for index, byte in enumerate(raw) if byte == 10]
    for length in range(len(raw)):
        journal.path.write_bytes(raw[:length])
        whole = sum(end <= length for end in ends)
        assert reread(journal) == list(range(1, whole + 1)), length


def test_a_torn_tail_is_cut_before_the_next_line(journal: Journal) -> None:
    raw = written(journal, 2)
    journal.path.write_bytes(raw + b'{"id":"torn')
    again = Journal(journal.path.parent, NAME)
    again.read()
    written(again, 1)
    assert reread(journal) == [1, 2, 3]
    assert b"torn" not in journal.path.read_bytes()


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_damaged_line_is_named_and_the_others_are_read(journal: Journal, line: int) -> None:
    lines = written(journal, 3).split(b"\n")
    lines[line] = lines[line].replace(b"Ada", b"Eve")
    journal.path.write_bytes(b"\n".join(lines))
    broken = Broken(journal=NAME, first=line + 1, last=line + 1, why="damaged")
    assert sorted(reread(journal), key=str) == sorted(
        [broken, *[seq for seq in (1, 2, 3) if seq != line + 1]], key=str
    )


def test_a_last_line_with_a_hole_is_named_for_it_may_have_been_acknowledged(
    journal: Journal,
) -> None:
    raw = written(journal, 3)
    last = raw[:-1].rfind(b"\n") + 1
    journal.path.write_bytes(raw[: last + 9] + b"\0" * 20 + raw[last + 29 :])
    assert reread(journal) == [1, 2, Broken(journal=NAME, first=3, last=3, why="damaged")]


def test_a_missing_line_is_named(journal: Journal) -> None:
    lines = written(journal, 4).split(b"\n")
    journal.path.write_bytes(b"\n".join([lines[0], *lines[3:]]))
    assert reread(journal) == [1, Broken(journal=NAME, first=2, last=3, why="missing"), 4]


def test_doubled_lines_count_once(journal: Journal) -> None:
    raw = written(journal, 2)
    journal.path.write_bytes(raw + raw)
    assert reread(journal) == [1, 2]


def test_an_equal_copy_put_in_its_place_goes_on(journal: Journal) -> None:
    written(journal, 2)
    shutil.copy(journal.path, copy := journal.path.with_suffix(".sync"))
    copy.replace(journal.path)
    written(journal, 2)
    assert reread(journal) == [1, 2, 3, 4]


def test_an_older_copy_put_in_its_place_gets_back_what_it_lacks(journal: Journal) -> None:
    old = written(journal, 2)
    written(journal, 3)
    (copy := journal.path.with_suffix(".sync")).write_bytes(old)
    copy.replace(journal.path)
    assert journal.changed()
    journal.read()
    with journal.lock():
        assert journal.give_back()
    written(journal, 1)
    assert reread(journal) == [1, 2, 3, 4, 5, 6]


def test_a_copy_put_in_its_place_in_the_middle_of_a_save_gets_the_line(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = written(journal, 2)
    real = os.fsync
    swapped: list[bool] = []

    def swap(descriptor: int) -> None:
        real(descriptor)
        if not swapped:
            swapped.append(True)
            (copy := journal.path.with_suffix(".sync")).write_bytes(old)
            copy.replace(journal.path)

    monkeypatch.setattr(os, "fsync", swap)
    with journal.lock():
        journal.append(change(3))
    assert reread(journal) == [1, 2, 3]


def test_a_new_file_is_durable_down_from_the_folders_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, synced = os.fsync, []

    def note(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        real(descriptor)

    folder = tmp_path / "group" / "journal"
    folder.mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", note)
    written(Journal(folder, NAME), 1)
    wanted = [folder / f"{NAME}.jsonl", folder, folder.parent, tmp_path]
    assert [os.stat(path).st_ino for path in wanted] == synced


def test_a_second_writer_waits_for_the_first(journal: Journal) -> None:
    other = Journal(journal.path.parent, NAME)
    other._lock.patience = 0.05
    with journal.lock(), pytest.raises(SaveFailed, match="busy"), other.lock():
        pass


def test_a_short_write_leaves_the_file_as_it_was(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = written(journal, 1)
    real = os.write
    calls = []

    def half(descriptor: int, line: bytes) -> int:
        calls.append(line)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return real(descriptor, line[: len(line) // 2])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        with journal.lock(), pytest.raises(SaveFailed, match="the disk is full"):
            journal.append(change(2))
    assert journal.path.read_bytes() == raw
    written(journal, 1)
    assert reread(journal) == [1, 2]


def test_a_link_is_not_followed(journal: Journal, tmp_path: Path) -> None:
    (target := tmp_path / "other").write_text("")
    journal.path.symlink_to(target)
    with journal.lock(), pytest.raises(UnsafePlace):
        journal.append(change(1))
    assert target.read_text() == ""


def test_ids_grow_though_the_clock_goes_back() -> None:
    clock = StillClock()
    ids = HybridClock(clock, NAME)
    first = ids.next_id()
    clock.pass_time(hours=-1)
    second = ids.next_id()
    ids.observe(f"{'f' * 11}0" + "0000-bbbbbbbb-x")
    assert first < second < ids.next_id()
