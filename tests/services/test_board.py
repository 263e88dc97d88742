"""The board's verbs on the real store: open, do, close, open again, look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.board import AtTheEdge
from cartui.services.group_service import NothingChosen, NothingNew, NoWords
from cartui.services.places import AlreadyThere, HasEnded, NoEarlierStage, NoNextStage
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_a_new_card_stands_at_the_foot_of_the_first_stage(bench: BoardBench) -> None:
    bench.write("Falls log")
    bench.write("  Night\tvisits ")
    titles = [[card.title for card in column] for column in bench.again().columns()]
    assert titles == [["Falls log", "Night visits"], [], [], [], []]


def test_a_card_without_a_title_is_not_written(bench: BoardBench) -> None:
    with pytest.raises(NoWords):
        bench.board.new_card(" \n ")
    assert bench.again().cards() == []


def test_a_card_moves_on_and_owes_a_why(bench: BoardBench, clock: StillClock) -> None:
    card = bench.write("Falls log")
    clock.pass_time(days=21)
    bench.board.advance(card)
    board = bench.again()
    card = board.card(card.uid)
    assert (card.stage, card.stage_since, card.round) == ("data", "2026-03-23", 1)
    [move] = board.owed(card)
    assert move.from_name == "Topic (selection of your 'case')"
    assert move.to_name == "Data collection choices"
    assert board.owed_counts() == {card.uid: 1}


def test_the_why_is_collected_on_the_trail(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    moves = bench.board.moves(bench.board.advance(card))
    bench.board.justify("Two records of\none fall differ", *moves, agreed_with="Ada")
    board = bench.again()
    assert board.owed() == []
    [move] = board.trail(card)
    assert (move.justification, move.agreed_with) == ("Two records of\none fall differ", "Ada")


def test_an_empty_why_stays_owed(bench: BoardBench) -> None:
    moves = bench.board.moves(bench.board.advance(bench.write("Falls log")))
    with pytest.raises(NoWords):
        bench.board.justify("   ", *moves)
    with pytest.raises(NothingChosen):
        bench.board.justify("because")
    assert len(bench.again().owed()) == 1


def test_a_why_can_be_waived(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.waive(*bench.board.moves(bench.board.advance(card)))
    board = bench.again()
    assert (board.owed(), len(board.trail(card))) == ([], 1)


def test_going_back_is_marked_and_asks_too(bench: BoardBench) -> None:
    card = bench.write("Falls log", "storage")
    bench.board.send_back(card)
    board = bench.again()
    assert board.card(card.uid).stage == "data"
    assert [move.backward for move in board.owed(card)] == [True]


def test_after_the_last_stage_the_next_round_begins_and_back_again(bench: BoardBench) -> None:
    card = bench.write("Falls log", "publication")
    change = bench.board.advance(card)
    assert (change.verb, change.about) == ("board.next_round", (card.uid, "round 2"))
    board = bench.again()
    assert (board.card(card.uid).stage, board.card(card.uid).round) == ("topic", 2)
    assert [move.round for move in board.trail(card)] == [2]
    board.send_back(card)
    board = bench.again()
    assert (board.card(card.uid).stage, board.card(card.uid).round) == ("publication", 1)


def test_the_ends_of_a_cycle_are_said_in_words(workspace_folder: Path, identity: Identity) -> None:
    bench = BoardBench(workspace_folder, identity)
    card = bench.write("Falls log")
    with pytest.raises(NoEarlierStage, match="first stage of its first round"):
        bench.board.send_back(card)
    assert not bench.board.can_send_back(card)
    once = bench.cycles.make_own("Once", bench.cycles.find("AR4").stages, cyclic=False)
    new = bench.cycles.find(once.about[0])
    bench.board.change_template(new, bench.board.propose_mapping(new))
    bench.board.move_to(new.stages[-1].id, card)
    with pytest.raises(NoNextStage):
        bench.board.advance(card)
    assert not bench.board.can_advance(bench.board.card(card.uid))
    bench.ws.close()


def test_several_cards_move_in_one_change(bench: BoardBench) -> None:
    cards = [bench.write(title) for title in "abc"]
    change = bench.board.advance(*cards)
    assert change.about[:2] == ("3", "Data collection choices")
    board = bench.again()
    assert [card.title for card in board.columns()[1]] == ["a", "b", "c"]
    bench.ws.undo(Room.MEMBERS)
    assert [card.title for card in bench.again().columns()[0]] == ["a", "b", "c"]


def test_any_stage_is_one_act_away(bench: BoardBench) -> None:
    first, second = bench.write("a"), bench.write("b", "interpretation")
    bench.board.move_to("interpretation", first, second)
    board = bench.again()
    assert [card.title for card in board.columns()[3]] == ["b", "a"]
    with pytest.raises(AlreadyThere):
        board.move_to("interpretation", first)
    with pytest.raises(AlreadyThere):
        board.move_to("no such stage", first)


def test_order_in_a_column_is_kept(bench: BoardBench) -> None:
    a, b, c = (bench.write(title) for title in "abc")
    bench.board.reorder(-1, c)
    bench.board.reorder(1, a)
    board = bench.again()
    assert [card.title for card in board.columns()[0]] == ["c", "a", "b"]
    with pytest.raises(AtTheEdge):
        board.reorder(-1, c)
    board.reorder(1, c, a)
    assert [card.title for card in bench.again().columns()[0]] == ["b", "c", "a"]
    assert b.uid in {card.uid for card in bench.board.cards()}


def test_words_owners_and_next_step_are_kept(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    board = bench.board
    board.retitle(card, "Falls, and who writes them down")
    board.set_owners(["ben", "ada", "ben"], card)
    board.describe(card, area="North Quay", scope_check="achievable", kind="inquiry")
    board.set_next_step(card, "ask the ward", "ada", "2026-04-01")
    kept = bench.again().card(card.uid)
    assert kept.title == "Falls, and who writes them down"
    assert (kept.owners, kept.area, kept.kind) == (("ben", "ada"), "North Quay", "inquiry")
    assert (kept.next_step, kept.next_owner, kept.next_due) == ("ask the ward", "ada", "2026-04-01")
    assert kept.scope_check == "achievable"
    with pytest.raises(NothingNew):
        bench.board.set_owners(["ben", "ada"], card)
    with pytest.raises(TypeError):
        bench.board.describe(card, status="published")


def test_a_card_put_away_is_kept(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.put_away(card)
    board = bench.again()
    assert (board.cards(), [one.uid for one in board.cards(away=True)]) == ([], [card.uid])
    board.bring_back(card)
    assert [one.uid for one in bench.again().cards()] == [card.uid]


def test_an_ended_card_is_read_and_not_moved(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.complete(card)
    board = bench.again()
    with pytest.raises(HasEnded):
        board.advance(card)
    assert sum(len(column) for column in board.columns()) == 0
    assert [one.title for one in board.ended()] == ["Falls log"]


def test_a_missing_card_is_said_so(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.ws.undo(Room.MEMBERS)
    with pytest.raises(NotFoundHere):
        bench.board.advance(card)
    with pytest.raises(NothingChosen):
        bench.board.advance()
