"""A meeting by a clock that is moved by hand: parts, pauses, minutes, crashes, the end."""

from datetime import timedelta
from pathlib import Path

import pytest

from cartui.model.rooms import Room
from cartui.services.critique_words import critique_words
from cartui.services.meeting_run_kept import FORGOTTEN, KeptRun
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.meeting_bench import MeetingBench


@pytest.fixture
def bench(
    workspace_folder: Path, tmp_path: Path, identity: Identity, clock: StillClock
) -> MeetingBench:
    return MeetingBench(workspace_folder, tmp_path / "state", identity, clock)


def test_before_it_begins_the_first_part_waits(bench: MeetingBench, clock: StillClock) -> None:
    assert bench.running.run is None
    assert bench.running.here is not None
    assert bench.running.here.title == "Welcome"
    clock.pass_time(hours=3)
    assert bench.digits() == "10:00"
    assert not bench.running.turn(1)
    assert (bench.running.overrun(), bench.running.behind(), bench.running.takes()) == (0, 0, [])


def test_the_clock_runs_from_the_beginning_stands_and_runs_on(
    bench: MeetingBench, clock: StillClock
) -> None:
    bench.begin()
    clock.pass_time(seconds=61)
    assert bench.digits() == "08:59"
    bench.running.start_or_pause()
    clock.pass_time(minutes=9)
    assert bench.digits() == "08:59"
    now = bench.running.reading()
    assert now is not None
    assert now.words == critique_words().stands
    bench.running.start_or_pause()
    clock.pass_time(seconds=59)
    assert bench.digits() == "08:00"


@pytest.mark.parametrize(
    ("left", "look"),
    [(121, ""), (120, "soon"), (31, "soon"), (30, "last"), (1, "last"), (0, "over"), (-9, "over")],
)
def test_words_and_colours_at_a_fifth_at_a_twentieth_and_at_the_end(
    bench: MeetingBench, clock: StillClock, left: int, look: str
) -> None:
    bench.begin()
    clock.pass_time(seconds=600 - left)
    now, words = bench.running.reading(), critique_words()
    said = {"": "", "soon": words.soon, "last": words.last, "over": words.over}[look]
    assert now is not None
    assert (now.look, now.words) == (look, said)
    assert now.digits >= "00:00"


def test_the_next_part_runs_at_once_and_going_back_finds_what_was_left(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=4)
    assert running.turn(1)
    assert bench.digits() == "20:00"
    clock.pass_time(minutes=1)
    assert bench.digits() == "19:00"
    assert running.turn(-1)
    clock.pass_time(minutes=1)
    assert bench.digits() == "05:00"
    assert not running.turn(-1)
    assert all(running.turn(1) for _ in range(4))
    assert not running.turn(1)
    assert running.at == 4


def test_ahead_behind_and_over_are_measured_by_the_plan(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=6)
    running.turn(1)
    assert running.behind() == -4 * 60
    clock.pass_time(minutes=27)
    assert running.overrun() == 7 * 60
    assert running.behind() == 3 * 60
    running.more(5)  # the room has more time; the plan is what it was
    assert running.overrun() == 7 * 60
    assert bench.digits() == "00:00"
    running.start_or_pause()
    clock.pass_time(minutes=2)
    assert running.overrun() == 7 * 60
    assert running.behind() == 5 * 60


def test_a_meeting_that_begins_late_is_behind_from_its_first_minute(
    bench: MeetingBench, clock: StillClock
) -> None:
    wall = clock().astimezone()
    meeting = bench.meetings.meeting(bench.uid)
    bench.meetings.edit(meeting, on=wall.date().isoformat(), start=f"{wall:%H:%M}")
    clock.pass_time(minutes=8)
    running = bench.begin()
    assert running.behind() == 8 * 60
    assert running.ends == wall + timedelta(minutes=100)


def test_one_begun_far_from_its_planned_time_counts_from_its_beginning(
    bench: MeetingBench, clock: StillClock
) -> None:
    meeting = bench.meetings.meeting(bench.uid)
    bench.meetings.edit(meeting, on="2026-01-05", start="14:00")
    running = bench.begin()
    assert running.behind() == 0
    assert running.ends == clock() + timedelta(minutes=100)


def test_minutes_are_given_taken_and_put_back(bench: MeetingBench) -> None:
    running = bench.begin()
    assert running.more(1)
    assert bench.digits() == "11:00"
    assert running.set_minutes(30)
    assert bench.digits() == "30:00"
    assert running.can_put_back
    running.put_back()
    assert bench.digits() == "11:00"
    assert not running.can_put_back
    running.set_minutes(-5)
    assert bench.minutes()[0] == 1


def test_u_does_not_reach_minutes_behind_what_was_done_since(bench: MeetingBench) -> None:
    running = bench.begin()
    running.more(1)
    bench.meetings.edit_segment(running.agenda[-1], title="Goodbye")
    assert not running.can_put_back
    bench.ws.undo(Room.MEMBERS)
    assert running.can_put_back


