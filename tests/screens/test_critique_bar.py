"""A round with the second window open: a bar drives it, one's own screen stays, BACK has more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from cartui.backstage.letterbox import BOX
from cartui.model.rooms import Room
from cartui.services.critique_words import critique_words
from cartui.services.following import Following
from cartui.services.second_window import Shown
from cartui.store.places import here
from screens.backstage.private_clock import private_words
from screens.present.critique_bar import CritiqueBar, fitting
from tests.screens.critique_hall import SENTENCE, Watch, begun, private_remarks
from tests.screens.critique_hall import in_round as opened
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat

STEPS = critique_words().steps


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    bench = Bench(workspace_folder)
    begun(bench)
    return bench


@asynccontextmanager
async def with_second(
    bench: Bench, *keys: str, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[Seat, Watch, Following]]:
    """Hold a round while a second window follows."""
    second = Following(here().state)
    second.begin()
    async with opened(bench, size, *keys, shows=STEPS[0].title + ":") as (seat, watch):
        assert isinstance(seat.app.screen, CritiqueBar)
        yield seat, watch, second
    second.end()


def shown(second: Following) -> Shown:
    found = second.look()
    assert found is not None
    return found


async def test_the_second_window_gets_step_passage_and_clock_and_ones_own_screen_stays(
    bench: Bench,
) -> None:
    async with with_second(bench, "B", "enter") as (seat, watch, second):
        assert seat.app.stage is Room.BACK
        assert "BACK private" in seat.seen()
        assert shown(second).page.title == STEPS[0].title
        assert shown(second).page.lines == (SENTENCE,)
        clock = shown(second).clock
        assert clock is not None
        assert not clock.ends
        await seat.press("t", "greater_than_sign")
        assert shown(second).page.title == STEPS[1].title
        clock = shown(second).clock
        assert clock is not None
        assert clock.seconds_left(watch.now) == 180
        await seat.press("plus")
        clock = shown(second).clock
        assert clock is not None
        assert clock.seconds_left(watch.now) == 240
        await seat.press("minus", "minus", "b")
        assert shown(second).blank
        assert "blank now" in seat.seen()
        await seat.press("q")
        assert second.look() is None
        assert seat.app.stage is Room.BACK


async def test_the_private_clock_stands_in_back_alone_and_goes_with_it(bench: Bench) -> None:
    async with with_second(bench, "B", "enter") as (seat, watch, second):
        await seat.press("t")
        watch.pass_time(minutes=6, seconds=12)
        await seat.until(lambda: "private: over the plan by 01:12, 1 min behind" in seat.seen())
        assert "plan" not in str(shown(second))
        await seat.press("ctrl+g")
        assert seat.app.stage is Room.MEMBERS
        assert "over the plan" not in seat.seen()
        await seat.press("P", "enter")
        assert isinstance(seat.app.screen, CritiqueBar)
        assert "over the plan" not in seat.seen()
        assert "private" not in seat.seen()


async def test_in_back_the_words_can_be_read_and_politics_is_one_private_change(
    bench: Bench,
) -> None:
    async with with_second(bench, "B", "enter") as (seat, _, second):
        await seat.press("4")
        await seat.type("the council")
        assert "the council" in seat.seen()
        await seat.press("enter")
        assert critique_words().kept in seat.seen()
        assert not (bench.folder / BOX).exists()
        assert "council" not in str(shown(second))
        await seat.press("1")
        await seat.type("half said", "escape", "ctrl+g", "P", "enter", "1")
        assert "half said" not in seat.seen()
        assert "•" not in seat.seen()  # what was typed in BACK does not stand here on FRONT
    (kept,) = private_remarks(bench)
    assert (kept.comment.text, kept.comment.via) == ("the council", "spoken")


async def test_on_front_the_bar_hides_the_words_too(bench: Bench) -> None:
    async with with_second(bench) as (seat, _, _second):
        await seat.press("4")
        await seat.type("the council")
        assert "council" not in seat.seen()
        await seat.press("enter")
        assert list((bench.folder / BOX).iterdir())


async def test_enter_leaves_the_page_standing_and_p_drives_it_again(bench: Bench) -> None:
    async with with_second(bench, size=LARGE) as (seat, _, second):
        await seat.press("t", "enter")
        assert not isinstance(seat.app.screen, CritiqueBar)
        assert shown(second).page.title == STEPS[0].title
        await seat.press("P", "enter", "greater_than_sign")
        assert shown(second).page.title == STEPS[1].title


def test_hints_are_whole_or_left_out() -> None:
    assert fitting(["one", "three", "to"], 9) == "one   to"
    assert fitting(["one", "three"], 11) == "one   three"


@pytest.mark.parametrize(
    ("overrun", "behind", "words"),
    [
        (0, 0, "on time"),
        (0, -130, "2 min ahead"),
        (0.5, 59, "on time"),
        (3601, 3661, "over the plan by 60:01, 61 min behind"),
    ],
)
def test_what_the_private_clock_says(overrun: float, behind: float, words: str) -> None:
    assert private_words(overrun, behind) == words
