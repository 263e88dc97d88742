"""What is caught in a meeting, on real files: read back, taken back, in two windows, killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from cartui.model.meetings import Capture, CaptureKind, Outcome
from cartui.model.problems import ChangedMeanwhile
from cartui.model.rooms import Room
from cartui.services.captures import Captures, owes_how
from cartui.services.group_service import NothingNew, NoWords
from tests.screens.attendance_hall import Kept, met
from tests.screens.rules_hall import opened
from tests.screens.stage import members


@pytest.fixture
def kept(workspace_folder: Path) -> Kept:
    return Kept(workspace_folder, met(workspace_folder))


def caught(kept: Kept, kind: CaptureKind, typed: str, place: int = -1) -> Capture:
    change = kept.captures.capture(kept.meeting(place), "", kind, typed)
    return kept.captures.find(change.about[0])


def test_an_action_knows_whose_it_is_and_reads_as_it_would_be_typed(kept: Kept) -> None:
    line = caught(kept, CaptureKind.ACTION, "ben: ask for the log, fri")
    assert line.owner == kept.uid("Ben Okoro")
    assert line.due == "2026-03-06"
    assert kept.captures.line_of(line) == "Ben Okoro: ask for the log, 2026-03-06"


def test_other_kinds_are_kept_word_for_word(kept: Kept) -> None:
    for kind in (CaptureKind.PARKED, CaptureKind.QUESTION, CaptureKind.NOTE):
        line = caught(kept, kind, "ben: who owns it, fri")
        assert (line.text, line.owner, line.due) == ("ben: who owns it, fri", "", "")


def test_how_a_decision_was_reached_may_come_later(kept: Kept) -> None:
    line = caught(kept, CaptureKind.DECISION, "two topics go on")
    assert owes_how(line)
    kept.captures.say_how(line, "all agreed")
    assert not owes_how(kept.captures.find(line.uid))
    whole = caught(kept, CaptureKind.DECISION, "one topic rests; two of twelve unsure")
    assert (whole.text, whole.how) == ("one topic rests", "two of twelve unsure")
    assert kept.captures.line_of(whole) == "one topic rests; two of twelve unsure"


def test_nothing_is_noted_without_words(kept: Kept) -> None:
    with pytest.raises(NoWords):
        caught(kept, CaptureKind.ACTION, "  ")
    assert kept.captures.captured(kept.meeting()) == []


def test_a_line_is_changed_put_away_and_taken_back(kept: Kept) -> None:
    line = caught(kept, CaptureKind.ACTION, "ask for the log")
    kept.captures.edit(line, "asha: ask for both logs, tomorrow")
    now = kept.captures.find(line.uid)
    assert (now.owner, now.due) == (kept.uid("Asha Rao"), "2026-03-03")
    with pytest.raises(NothingNew):
        kept.captures.edit(now, kept.captures.line_of(now))
    kept.captures.put_away(now)
    assert kept.captures.captured(kept.meeting()) == []
    for _ in range(3):
        kept.ws.undo(Room.MEMBERS)
    assert kept.captures.captured(kept.meeting()) == []
    for _ in range(2):
        kept.ws.redo(Room.MEMBERS)
    assert kept.captures.find(line.uid) == now


def test_what_somebody_else_has_changed_is_not_overwritten(
    kept: Kept, workspace_folder: Path
) -> None:
    line = caught(kept, CaptureKind.ACTION, "ask for the log")
    other = Kept(workspace_folder, kept.captures.group_uid)
    other.captures.edit(line, "ask for two logs")
    with pytest.raises(ChangedMeanwhile) as raised:
        kept.captures.edit(line, "ask for three logs", was="ask for the log")
    assert str(raised.value.theirs) == "ask for two logs"


def test_two_windows_catch_side_by_side(kept: Kept, workspace_folder: Path) -> None:
    ws = opened(workspace_folder, "w")
    other = Captures(ws, members, kept.captures.group_uid)
    caught(kept, CaptureKind.ACTION, "one")
    other.capture(kept.meeting(), "", CaptureKind.QUESTION, "two")
    for each in (kept.ws, ws):
        each.poll()
    for service in (kept.captures, other):
        assert {line.text for line in service.captured(kept.meeting())} == {"one", "two"}


def test_a_later_meeting_settles_what_is_open(kept: Kept) -> None:
    done, carried, dropped = (
        caught(kept, CaptureKind.ACTION, "one", 0),
        caught(kept, CaptureKind.PARKED, "two", 0),
        caught(kept, CaptureKind.QUESTION, "three", 1),
    )
    caught(kept, CaptureKind.DECISION, "no matter", 0)
    now, captures = kept.meeting(), kept.captures
    assert [each.text for each in captures.open_before(now)] == ["one", "two", "three"]
    captures.settle(done, Outcome.DONE, now)
    captures.settle(carried, Outcome.CARRIED, now)
    captures.settle(dropped, Outcome.DROPPED, now)
    assert [each.text for each in captures.open_before(now)] == ["one", "two", "three"]
    assert [each.text for each in captures.open_now()] == ["two"]
    assert captures.open_before(kept.meeting(0)) == []
    kept.ws.undo(Room.MEMBERS)
    assert captures.find(dropped.uid).outcome == ""


def test_a_record_is_confirmed_once(kept: Kept) -> None:
    before = kept.captures.last_held(kept.meeting())
    assert before is not None
    assert before.number == 2
    kept.captures.confirm(before)
    assert kept.meeting(1).confirmed_on == "2026-03-02"
    with pytest.raises(NothingNew):
        kept.captures.confirm(before)


CATCHING = """
import sys
from pathlib import Path
from cartui.model.meetings import CaptureKind
from tests.screens.attendance_hall import Kept
kept = Kept(Path(sys.argv[1]), sys.argv[2])
for number in range(10_000):
    kept.captures.capture(kept.meeting(), "", CaptureKind.ACTION, f"asha: line {number}, fri")
    kept.presences.mark(kept.meeting(), {kept.uid("Asha Rao"): ("late", "absent")[number % 2]})
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 23])
def test_killed_at_any_moment_what_was_said_to_be_caught_is_there(
    kept: Kept, workspace_folder: Path, after: int
) -> None:
    kept.ws.close()
    words = [sys.executable, "-c", CATCHING, str(workspace_folder), kept.captures.group_uid]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = [int(next(running.stdout)) for _ in range(after)]
        running.kill()
    again = Kept(workspace_folder, kept.captures.group_uid)
    caught_ = [each.text for each in again.captures.captured(again.meeting())]
    assert {f"line {number}" for number in said} <= set(caught_)
    assert again.states()["Asha Rao"] in ("late", "absent")
    again.captures.capture(again.meeting(), "", CaptureKind.NOTE, "and on it goes")


def test_it_stands_there_in_another_window_before_anything_is_closed(
    kept: Kept, workspace_folder: Path
) -> None:
    caught(kept, CaptureKind.ACTION, "asha: bring the map, 9 mar")
    again = Kept(workspace_folder, kept.captures.group_uid)  # as after a kill: nothing was closed
    [line] = again.captures.captured(again.meeting())
    assert again.captures.line_of(line) == "Asha Rao: bring the map, 2026-03-09"
