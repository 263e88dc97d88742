"""Started in a meeting: its page stands at once; the series below it when somebody goes there."""

from pathlib import Path
from typing import Any, cast

import pytest
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.screen import Screen

from cartui.app.kept_place import KeptPlace
from cartui.app.turning import open_thing
from cartui.model.rooms import Room
from cartui.services.glance_errands import Thing, Where
from cartui.store.identity import Identity
from screens.meeting.live_page import LivePage
from screens.meeting.screen import MeetingScreen
from tests.screens.critique_hall import Watch
from tests.screens.drafts_hall import LARGE, SMALL
from tests.screens.meeting_hall import MeetingBench, MeetingSeat, in_meeting
from tests.screens.stage import app_on, identity, seen

SIZES = [SMALL, LARGE]


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    return MeetingBench(workspace_folder)


async def begun(bench: MeetingBench) -> Watch:
    """Begin the meeting and lose power in its second part."""
    watch = Watch()
    async with in_meeting(bench, SMALL, "t", "greater_than_sign", watch=watch):
        pass
    bench.ws.close()
    return watch


def made(seat: MeetingSeat) -> list[type]:
    return [type(each) for each in seat.app.screen_stack]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_series_is_made_when_the_meeting_is_left(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    bench.meetings.add(on="2026-03-16", venue="Room 3")
    watch = await begun(bench)
    async with in_meeting(bench, size, watch=watch, opened=False) as (seat, _):
        assert made(seat) == [KeptPlace, LivePage]
        place = seat.app.screen_stack[0]
        await seat.press("E", "enter", "q")
        assert made(seat) == [MeetingScreen]
        assert not place.is_running
        assert "Mon 2 Mar 2026" in seat.seen()
        assert "held" in seat.seen()
        here = cast(MeetingScreen, seat.app.screen).meeting
        assert here is not None
        assert here.uid == bench.uid  # not on the one that comes next
        await seat.press("enter")
        assert made(seat) == [MeetingScreen, LivePage]
        await seat.press("q", "X")
        assert "Put away the meeting" in seat.seen()
    assert bench.meeting.away


async def test_outsiders_find_the_series_where_the_meeting_stood(bench: MeetingBench) -> None:
    watch = await begun(bench)
    async with in_meeting(bench, LARGE, watch=watch, opened=False) as (seat, _):
        await seat.press("F", "enter")
        assert seat.app.stage is Room.PUBLIC
        assert made(seat) == [MeetingScreen]
        assert "Room 2" in seat.seen()
        assert "left, running" not in seat.seen()
        await seat.press("F", "enter", "6")
        await seat.until(lambda: made(seat) == [MeetingScreen, LivePage])
        assert "2 of 5" in seat.seen()


async def test_other_screens_are_gone_to_and_come_back_from(bench: MeetingBench) -> None:
    watch = await begun(bench)
    async with in_meeting(bench, SMALL, watch=watch, opened=False) as (seat, _):
        await seat.press("1")
        assert "on now, Meeting 1" in seat.seen()
        await seat.press("6", "question_mark", "escape", "greater_than_sign")
        assert made(seat) == [KeptPlace, LivePage]
        assert "3 of 5" in seat.seen()


async def test_a_thing_on_home_that_is_a_meeting_is_found_in_the_series(
    bench: MeetingBench,
) -> None:
    later = bench.meetings.add(on="2026-03-16", venue="Room 3").about[0]
    watch = await begun(bench)
    async with in_meeting(bench, SMALL, watch=watch, opened=False) as (seat, _):
        await seat.press("1")
        room = seat.app.workroom
        assert room is not None
        there = Where(thing=Thing.MEETING, group=bench.group, uid=later)
        seat.app.run_worker(open_thing(seat.app, room, there))
        await seat.until(lambda: made(seat) == [MeetingScreen])
        series = cast(MeetingScreen, seat.app.screen)
        await seat.until(lambda: series.meeting is not None and series.meeting.uid == later)


async def test_a_meeting_of_days_ago_leaves_its_place_to_the_series(bench: MeetingBench) -> None:
    watch = await begun(bench)
    app = app_on(bench.folder, identity=identity_at(watch))
    watch.pass_time(minutes=60 * 25)  # it was still on when cartui made up its mind
    async with app.run_test(size=SMALL) as pilot:
        seat = MeetingSeat(app, cast(Any, pilot))
        await seat.until(lambda: made(seat) == [MeetingScreen])
        await seat.until(lambda: "Mon 2 Mar 2026" in seat.seen())
        await seat.press("d")
        assert "Welcome and rules" in seat.seen()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_stands_in_the_first_frame_and_comes_once(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    watch = await begun(bench)
    app = app_on(bench.folder, identity=identity_at(watch))
    frames: list[tuple[type, str]] = []

    def shown(screen: Screen[object], painted: CompositorUpdate | None) -> None:
        if painted is not None and not app._batch_count:
            frames.append((type(painted), seen(app)))

    app._to_terminal = shown  # type: ignore[method-assign, assignment]
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.6)
        assert frames[0][0] is LayoutUpdate
        assert [kind for kind, _ in frames].count(LayoutUpdate) == 1
        for words in ("FRONT members", "2 of 5", "What counts as evidence?", "left, running"):
            assert words in frames[0][1]


def identity_at(watch: Watch) -> Identity:
    who = identity(prefix="r")
    return Identity(device=who.device, actor=who.actor, new_id=who.new_id, clock=watch)
