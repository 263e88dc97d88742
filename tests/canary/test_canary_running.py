"""A running meeting: how it stands to its plan shows in BACK alone, on no page, window or frame."""

from pathlib import Path
from typing import cast

import pytest

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.model.rooms import Room
from cartui.services.following import Following
from cartui.store.identity import Identity
from screens.meeting.live_page import LivePage
from screens.present.meeting import MeetingBar, MeetingPage
from tests.canary.meeting_ground import planted_meeting
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.test_canary_present import followed
from tests.canary.walking import Walk, walking
from tests.canary.witness import Witness, files_holding, painted
from tests.conftest import StillClock

SIZES = [(80, 24), (120, 40)]
OWN = ("private:", "behind", "over the plan", "too much", "m takes", "your own clock")
"""What the facilitator's own clock and the check say in BACK."""
ROOM = ("greater_than_sign", "t", "t", "plus", "minus", "m", "u", "T", "escape", "less_than_sign",
        "p", "pagedown", "b", "f5", "pageup", "t", "f", "ctrl+g", "q", "d", "escape", "M", "escape",
        "1", "6", "q", "f2", "escape", "question_mark", "escape", "colon", "escape")  # fmt: skip
"""The keys of the page and of what it shows the room; in this order they end on the page."""


def tells(text: str) -> list[str]:
    return [words for words in (*OWN, MARK) if words in text]


async def late(walk: Walk, clock: StillClock) -> None:
    """Open the meeting, begin it, and let it run far over its first part, seen in BACK."""
    await walk.press("6", "enter", "t")
    assert isinstance(walk.app.screen, LivePage)
    clock.pass_time(minutes=25)
    await walk.go_back_stage()
    assert "over the plan" in painted(walk.app.screen)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_on_front_no_key_tells_how_late_it_is(
    planted: Path, identity: Identity, clock: StillClock, tmp_path: Path, size: tuple[int, int]
) -> None:
    planted_meeting(planted, identity)
    async with walking(planted, identity, size) as walk:
        await late(walk, clock)
        frames = await walk.go_front()
        assert frames
        assert not [frame for frame in frames if tells(frame)]
        walk.witness.forget()
        with files_opened() as opened, walk.witness.every_frame() as frames:
            for key in ROOM:
                await walk.look_after(key)
                assert not tells(painted(walk.app.screen)), key
        assert not walk.witness.hits
        assert not [frame for frame in frames if tells(frame)]
        assert not back_files(opened)
        assert isinstance(walk.app.screen, LivePage)
    for words in OWN:
        assert not files_holding(tmp_path / "state", words)


@pytest.mark.parametrize("key", ["p", "s"])
async def test_a_page_opened_from_back_has_none_of_it(
    planted: Path, identity: Identity, clock: StillClock, key: str
) -> None:
    planted_meeting(planted, identity)
    async with walking(planted, identity, (120, 40)) as walk:
        if key == "s":
            await walk.press("6", "enter")
            await walk.go_back_stage()
            await walk.press("s", "enter")
        else:
            await late(walk, clock)
            await walk.press("p")
        assert isinstance(walk.app.screen, MeetingPage)
        assert walk.app.stage is Room.MEMBERS
        walk.room = Room.MEMBERS
        walk.witness.forget()
        with walk.witness.every_frame() as frames:
            await walk.look_after("t", "t", "pagedown", "pageup", "q", "u", "i", "escape")
        assert not walk.witness.hits
        assert not [frame for frame in frames if tells(frame)]


async def test_the_second_window_has_none_of_it_while_the_first_stays_back(
    planted: Path, identity: Identity, clock: StillClock
) -> None:
    planted_meeting(planted, identity)
    async with walking(planted, identity, (120, 40)) as walk:
        await late(walk, clock)
        state = walk.app.places.state
        second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
        witness = Witness(cast(CartuiApp, second), MARK)
        async with second.run_test(size=(60, 18)) as pilot:
            witness.watch_terminal()
            await walk.press("p")
            assert isinstance(walk.app.screen, MeetingBar)
            assert walk.app.stage is Room.BACK
            with witness.every_frame() as frames:
                for key in (
                    "t",
                    "greater_than_sign",
                    "plus",
                    "b",
                    "b",
                    "enter",
                    "m",
                    "t",
                    "less_than_sign",
                ):
                    await walk.press(key)
                    await followed(pilot)
                    witness.look(key)
            assert not witness.hits
            assert not [frame for frame in frames if tells(frame) or "BACK" in frame]
            assert "PRESENT" in painted(second.screen)