def test_a_part_of_no_length_has_no_clock_and_takes_no_minutes(bench: MeetingBench) -> None:
    meeting = bench.meetings.meeting(bench.uid)
    bench.meetings.add_segment(meeting, "The end", minutes=0)
    running = bench.begin()
    while running.turn(1):
        pass
    assert running.clock is None
    assert running.reading() is None
    assert not running.more(1)
    assert not running.set_minutes(9)
    assert bench.minutes()[-1] == 0


# --- absorbing


def test_an_overrun_is_taken_from_later_parts_that_are_not_protected(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=21)  # 11 over, of which 5 were spare at the end
    said = [(each.title, minutes) for each, minutes in running.takes()]
    assert sum(minutes for _, minutes in said) == 6
    assert {title for title, _ in said} <= {"Input", "Pairs", "Closing"}
    assert [(each.title, minutes) for each, minutes in running.absorb()] == said
    assert bench.minutes()[2] == 5
    assert running.too_much() <= 0
    assert running.takes() == []
    assert running.absorb() == []


def test_taking_is_put_back_by_one_key_also_after_a_crash(
    bench: MeetingBench, clock: StillClock
) -> None:
    bench.begin()
    before = bench.minutes()
    clock.pass_time(minutes=30)
    assert bench.running.absorb()
    taken = bench.minutes()
    assert taken != before
    running = bench.killed_and_opened()
    assert bench.minutes() == taken
    assert running.can_put_back
    running.put_back()
    assert bench.minutes() == before


def test_what_cannot_be_taken_stays_over_and_every_part_keeps_a_minute(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=99)
    running.absorb()
    assert bench.minutes() == [10, 1, 5, 1, 1]
    assert running.too_much() == (99 + 8 - 100) * 60
    assert running.takes() == []


# --- crashes, and what others change meanwhile


def test_after_a_crash_it_is_in_the_same_place_and_the_clock_has_run_on(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=3)
    running.turn(1)
    running.more(2)
    running.start_or_pause()
    running.start_or_pause()
    clock.pass_time(minutes=1)
    before, was = running.run, bench.digits()
    again = bench.killed_and_opened()
    assert again.run == before
    clock.pass_time(minutes=6)
    assert (was, bench.digits()) == ("21:00", "15:00")


def test_a_mark_that_is_none_is_no_meeting(bench: MeetingBench, clock: StillClock) -> None:
    bench.begin()
    (mark,) = (bench.state / "meeting").glob("*.json")
    whole = mark.read_bytes()
    for torn in (b"", whole[:40], whole.replace(b"2026", b"x026"), b'{"meeting":1}'):
        mark.write_bytes(torn)
        assert bench.killed_and_opened().run is None
        assert KeptRun(bench.state, bench.ws, clock).standing() is None
    mark.write_bytes(whole)
    assert bench.killed_and_opened().run is not None


def test_cartui_opens_at_it_for_a_day_and_enter_finds_it_ever_after(
    bench: MeetingBench, clock: StillClock
) -> None:
    bench.begin()
    kept = KeptRun(bench.state, bench.ws, clock)
    assert kept.standing() is not None
    clock.pass_time(seconds=FORGOTTEN.total_seconds())
    assert kept.standing() is None
    assert bench.killed_and_opened().run is not None


def test_the_mark_has_no_word_of_the_groups(bench: MeetingBench) -> None:
    bench.begin()
    (mark,) = (bench.state / "meeting").glob("*.json")
    text = mark.read_text()
    assert not [title for title in ("Welcome", "Input", "North") if title in text]
    assert mark.stat().st_mode & 0o077 == 0


def test_a_part_taken_off_the_agenda_leaves_its_place_to_the_next(bench: MeetingBench) -> None:
    running = bench.begin()
    running.turn(1)
    bench.meetings.edit_segment(running.agenda[1], away=True)
    assert running.here is not None
    assert running.here.title == "Break"
    assert running.turn(1)
    assert running.here.title == "Pairs"


def test_an_agenda_that_is_empty_can_be_begun_and_closed(bench: MeetingBench) -> None:
    for segment in bench.running.agenda:
        bench.meetings.edit_segment(segment, away=True)
    running = bench.begin()
    assert (running.at, running.here, running.clock) == (-1, None, None)
    assert (running.overrun(), running.behind(), running.too_much()) == (0, 0, 0)
    assert not running.turn(1)
    assert not running.more(1)
    running.close()
    assert running.meeting.closed_at


# --- the end


def test_closing_puts_what_each_part_took_into_the_record(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    clock.pass_time(minutes=12)
    running.turn(1)
    clock.pass_time(seconds=90)
    running.close()
    assert running.run is None
    assert running.clock is None
    assert [each.ran for each in running.agenda] == [720, 90, 0, 0, 0]


def test_a_close_taken_back_goes_on_in_the_same_place_with_the_clock_standing(
    bench: MeetingBench, clock: StillClock
) -> None:
    running = bench.begin()
    running.turn(1)
    clock.pass_time(minutes=2)
    running.close()
    clock.pass_time(minutes=30)
    bench.ws.undo(Room.MEMBERS)
    assert running.run is not None
    assert (running.at, bench.digits()) == (1, "18:00")
    assert not running.run.runs
