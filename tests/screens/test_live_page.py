"""A meeting's page: one key each for what is done while it runs, and the way back to it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from screens.backstage.live_clock import LiveClock, live_words, wrap_few
from screens.meeting.live_page import LivePage
from screens.meeting.live_run import IN_TIME, NO_EARLIER, NO_FURTHER, NO_MINUTES, STAYS
from screens.meeting.screen import MeetingScreen
from screens.parts.popup import Sure
from tests.screens.critique_hall import Watch
from tests.screens.drafts_hall import LARGE, SMALL
from tests.screens.meeting_hall import MeetingBench, in_meeting

SIZES = [SMALL, LARGE]


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    return MeetingBench(workspace_folder)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_opens_the_meeting_and_q_goes_back_until_it_begins(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, size) as (seat, _):
        assert "Welcome and rules" in seat.seen()
        assert "The clock is stopped" in seat.seen()
        await seat.press("q")
        assert isinstance(seat.app.screen, MeetingScreen)
        await seat.press("enter")
        assert isinstance(seat.app.screen, LivePage)
        await seat.press("escape")
        assert isinstance(seat.app.screen, MeetingScreen)
    assert not bench.meeting.began_at


@pytest.mark.parametrize("key", ["t", "greater_than_sign"])
async def test_one_key_begins_it(bench: MeetingBench, key: str) -> None:
    async with in_meeting(bench) as (seat, watch):
        await seat.press(key)
        assert seat.live.running.at == 0
        watch.pass_time(seconds=5)
        await seat.until(lambda: seat.live.running.reading().digits == "07:55")  # type: ignore[union-attr]
        assert "left, running" in seat.seen()
        assert "Began the meeting" in seat.seen()
        assert seat.presses == 1
    assert bench.meeting.began_at


async def test_a_beginning_taken_back_stands_before_the_first_part(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "t") as (seat, _):
        await seat.press("u")
        assert not seat.live.is_on
        assert "Begins with" in seat.seen()
    assert not bench.meeting.began_at


async def test_next_and_back_and_their_ends(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        await seat.press("less_than_sign")
        assert NO_EARLIER in seat.seen()
        await seat.press("greater_than_sign")
        assert seat.live.running.at == 1
        assert "What would change your mind?" in seat.seen()
        assert "done    8 " in seat.seen()
        await seat.press(*["greater_than_sign"] * 4)
        assert seat.live.running.at == 4
        assert NO_FURTHER in seat.seen()


async def test_minutes_by_one_key_by_number_and_put_back(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        running = seat.live.running
        await seat.press("plus", "plus", "minus")
        assert running.minutes(running.agenda[0]) == 9
        await seat.press("T", "1", "5", "enter")
        assert running.minutes(running.agenda[0]) == 15
        await seat.press("u")
        assert running.minutes(running.agenda[0]) == 9
        assert bench.meeting  # and nothing of the plan was written
        await seat.press("T", "x", "enter")
        assert "no number of minutes" in seat.seen()
    assert bench.meetings.agenda(bench.meeting)[0].minutes == 8


async def test_the_minutes_of_another_part_are_let_be(bench: MeetingBench) -> None:
    """Half typed, left, and a part later: the number was meant for the part before."""
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        await seat.press("T", "3", "escape", "greater_than_sign", "T")
        running = seat.live.running
        assert "evidence" in seat.seen()
        await seat.press("enter")
        assert [running.minutes(each) for each in running.agenda] == [8, 20, 5, 20, 10]


async def test_making_up_time_says_what_is_left_to_each(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, watch):
        await seat.press("m")
        assert IN_TIME in seat.seen()
        watch.pass_time(minutes=15)
        await seat.press("m")
        assert "Minutes now: “What counts as evidence?” 18" in seat.seen()
        running = seat.live.running
        assert running.minutes(running.agenda[2]) == 5
        await seat.press("u")
        assert [running.minutes(each) for each in running.agenda] == [8, 20, 5, 20, 10]
        assert bench.meeting  # u took back minutes, not the beginning
        assert seat.live.is_on


async def test_q_does_not_leave_a_meeting_that_is_on(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        for key in ("q", "ctrl+q", "escape"):
            await seat.press(key)
            assert STAYS in seat.seen()
            assert isinstance(seat.app.screen, LivePage)
        await seat.press("1", "q")
        assert "A meeting is on" in seat.seen()
        assert isinstance(seat.app.screen, Sure)
        await seat.press("escape")
        for screen in "2345":
            await seat.press(screen)
            assert not isinstance(seat.app.screen, LivePage)
        await seat.press("6")
        assert isinstance(seat.app.screen, LivePage)


async def test_six_comes_back_after_outsiders_have_looked(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        await seat.press("F", "enter")
        assert seat.app.stage is Room.PUBLIC
        await seat.press("6")
        assert not isinstance(seat.app.screen, LivePage)
        assert "The clock is stopped" not in seat.seen()
        await seat.press("F", "enter", "6")
        await seat.until(lambda: isinstance(seat.app.screen, LivePage))
        assert seat.live.is_on


@pytest.mark.parametrize("size", SIZES)
async def test_that_it_is_over_is_said_once(bench: MeetingBench, size: tuple[int, int]) -> None:
    async with in_meeting(bench, size, "t") as (seat, _):
        await seat.press("E", "enter")
        assert seat.seen().count("This meeting is over.") == 1


async def test_ending_asks_once_and_writes_what_each_part_took(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, watch):
        watch.pass_time(minutes=9)
        await seat.press("greater_than_sign", "E")
        assert "End the meeting now?" in seat.seen()
        await seat.press("escape")
        assert seat.live.is_on
        await seat.press("E", "enter")
        assert "This meeting is over." in seat.seen()
        assert seat.app.stage is Room.MEMBERS
        await seat.press("q")
        assert "held" in seat.seen()
    assert bench.meeting.closed_at
    assert bench.meetings.agenda(bench.meeting)[0].ran == 540


async def test_an_end_taken_back_goes_on(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "greater_than_sign", "E", "enter") as (seat, _):
        await seat.press("u")
        assert seat.live.is_on
        assert seat.live.running.at == 1
        assert "The clock is stopped" in seat.seen()
    assert not bench.meeting.closed_at


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_killed_it_opens_in_the_same_place_with_the_clock_right(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    watch = Watch()
    async with in_meeting(bench, size, "t", "greater_than_sign", "plus", watch=watch):
        pass
    bench.ws.close()
    watch.pass_time(minutes=6, seconds=40)
    async with in_meeting(bench, size, watch=watch, opened=False) as (seat, _):
        await seat.until(lambda: isinstance(seat.app.screen, LivePage))
        assert seat.app.stage is Room.MEMBERS
        assert seat.live.running.at == 1
        now = seat.live.running.reading()
        assert now is not None
        assert now.digits == "14:20"
        await seat.until(lambda: "left, running" in seat.seen())
        await seat.press("1", "6")
        assert isinstance(seat.app.screen, LivePage)


async def test_the_private_clock_is_there_in_back_alone(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, watch):
        watch.pass_time(minutes=15)
        assert "behind" not in seat.seen()
        await seat.press("B", "enter")
        assert "private: over the plan by 07:00, 7" in seat.seen()
        assert "m takes" in seat.seen()
        await seat.press("m")
        await seat.until(lambda: "too much" not in seat.seen())
        await seat.press("f")
        assert "behind" not in seat.seen()
        assert "over the plan" not in seat.seen()


async def test_a_meeting_that_is_gone_closes_its_page(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, opened=False) as (seat, _):
        await seat.press("6")
        room, frame = seat.app.workroom, seat.app.frame
        assert room is not None
        assert frame is not None
        meetings = room.meetings()
        assert meetings is not None
        planned = meetings.add(on="2026-04-01").about[0]
        frame.post_message(frame.MeetingWanted(planned, bench.group))
        await seat.until(lambda: isinstance(seat.app.screen, LivePage))
        await seat.press("u")
        await seat.until(lambda: isinstance(seat.app.screen, MeetingScreen))


async def test_a_part_without_minutes_says_so(bench: MeetingBench) -> None:
    bench.meetings.edit_segment(bench.meetings.agenda(bench.meeting)[0], minutes=0)
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        for key in ("plus", "minus", "T"):
            await seat.press(key)
            assert NO_MINUTES in seat.seen()
        assert "running" not in seat.seen()


async def test_where_the_private_clock_is_cut_that_shows(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "t") as (seat, watch):
        watch.pass_time(minutes=15)
        await seat.press("B", "enter")
        assert "min behind; " in seat.seen()
        assert "min too much: m takes" in seat.seen()
        clock = next(iter(seat.app.screen.query(LiveClock)))
        assert clock.size.height <= 2
        said = [line[0][0] for line in clock.lines_of_pieces(clock.size.width)]
        whole = "; ".join(live_words(seat.live.running))
        assert " ".join(text.strip() for text in said) == whole or said[-1].endswith("…")
        narrow = clock.lines_of_pieces(40)
        assert len(narrow) == 2
        assert narrow[-1][0][0].endswith("…")


@given(st.text("ab é漢 \n"), st.integers(2, 30), st.integers(1, 4))
def test_of_few_lines_the_last_shows_what_is_cut(text: str, width: int, most: int) -> None:
    lines = wrap_few(text, width, most)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_goes_to_what_was_raised_and_the_meeting_goes_on(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    card = next(each for each in bench.ws.table(Card, bench.group).values())
    bench.meetings.raise_this(card.uid)
    bench.meetings.raise_words("Who keeps the key?")
    bench.meetings.take_in(bench.meeting)
    async with in_meeting(bench, size) as (seat, watch):
        await seat.press("enter")
        assert "What was raised" not in seat.seen(), "another part is on"
        await seat.press("t", *["greater_than_sign"] * 5)
        assert "Enter open part" in seat.seen()
        await seat.press("enter")
        assert "2  Who keeps the key?" in seat.seen()
        await seat.press("2")
        assert "Raised in these words: Who keeps the key?" in seat.seen()
        await seat.press("enter", "enter")
        assert seat.app.current_mode == seat.app.rooms.mode_of("Cycle")
        assert card.title in seat.seen()
        watch.pass_time(minutes=1)
        await seat.press("6")
        assert seat.app.screen is seat.live
        assert seat.live.is_on


async def test_a_part_for_what_was_raised_without_anything_says_what_to_press(
    bench: MeetingBench,
) -> None:
    bench.meetings.add_segment(bench.meeting, "Raised", kind="raised", minutes=5)
    async with in_meeting(bench, SMALL, "t", *["greater_than_sign"] * 5, "enter") as (seat, _):
        told = " ".join(seat.seen().split())
        assert "Nothing was raised for this meeting yet" in told
        assert "d opens the agenda, where R takes in what waits." in told
