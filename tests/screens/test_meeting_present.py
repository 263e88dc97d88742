"""A meeting before the room: from here or on the second window, by a clicker, checked before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.drafts import Drafts
from cartui.services.following import Following
from cartui.services.second_window import Shown
from cartui.store.places import here
from screens.meeting.live_page import LivePage
from screens.meeting.live_showing import NOT_YET
from screens.parts.popup import Sure
from screens.present.critique import CritiqueScreen
from screens.present.meeting import MeetingBar, MeetingPage
from screens.present.screen import PresentScreen
from tests.screens.critique_hall import Watch
from tests.screens.drafts_hall import LARGE, SMALL
from tests.screens.meeting_hall import PARTS, MeetingBench, MeetingSeat, in_meeting
from tests.screens.stage import members
from tests.screens.test_critique_painting import MOST, painting, ticks

SMALLEST = (60, 18)
NOT_HERE = ("n", "x", "E", "plus", "minus", "u", "i", "A", "D", "P", "H", "colon", "B", "1",
            "enter", "tab", "f2", "T", "m", "s")  # fmt: skip
"""Keys that do nothing on a page for the room."""


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    return MeetingBench(workspace_folder, start="12:00")


async def test_p_shows_the_welcome_and_a_clicker_alone_runs_the_meeting(
    bench: MeetingBench,
) -> None:
    async with in_meeting(bench, LARGE, "p") as (seat, _):
        assert isinstance(seat.app.screen, MeetingPage)
        assert "Welcome" in seat.seen()
        await seat.pilot.resize_terminal(*SMALLEST)
        for title, _more in PARTS:
            await seat.press("pagedown")
            assert title in seat.seen()
        await seat.press("pagedown")
        assert "Thank you" in seat.seen()
        await seat.press("f5")
        assert not seat.seen().strip()
        await seat.press("escape", "pageup")
        assert PARTS[-1][0] in seat.seen()
    assert bench.meeting.began_at


async def test_no_other_key_answers_there(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "t", "p") as (seat, _):
        before = seat.seen()
        for key in NOT_HERE:
            await seat.press(key)
            assert isinstance(seat.app.screen, MeetingPage), key
            assert seat.seen() == before, key
        run = seat.live.running.run
        assert run is not None
        assert (run.at(seat.live.running.agenda), run.more) == (0, {})


async def test_q_leaves_to_the_same_place(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "t", "p", "greater_than_sign", "q") as (seat, _):
        assert isinstance(seat.app.screen, LivePage)
        assert seat.live.running.at == 1
        assert seat.app.theme == "paper"
        assert "2 of 5" in seat.seen()


async def test_from_back_it_goes_front_and_stays_there(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "B", "enter", "p") as (seat, _):
        assert seat.app.stage is Room.MEMBERS
        assert isinstance(seat.app.screen, MeetingPage)
        assert "private" not in seat.seen()
        await seat.press("q")
        assert seat.app.stage is Room.MEMBERS


async def test_the_timer_key_lets_it_stand_and_run(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "p", "t", "t") as (seat, watch):
        assert "The clock is stopped" in seat.seen()
        watch.pass_time(minutes=3)
        await seat.press("t")
        assert "The clock is stopped" not in seat.seen()
        now = seat.live.running.reading()
        assert now is not None
        assert now.digits == "08:00"


async def test_the_page_never_says_by_how_much_it_is_over(bench: MeetingBench) -> None:
    async with in_meeting(bench, SMALL, "t", "p") as (seat, watch):
        watch.pass_time(minutes=12)
        await seat.until(lambda: "Time is over" in seat.seen())
        assert "behind" not in seat.seen()
        assert "04:0" not in seat.seen()


# --- painting


@pytest.mark.parametrize("size", [SMALLEST, LARGE], ids=str)
async def test_a_second_on_the_page_is_one_small_frame(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, LARGE, "t", "greater_than_sign", "p") as (seat, watch):
        await seat.pilot.resize_terminal(*size)
        await seat.pilot.pause(0.6)
        sent, run = painting(seat.app), seat.live.running.run
        assert run is not None
        for passed in (0, 59, 957, 1138, 1198):
            watch.now = datetime.fromisoformat(run.since)
            watch.pass_time(seconds=passed)
            await seat.pilot.pause(0.6)
            assert max(await ticks(seat.pilot, watch, sent, 3 if passed < 1198 else 2)) < MOST


@pytest.mark.parametrize("keys", [(), ("B", "enter")], ids=["front", "back"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_a_second_on_ones_own_page_is_small_too(
    bench: MeetingBench, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with in_meeting(bench, size, "t", "greater_than_sign", *keys) as (seat, watch):
        await seat.pilot.pause(0.6)
        sent = painting(seat.app)
        for _ in range(4):
            sent.clear()
            watch.pass_time(seconds=1)
            await seat.pilot.pause(0.8)
            assert 0 < sum(sent) < MOST
            assert len([each for each in sent if each]) <= 1 + bool(keys)
        sent.clear()
        await seat.pilot.pause(0.6)
        assert sum(sent) == 0


# --- the second window


@asynccontextmanager
async def with_second(
    bench: MeetingBench, *keys: str
) -> AsyncIterator[tuple[MeetingSeat, Watch, Following]]:
    second = Following(here().state)
    second.begin()
    async with in_meeting(bench, LARGE, *keys) as (seat, watch):
        yield seat, watch, second
    second.end()


def shown(second: Following) -> Shown:
    found = second.look()
    assert found is not None
    return found


async def test_the_second_window_follows_and_ones_own_screen_stays_back(
    bench: MeetingBench,
) -> None:
    async with with_second(bench, "t", "B", "enter", "p") as (seat, _, second):
        assert isinstance(seat.app.screen, MeetingBar)
        assert seat.app.stage is Room.BACK
        assert "On the second window: Welcome and rules: 08:00" in seat.seen()
        assert shown(second).page.name == "Welcome and rules"
        clock = shown(second).clock
        assert clock is not None
        assert clock.ends
        await seat.press("plus")
        clock = shown(second).clock
        assert clock is not None
        assert clock.whole == 9 * 60
        await seat.press("greater_than_sign", "b")
        assert shown(second).page.title == PARTS[1][0]
        assert shown(second).blank
        await seat.press("q")
        assert second.look() is None
        assert "BACK private" in seat.seen()


async def test_a_page_that_stands_there_follows_the_keys_of_ones_own_page(
    bench: MeetingBench,
) -> None:
    async with with_second(bench, "t", "p", "enter") as (seat, _, second):
        assert isinstance(seat.app.screen, LivePage)
        await seat.press("greater_than_sign")
        assert shown(second).page.title == PARTS[1][0]
        await seat.press("t")
        clock = shown(second).clock
        assert clock is not None
        assert not clock.ends
        await seat.press("E", "enter")
        assert shown(second).page.name == "Thank you"
        assert shown(second).clock is None
        await seat.press("p", "q")
        assert second.look() is None


# --- the check before people arrive


async def test_the_check_shows_what_the_room_will_see(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "s") as (seat, _):
        assert isinstance(seat.app.screen, MeetingPage)
        assert "North" in seat.seen()
        await seat.press("q")
        assert isinstance(seat.app.screen, LivePage)
        assert seat.app.stage is Room.MEMBERS
        assert not seat.live.is_on


async def test_in_back_the_check_first_says_what_is_hidden(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "B", "enter", "s") as (seat, _):
        assert isinstance(seat.app.screen, Sure)
        assert "your own clock" in seat.seen()
        await seat.press("escape")
        assert "BACK private" in seat.seen()
        await seat.press("s", "enter")
        assert isinstance(seat.app.screen, MeetingPage)
        assert seat.app.stage is Room.MEMBERS
        assert "hidden" not in seat.seen().lower()


async def test_what_the_check_says_goes_away_with_back(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "B", "enter", "s", "ctrl+g") as (seat, _):
        assert seat.app.stage is Room.MEMBERS
        assert isinstance(seat.app.screen, LivePage)
        assert "your own clock" not in seat.seen()


# --- what a part is about


async def test_enter_opens_the_critique_round_of_a_part_and_leaves_into_the_meeting(
    bench: MeetingBench,
) -> None:
    drafts = Drafts(bench.ws, members, bench.group)
    draft = drafts.add(drafts.find_card(""), "Night visits", "Staff told us.").about[0]
    bench.meetings.edit_segment(
        bench.meetings.agenda(bench.meeting)[0], kind="critique", about=draft
    )
    async with in_meeting(bench, LARGE, "t", "enter") as (seat, watch):
        await seat.until(lambda: isinstance(seat.app.screen, CritiqueScreen))
        await seat.press("t", "greater_than_sign")
        watch.pass_time(minutes=2)
        await seat.press("q")
        assert isinstance(seat.app.screen, LivePage)
        assert "Enter goes on from there" in seat.seen()
        now = seat.live.running.reading()
        assert now is not None
        assert now.digits == "06:00"
        await seat.press("enter")
        await seat.until(lambda: "go on at" in seat.seen())


async def test_a_critique_without_a_draft_says_how_to_choose_one(bench: MeetingBench) -> None:
    bench.meetings.edit_segment(bench.meetings.agenda(bench.meeting)[0], kind="critique")
    async with in_meeting(bench, LARGE, "t", "enter") as (seat, _):
        assert "No draft is chosen for this critique yet" in seat.seen()
        assert isinstance(seat.app.screen, LivePage)
        await seat.press("d", "b")
        assert "The critique is held on" in seat.seen()


async def test_enter_shows_a_card_to_the_room(bench: MeetingBench) -> None:
    card = next(iter(bench.ws.table(Card, group=bench.group).values()))
    bench.meetings.edit_segment(
        bench.meetings.agenda(bench.meeting)[0], kind="board", about=card.uid
    )
    async with in_meeting(bench, LARGE, "t", "enter") as (seat, _):
        await seat.until(lambda: isinstance(seat.app.screen, PresentScreen))
        assert card.title in seat.seen()
        await seat.press("q")
        assert isinstance(seat.app.screen, LivePage)


async def test_pages_by_name(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "colon", *"thank-you", "enter") as (seat, _):
        await seat.until(lambda: "Thank you" in seat.seen())
        await seat.press("q", "colon", *"times offered", "enter")
        await seat.until(lambda: NOT_YET in seat.seen())
