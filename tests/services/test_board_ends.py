"""How cards rest, end and lead on; on the real store, read back from the disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Card, Status
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.card_ends import LeadsToItself, StandsSo, stop_reasons
from cartui.services.group_service import NoWords
from cartui.store.events import Change
from cartui.store.identity import Identity
from tests.services.board_bench import BoardBench

ENDS: dict[Status, Callable[[Board, Card], Change]] = {
    Status.PAUSED: lambda board, card: board.pause(card),
    Status.STOPPED: lambda board, card: board.stop("no time", card),
    Status.REDIRECTED: lambda board, card: board.redirect(card, title="Fun sessions"),
    Status.COMPLETED: lambda board, card: board.complete(card, learning="co-location helps"),
    Status.PUBLISHED: lambda board, card: board.publish(card, housed_at="programme site"),
    Status.HELD_LOCALLY: lambda board, card: board.hold_locally(card, learning="used in planning"),
}


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


@pytest.mark.parametrize("status", ENDS)
def test_each_way_to_stand_is_kept_and_can_be_taken_up_again(
    bench: BoardBench, status: Status
) -> None:
    card = bench.write("Falls log", "data")
    ENDS[status](bench.board, card)
    board = bench.again()
    assert board.card(card.uid).status == status
    assert board.trail(card)[-1].status == status
    with pytest.raises(StandsSo):
        ENDS[status](board, card)
    board.resume(card)
    card = bench.again().card(card.uid)
    assert (card.status, card.stage) == (Status.LIVE, "data")


@pytest.mark.parametrize("status", ENDS)
def test_each_way_to_stand_is_taken_back_whole(bench: BoardBench, status: Status) -> None:
    card = bench.write("Falls log", "data")
    before = bench.state()
    ENDS[status](bench.board, card)
    after = bench.state()
    bench.again()
    bench.ws.undo(Room.MEMBERS)
    assert bench.state() == before
    bench.ws.redo(Room.MEMBERS)
    bench.again()
    assert bench.state() == after


def test_a_rest_owes_no_why_an_end_does(bench: BoardBench) -> None:
    rests, ends = bench.write("a"), bench.write("b")
    bench.board.pause(rests)
    bench.board.publish(ends, housed_at="programme site")
    board = bench.again()
    assert [move.card for move in board.owed()] == [ends.uid]
    assert board.card(ends.uid).housed_at == "programme site"
    assert rests.uid in {card.uid for column in board.columns() for card in column}


def test_a_stop_says_a_general_reason(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    assert "no time" in [reason.name for reason in stop_reasons()]
    with pytest.raises(NoWords):
        bench.board.stop("", card)
    bench.board.stop("no time", card)
    board = bench.again()
    assert (board.card(card.uid).stop_reason, board.owed()) == ("no time", [])


def test_a_successor_takes_over_the_owners_and_is_reachable_both_ways(bench: BoardBench) -> None:
    card = bench.write("Hub and spokes", "storage")
    bench.board.set_owners(["ada"], card)
    bench.board.redirect(card, title="Fun sessions")
    board = bench.again()
    heir = board.card(board.card(card.uid).led_to)
    assert (heir.title, heir.stage, heir.owners) == ("Fun sessions", "topic", ("ada",))
    assert [one.uid for one in board.led_here(heir)] == [card.uid]


def test_cards_never_lead_in_a_circle(bench: BoardBench) -> None:
    first, second = bench.write("a"), bench.write("b")
    with pytest.raises(LeadsToItself):
        bench.board.redirect(first, to=first)
    bench.board.redirect(first, to=second)
    with pytest.raises(LeadsToItself):
        bench.board.redirect(second, to=first)
    assert bench.again().card(second.uid).led_to == ""


def test_of_several_only_those_that_stand_otherwise_are_put(bench: BoardBench) -> None:
    first, second = bench.write("a"), bench.write("b")
    bench.board.pause(first)
    bench.board.pause(first, second)
    board = bench.again()
    assert [len(board.trail(card)) for card in (first, second)] == [1, 1]
