"""The design template and the dilemmas of a card; on the real store, read back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Dilemma
from cartui.services.designs import design
from cartui.services.dilemmas import dilemma_kinds, dilemma_states
from cartui.services.group_service import NothingNew, NoWords
from cartui.store.identity import Identity
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_the_design_has_fifteen_fields_in_eight_sections_and_an_aside() -> None:
    titles = [section.title for section in design().sections]
    assert titles[:8] == [
        "Topic & question",
        "Why use a CS?",
        "Evidence",
        "Ethics",
        "Proj mgt",
        "Allies",
        "Outputs",
        "Outcomes",
    ]
    numbers = [field.number for section in design().sections for field in section.fields]
    assert numbers == list(range(1, 16))


def test_answers_are_kept_and_counted_by_section(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.designs.answer(card, "topic", "falls")
    bench.board.designs.answer(card, "question", "who writes them down?\nand who reads it?")
    board = bench.again()
    assert board.designs.answers(card)["question"] == "who writes them down?\nand who reads it?"
    first, second = board.designs.completeness(card)[:2]
    assert ((first.answered, first.of), (second.answered, second.of)) == ((2, 4), (0, 1))


def test_an_answer_can_be_reworded_and_taken_back(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.designs.answer(card, "topic", "falls")
    bench.board.designs.answer(card, "topic", "falls at night")
    assert bench.again().designs.answers(card) == {"topic": "falls at night"}
    bench.board.designs.answer(card, "topic", "")
    assert bench.again().designs.answers(card) == {}
    with pytest.raises(NothingNew):
        bench.board.designs.answer(card, "topic", " ")
    with pytest.raises(KeyError):
        bench.board.designs.answer(card, "no such field", "text")


def test_the_owners_words_at_joining_stand_by_the_last_field(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    bench.board.set_owners(["ben"], card)
    board = bench.again()
    assert board.designs.why_joined(board.card(card.uid)) == ["ben: why"]


def _only(bench: BoardBench, uid: str) -> Dilemma:
    [dilemma] = bench.board.dilemmas.of(bench.board.card(uid))
    return dilemma


def test_a_dilemma_is_written_reworded_settled_and_put_away(bench: BoardBench) -> None:
    card = bench.write("Falls log")
    with pytest.raises(NoWords):
        bench.board.dilemmas.add(card, dilemma_kinds()[0].name, " ")
    bench.board.dilemmas.add(card, dilemma_kinds()[0].name, "one ward only", "leave out the ward")
    bench.again()
    dilemma = _only(bench, card.uid)
    assert (dilemma.kind, dilemma.state) == ("confidentiality", dilemma_states()[0].name)
    bench.board.dilemmas.edit(dilemma, kind="anonymity", text="one ward", handling="two wards")
    bench.board.dilemmas.set_state(_only(bench, card.uid), dilemma_states()[-1].name)
    bench.again()
    dilemma = _only(bench, card.uid)
    assert (dilemma.kind, dilemma.handling, dilemma.state) == ("anonymity", "two wards", "settled")
    bench.board.dilemmas.put_away(dilemma)
    board = bench.again()
    assert board.dilemmas.of(card) == []
    board.dilemmas.bring_back(dilemma)
    assert len(bench.again().dilemmas.of(card)) == 1
