"""A text that was read before it was reworded is not written over somebody else's."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.model.problems import ChangedMeanwhile
from cartui.store.identity import Identity
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    card = bench.write("Falls log")
    bench.board.advance(card)
    bench.board.dilemmas.add(card, "consent", "Whose log?")
    yield bench
    bench.ws.close()


def own_cycle(bench: BoardBench) -> str:
    return bench.cycles.make_own("Ours", bench.board.stages(), copy_of="CS5").about[0]


def only(bench: BoardBench) -> Card:
    return bench.board.cards()[0]


WRITES: dict[str, Callable[[BoardBench, str, str | None], object]] = {
    "title": lambda b, text, was: b.board.retitle(only(b), text, was=was),
    "area": lambda b, text, was: b.board.describe(only(b), area=text, was=was),
    "learning": lambda b, text, was: b.board.describe(only(b), learning=text, was=was),
    "next step": lambda b, text, was: b.board.set_next_step(only(b), text, was=was),
    "answer": lambda b, text, was: b.board.designs.answer(only(b), "topic", text, was=was),
    "why": lambda b, text, was: b.board.justify(text, *b.board.trail(only(b)), was=was),
    "dilemma": lambda b, text, was: b.board.dilemmas.reword(
        b.board.dilemmas.of(only(b))[0], text, was=was
    ),
    "handling": lambda b, text, was: b.board.dilemmas.handle(
        b.board.dilemmas.of(only(b))[0], text, was=was
    ),
}


@pytest.mark.parametrize("what", WRITES)
def test_what_another_window_has_written_is_not_replaced(bench: BoardBench, what: str) -> None:
    write, other = WRITES[what], bench.beside()
    write(bench, "first", None)
    other.ws.poll()
    write(other, "theirs", None)
    with pytest.raises(ChangedMeanwhile) as told:
        write(bench, "mine", "first")
    assert told.value.theirs == "theirs"
    assert bench.state() == other.state()
    write(bench, "mine", "theirs")
    other.ws.poll()
    with pytest.raises(ChangedMeanwhile, match="mine"):
        write(other, "third", "theirs")
    other.ws.close()


@pytest.mark.parametrize(("field", "stage"), [("name", ""), ("help", ""), ("name", "data")])
def test_a_word_of_a_cycle_is_not_replaced_either(
    bench: BoardBench, field: str, stage: str
) -> None:
    uid = own_cycle(bench)
    other = bench.beside()
    other.cycles.reword(uid, field, "theirs", stage=stage)
    other.ws.close()
    with pytest.raises(ChangedMeanwhile, match="theirs"):
        bench.cycles.reword(uid, field, "mine", stage=stage, was="as it was read")
    bench.cycles.reword(uid, field, "mine", stage=stage, was="theirs")
    found = bench.cycles.find(uid)
    found_in = next((one for one in found.stages if one.id == stage), found)
    assert getattr(found_in, field) == "mine"


def test_the_same_words_twice_are_no_quarrel(bench: BoardBench) -> None:
    other = bench.beside()
    other.board.retitle(only(other), "Falls at night")
    other.board.describe(only(other), area="North Quay")
    other.ws.close()
    bench.board.retitle(only(bench), "Falls at night, again", was="Falls at night")
    assert only(bench).area == "North Quay"
