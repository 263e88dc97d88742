"""What a card and a cycle say of themselves: whole, true, and told apart without colour."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.notebook import Notebook
from cartui.store.identity import Identity
from tests.screens.cycle_hall import MIDDLE, seated
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    bench.write("Falls log")
    yield bench
    bench.ws.close()


def only(bench: BoardBench) -> Card:
    [card] = bench.board.cards()
    return card


SAID = ("ask the ward, Ben Oakmist, by 2026-04-30", "small enough", "Whose log is it?",
        "read at the meeting", "two records", "Falls at night")  # fmt: skip


def fill(bench: BoardBench) -> None:
    card = only(bench)
    bench.board.set_next_step(card, "ask the ward", "ben", "2026-04-30")
    bench.board.describe(card, scope_check="small enough")
    bench.board.dilemmas.add(card, "consent", "Whose log is it?")
    bench.board.designs.answer(card, "topic", "Falls at night")
    bench.board.justify("two records", *bench.board.moves(bench.board.advance(card)))
    Notebook(bench.ws, lambda: Room.MEMBERS).write(card.uid, "read at the meeting", "north")


async def test_a_card_goes_out_with_all_the_group_knows_of_it(
    bench: BoardBench, tmp_path: Path
) -> None:
    fill(bench)
    async with seated(bench, MIDDLE) as seat:
        await seat.press("o", "c")
        field = seat.app.focused
        assert field is not None
        field.value = ""  # type: ignore[attr-defined]
        await seat.type(str(tmp_path / "card.md"), "enter")
    text = (tmp_path / "card.md").read_text()
    for words in SAID:
        assert words in text
    assert "### 2026-03-02: Topic" in text  # a date is read as it is written


async def test_y_on_a_card_page_copies_the_whole_card(bench: BoardBench) -> None:
    fill(bench)
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "y")
        copied = seat.app.clipboard
    assert copied.startswith("Falls log\n")
    for words in SAID:
        assert words in copied
    assert "\\" not in copied


async def test_what_is_not_written_yet_says_so_in_words(bench: BoardBench) -> None:
    bench.board.designs.answer(only(bench), "topic", "Falls at night")
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "D")
        [topic] = [line for line in seat.lines() if "Topic or focus" in line]
        [question] = [line for line in seat.lines() if " 3 The specific question" in line]
    assert "Falls at night" in topic
    assert "Not yet written" not in topic
    assert "Not yet written." in question


async def test_a_card_leads_only_to_one_that_has_not_ended(bench: BoardBench) -> None:
    bench.board.complete(bench.write("Long done"))
    bench.board.pause(bench.write("Resting"))
    async with seated(bench, MIDDLE) as seat:
        await seat.press("x", "r")
        assert "Which card takes over?" in seat.seen()
        box = seat.seen().split("Which card takes over?")[1]
        assert "Resting" in box
        assert "Long done" not in box.split("Esc leaves")[0]


async def test_a_reworded_cycle_no_longer_speaks_in_its_sources_name(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t")
        assert "From: Bennett and Brunner" in seat.seen()
        await seat.press("n")
        await seat.type("Our way", "enter", "escape")
        assert "From: Bennett and Brunner" in seat.seen()
        await seat.press("e", "home", "down", "down", "down", "enter", "1")
        await seat.type(" now", "enter", "escape")
        assert "After Bennett and Brunner, What Works Scotland, November 2017" in seat.seen()
        assert "reworded" in seat.seen()


async def test_a_stage_where_all_have_ended_can_be_left_out(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Ours", bench.board.stages(), copy_of="CS5").about[0]
    mine = bench.cycles.find(uid)
    bench.board.change_template(mine, bench.board.propose_mapping(mine))
    bench.board.advance(only(bench))
    bench.board.stop("no time", only(bench))
    bench.write("At work", "storage")
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t", "e", "home", *["down"] * 4, "X")
        assert "1 card rests in the stage before" in seat.seen()
        await seat.press("X")
        assert "“At work” of North stands in" in seat.seen()
    names = [stage.id for stage in bench.board.stages()]
    assert "data" not in names
    assert "storage" in names
    [ended] = bench.board.ended()
    assert ended.stage == "topic"
    assert bench.board.trail(ended)[-1].from_name == mine.stages[1].name


async def test_where_findings_can_be_read_is_asked_in_words(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("x", "u")
        assert "Where can the findings be read? (may stay empty)" in seat.seen()
        await seat.type("the library", "enter", "v", "enter")
        assert "Read it at" in seat.seen()
    assert only(bench).housed_at == "the library"
