"""The private side of a meeting by real keys: hats unseen on FRONT, tally, notes, reflection."""

import asyncio
import os
import re
from datetime import datetime
from pathlib import Path

import pytest
import textual._time

from cartui.backstage.hats import HatStamps
from cartui.backstage.kinds import BACK
from cartui.backstage.letterbox import BOX, open_wing
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.reflections import Reflections
from cartui.backstage.tally import Tally
from cartui.model.rooms import Room
from screens.backstage.reflection_box import ReflectionBox
from screens.present.meeting import MeetingBar
from tests.canary.opened import back_files, files_opened
from tests.screens.drafts_hall import LARGE, SMALL
from tests.screens.meeting_hall import MeetingBench, MeetingSeat, in_meeting

HAT = re.compile(r"\b(hat|hats|Hat|Hats|stamp\w*)\b")
SIZES = [(60, 18), SMALL, LARGE]


@pytest.fixture
def bench(workspace_folder: Path) -> MeetingBench:
    return MeetingBench(workspace_folder)


def back() -> Room:
    return Room.BACK


def hats(bench: MeetingBench) -> list[tuple[str, str]]:
    """Return hats and segment titles from the disk, as BACK would find them."""
    open_wing(bench.ws)
    titles = {each.uid: each.title for each in bench.meetings.agenda(bench.meeting)}
    found = HatStamps(bench.ws, back, bench.group).of(bench.uid)
    return [(each.hat, titles[each.segment]) for each in found]


async def silently(seat: MeetingSeat, *keys: str) -> list[str]:
    """Press keys; return what was sent to the terminal meanwhile, and what else has changed."""
    driver = seat.app._driver
    assert driver is not None
    sent: list[str] = []
    write = driver.write
    before = (seat.seen(), seat.app.screen, seat.app.focused, seat.app.clipboard)

    def watched(data: str) -> None:
        sent.append(data)
        write(data)

    driver.write = watched  # type: ignore[method-assign]
    try:
        for key in keys:
            await seat.press(key)
    finally:
        driver.write = write  # type: ignore[method-assign]
    after = (seat.seen(), seat.app.screen, seat.app.focused, seat.app.clipboard)
    return [*sent, *(f"{one!r} became {two!r}" for one, two in zip(before, after, strict=True)
                     if one != two)]  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("where", [(), ("1", "p", *"Tea", "enter"), ("1",), ("4",)], ids=len)
async def test_on_front_a_hat_is_stamped_and_not_a_byte_is_painted(
    bench: MeetingBench, size: tuple[int, int], where: tuple[str, ...]
) -> None:
    async with in_meeting(bench, SMALL, "t", "greater_than_sign", *where) as (seat, _):
        await seat.pilot.resize_terminal(*size)
        await seat.press("end")  # nothing is on its way
        with files_opened() as opened:
            assert await silently(seat, "H", "2", "H", "5") == []
        assert not back_files(opened)
        assert len(list((bench.folder / BOX).iterdir())) == 4
    evidence = "What counts as evidence?"
    assert hats(bench) == [("team-member", evidence), ("insider", evidence)]


