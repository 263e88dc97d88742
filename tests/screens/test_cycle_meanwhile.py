"""Two windows word the same thing: the later one is told, sees both texts, and chooses."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.store.identity import Identity
from tests.screens.cycle_hall import MIDDLE, Seat, seated
from tests.services.board_bench import BoardBench

ASKED = "Changed meanwhile in the other window"


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    bench.board.designs.answer(bench.write("Falls log"), "topic", "Falls")
    yield bench
    bench.ws.close()


def only(bench: BoardBench) -> Card:
    [card] = bench.board.cards()
    return card


@asynccontextmanager
async def retitling(bench: BoardBench) -> AsyncIterator[Seat]:
    """Type "Mine" over the title, while the other window writes "Theirs"; then press Enter."""
    async with seated(bench, MIDDLE) as seat:
        await seat.press("e", *["backspace"] * 9)
        await seat.type("Mine")
        other = bench.beside()
        other.board.retitle(only(other), "Theirs")
        other.ws.close()
        await seat.press("enter")
        assert ASKED in seat.seen()
        assert "Theirs" in seat.seen()
        assert "Mine" in seat.seen()
        yield seat


async def test_nothing_is_overwritten_by_enter_alone(bench: BoardBench) -> None:
    async with retitling(bench) as seat:
        await seat.press("enter")
        assert ASKED in seat.seen()
    assert only(bench).title == "Theirs"


async def test_mine_is_kept_by_m_and_theirs_is_one_u_away(bench: BoardBench) -> None:
    async with retitling(bench) as seat:
        await seat.press("m")
    assert only(bench).title == "Mine"
    titles = [event.was for each in bench.ws.history(only(bench).uid) for event in each.events]
    assert "Theirs" in titles


async def test_theirs_is_kept_by_t_and_mine_is_one_u_away(bench: BoardBench) -> None:
    async with retitling(bench) as seat:
        await seat.press("t")
        assert "Theirs" in seat.seen()
        assert bench.beside().board.cards()[0].title == "Theirs"
        await seat.press("u")
    assert only(bench).title == "Mine"


async def test_escape_goes_on_writing_with_what_was_typed(bench: BoardBench) -> None:
    async with retitling(bench) as seat:
        await seat.press("escape")
        assert ASKED not in seat.seen()
        await seat.type(" too", "enter", "m")
    assert only(bench).title == "Mine too"


async def test_an_answer_of_the_design_is_not_replaced_unseen(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "D", "enter")
        await seat.type(" at night")
        other = bench.beside()
        other.board.designs.answer(only(other), "topic", "Falls by day")
        other.ws.close()
        await seat.press("escape")
        assert ASKED in seat.seen()
        assert "Falls by day" in seat.seen()
        await seat.press("escape")
        assert "Falls at night" in seat.seen()
        await seat.press("escape", "t")
        assert "Falls by day" in seat.seen()
        await seat.press("u")
    assert bench.board.designs.answers(only(bench)) == {"topic": "Falls at night"}


async def test_a_text_that_is_asked_about_is_out_of_sight_on_front(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("B", "enter", "e", *["backspace"] * 9)
        await seat.type("Mine")
        other = bench.beside()
        other.board.retitle(only(other), "Theirs")
        other.ws.close()
        await seat.press("enter", "f9")
        assert "Mine" not in seat.seen()
        await seat.press("B", "enter")
        assert ASKED in seat.seen()
        await seat.press("m")
    assert only(bench).title == "Mine"


async def test_what_the_other_window_left_alone_is_simply_written(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("e", *["backspace"] * 9)
        await seat.type("Mine")
        other = bench.beside()
        other.board.describe(only(other), area="North Quay")
        other.ws.close()
        await seat.press("enter")
        assert ASKED not in seat.seen()
    assert (only(bench).title, only(bench).area) == ("Mine", "North Quay")
