"""`i` then Enter: what stood there before a change, and after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.services.old_and_new import in_lines
from cartui.store.events import Change, Event, Op
from cartui.store.identity import Identity
from tests.screens.cycle_hall import MIDDLE, seated
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    bench.write("Falls log")
    yield bench
    bench.ws.close()


async def test_enter_in_the_history_shows_old_and_new(bench: BoardBench) -> None:
    [card] = bench.board.cards()
    bench.board.designs.answer(card, "topic", "Falls")
    bench.board.designs.answer(card, "topic", "Falls at [night]")
    bench.board.retitle(card, "Falls at night")
    async with seated(bench, MIDDLE) as seat:
        await seat.press("i")
        assert "Enter shows old and new" in seat.seen()
        await seat.press("enter")
        assert "before: Falls log" in seat.seen()
        assert "after:  Falls at night" in seat.seen()
        await seat.press("escape", "down", "enter")
        assert "before: Falls " in seat.seen()
        assert "after:  Falls at [night]" in seat.seen()
        await seat.press("escape", "escape")
        assert "Enter shows old and new" not in seat.seen()


async def test_a_long_text_is_read_to_its_end(bench: BoardBench) -> None:
    [card] = bench.board.cards()
    text = "\n".join(f"line {n}" for n in range(60))
    bench.board.designs.answer(card, "topic", text)
    async with seated(bench) as seat:
        await seat.press("i", "enter")
        assert "line 0" in seat.seen()
        assert "line 59" not in seat.seen()
        await seat.press("end")
        assert "line 59" in seat.seen()


def test_only_words_are_told(bench: BoardBench) -> None:
    [card] = bench.board.cards()
    assert in_lines(bench.board.set_owners(["ada"], card)) == ""
    assert in_lines(bench.board.advance(card)) == ""
    made = in_lines(bench.board.new_card("Night calls"))
    assert made == "Title\nwritten: Night calls"
    emptied = bench.board.describe(card, area="Quay"), bench.board.describe(card, area="")
    assert in_lines(emptied[1]) == "Area\nbefore: Quay\nafter:  (nothing)"


def test_who_said_what_of_a_draft_is_not_told_here() -> None:
    said = Event(kind="comment", uid="c", op=Op.CREATE, value={"name": "Ann", "text": "too long"})
    assert in_lines(Change(id="x", events=(said,))) == ""
    note = Event(kind="note", uid="n", op=Op.CREATE, value={"text": "too long"})
    assert in_lines(Change(id="x", events=(note,))) == "Text\nwritten: too long"