def by_the_hands_clock(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let keys be sent so many seconds later than the one before."""
    earlier = textual._time.get_time
    monkeypatch.setattr(textual._time, "get_time", lambda: earlier() + seconds)


async def test_on_a_busy_machine_the_digit_still_names_the_hat(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, watch):
        assert await silently(seat, "H") == []
        watch.pass_time(seconds=30)  # so long it took to come to the next key
        assert await silently(seat, "2") == []
    assert [hat for hat, _ in hats(bench)] == ["team-member"]


async def test_without_its_digit_the_stamp_waits_to_be_named(
    bench: MeetingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        assert await silently(seat, "H") == []
        by_the_hands_clock(monkeypatch, 3)
        await seat.press("2")  # late: a digit like any other
        assert "2 People" in seat.seen()
        assert seat.app.current_mode.startswith("people")
        await seat.press("6", "H", "question_mark")  # another key: it does what it does
        assert "Keys on this screen" in seat.seen()
        assert not HAT.search(seat.seen())
    assert [hat for hat, _ in hats(bench)] == ["", ""]


async def test_without_a_meeting_that_is_on_the_key_does_nothing(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE) as (seat, _):
        assert await silently(seat, "H") == []
        await seat.press("2")
        assert seat.app.current_mode.startswith("people")
    assert not (bench.folder / BOX).exists()


async def test_in_a_field_it_is_a_letter(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "C", "H", "1") as (seat, _):
        assert "H1" in seat.seen()
    assert not (bench.folder / BOX).exists()


async def test_undo_and_history_on_front_know_nothing_of_it(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        workroom = seat.app.workroom
        assert workroom is not None
        before = workroom.workspace.next_undo(Room.MEMBERS)
        await seat.press("H", "1")
        assert workroom.workspace.next_undo(Room.MEMBERS) == before
        await seat.press("i")
        assert not HAT.search(seat.seen())


async def test_a_stamp_the_disk_does_not_take_is_tried_again_unseen(
    bench: MeetingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("cartui.app.stamping.TRIES_AGAIN", 0.7)
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        with monkeypatch.context() as disk:
            disk.setattr("os.fsync", refuse)
            assert await silently(seat, "H", "3") == []
        await seat.until(lambda: len(list((bench.folder / BOX).glob("*.jsonl"))) == 1)
    assert [hat for hat, _ in hats(bench)] == ["contracted-researcher"]


async def test_a_hat_named_while_the_disk_was_full_keeps_its_name(
    bench: MeetingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, []

    def once(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(28, "no space left")
        real(descriptor)

    monkeypatch.setattr("cartui.app.stamping.TRIES_AGAIN", 0.7)
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        with monkeypatch.context() as disk:
            disk.setattr("os.fsync", once)
            assert await silently(seat, "H", "4") == []
            await asyncio.sleep(1)
            await seat.pilot.pause()
    assert [hat for hat, _ in hats(bench)] == ["outsider"]


async def test_with_the_second_window_it_works_on_the_bar_in_back(
    bench: MeetingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cartui.app.stamping.WAITS", 0.3)
    async with in_meeting(bench, LARGE, "t", "B", "enter") as (seat, _):
        monkeypatch.setattr(type(seat.app.showing), "followed", property(lambda _: True))
        await seat.press("p")
        assert isinstance(seat.app.screen, MeetingBar)
        await seat.press("H", "1")
        await asyncio.sleep(1)
        await seat.press("enter")
        assert "policer" in seat.seen()
    assert [hat for hat, _ in hats(bench)] == ["policer"]


# --- in BACK


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_in_back_it_is_chosen_shown_named_and_taken_back(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, size, "t", "H", "B", "enter") as (seat, _):
        assert "a hat not named yet" in seat.seen()
        await seat.press("H")
        assert "policer" in seat.seen()
        await seat.press("1")
        assert "policer" in seat.seen()
        await seat.press("u")
        assert "policer" not in seat.seen()
        await seat.press("U", "f")
        assert "policer" not in seat.seen()
        assert not HAT.search(seat.seen())
    assert sorted(hat for hat, _ in hats(bench)) == ["", "policer"]


async def test_one_key_a_person_counts_and_never_on_front(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "S") as (seat, _):
        assert "poken" not in seat.seen()
        await seat.press("B", "enter")
        assert "1=Asha:0" in seat.seen()
        await seat.press("S", "1", "1", "2")
        assert "1=Asha:2  2=Ben:1" in seat.seen()
        await seat.press("u")
        assert "2=Ben:0" in seat.seen()
        await seat.press("f")
        assert "Asha:2" not in seat.seen()
        await seat.press("2")
        assert seat.app.current_mode.startswith("people")
    bench.ws.open_back(BACK)
    assert sorted(Tally(bench.ws, back, bench.group).of(bench.uid).values()) == [2]


async def test_c_in_back_is_a_private_note_on_the_part_that_is_on(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "B", "enter", "c", *"hm", "enter") as (seat, _):
        assert "hm" in seat.seen()
        await seat.press("f")
        assert "hm" not in seat.seen()
    bench.ws.open_back(BACK)
    part = bench.meetings.agenda(bench.meeting)[0].uid
    notes = PrivateNotebook(bench.ws, back).about(part, bench.group)
    assert [note.text for note in notes] == ["hm"]


async def test_something_to_raise_about_a_person(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "B", "enter") as (seat, _):
        slot = seat.live.private
        slot.children[0].focus()
        await seat.press("n", "2", "1", *"hours", "enter")
        assert "To raise, Asha Rao" in seat.seen()
        slot.children[0].focus()
        await seat.press("home", "e", "2")
        assert "hours" not in seat.seen()
    bench.ws.open_back(BACK)
    assert PrivateRaising(bench.ws, back, bench.group).waiting() == []


# --- reflection


async def ended(seat: MeetingSeat) -> None:
    await seat.press("E", "enter")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_after_the_close_a_reflection_opens_with_the_stamps_cue_by_cue(
    bench: MeetingBench, size: tuple[int, int]
) -> None:
    async with in_meeting(bench, size, "t", "H", "1") as (seat, watch):
        await ended(seat)
        await seat.press("w")
        assert not isinstance(seat.app.screen, ReflectionBox)
        await seat.press("B", "enter", "w")
        assert isinstance(seat.app.screen, ReflectionBox)
        assert "policer" in seat.seen()
        assert "10:00 left" in seat.seen()
        watch.pass_time(minutes=9)
        await seat.until(lambda: "01:00 left" in seat.seen())
        assert "Nothing is written yet. Enter writes an answer." in seat.seen()
        await seat.press("enter")
        box = seat.seen().split("Your answer")[1]
        assert "What was my aim at that moment?" in box
        await seat.press(*"listen")
        words = [" ".join(line.split()) for line in seat.seen().splitlines()]
        asked = next(n for n, line in enumerate(words) if "Your answer" in line)
        asks = next(n for n, line in enumerate(words) if n > asked and "What was my aim" in line)
        assert asks < next(n for n, line in enumerate(words) if "listen" in line)
        await seat.press("escape")
        assert "listen" in seat.seen()
        await seat.press("enter", *"calm", "escape", "u")
        assert "calm" not in seat.seen()
        await seat.press("enter", *"half a", "ctrl+g")
        assert "half a" not in seat.seen()
        assert "policer" not in seat.seen()
        await seat.press("B", "enter")
        assert "half a" in seat.seen()
        await seat.press("escape", "escape")
    bench.ws.open_back(BACK)
    kept = Reflections(bench.ws, back, bench.group).of(bench.uid)
    assert {cue: each.text for cue, each in kept.items()} == {"aim": "listen", "others": "half a"}


async def test_what_is_owed_stands_on_home_in_back_and_enter_opens_it(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t") as (seat, _):
        await ended(seat)
        await seat.press("1")
        assert "Reflection" not in seat.seen()
        await seat.press("B", "enter")
        assert "Reflection owed: Meeting 1" in seat.seen()
        home = seat.app.screen.query("HomeBack").first()
        home.focus()
        await seat.press("enter")
        assert isinstance(seat.app.screen, ReflectionBox)
        await seat.press("enter", *"so", "escape", "escape")
        assert "Reflection owed" not in seat.seen()


async def test_hats_by_month_are_a_plain_list_in_back(bench: MeetingBench) -> None:
    async with in_meeting(bench, LARGE, "t", "H", "1", "H", "1") as (seat, watch):
        watch.now = datetime.fromisoformat("2026-04-02T12:00:00+00:00")
        await seat.press("t", "H", "2", "B", "enter", "colon", *"hats by", "enter")
        shown = seat.seen()
        assert "2026-03   policer 2" in shown
        await seat.press("f")
        await seat.press("ctrl+g")
        assert "policer" not in seat.seen()
