"""Cycle templates: shipped, own, and the change from one to another."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cartui.model.cycles import Stage
from cartui.model.rooms import Room
from cartui.services.cycles import (
    CycleInUse,
    CycleNotWhole,
    NotYourOwn,
    new_stage,
    shipped,
    short_label,
)
from cartui.services.house_words import house_wording
from cartui.services.new_cycle import NotMapped
from cartui.services.stages_left_out import StageInUse
from cartui.store.identity import Identity
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_every_shipped_cycle_has_help_and_three_to_ten_stages() -> None:
    assert len(shipped()) == 13
    for template in shipped().values():
        assert template.help
        assert 3 <= len(template.stages) <= 10
        assert all(stage.name and len(stage.short) <= 14 for stage in template.stages)


def test_an_own_cycle_is_made_from_a_copy_and_kept(bench: BoardBench) -> None:
    base = bench.cycles.find("CS5")
    stages = [*base.stages, new_stage("Handing on", base.stages)]
    uid = bench.cycles.make_own("Ours", stages, copy_of="CS5").about[0]
    bench.again()
    mine = bench.cycles.find(uid)
    assert [stage.name for stage in mine.stages][-1] == "Handing on"
    assert (mine.name, mine.centre_rule) == ("Ours", base.centre_rule)
    assert bench.cycles.all()[-1] == mine
    assert bench.cycles.is_own(uid)


@pytest.mark.parametrize("count", [0, 2, 11])
def test_a_cycle_has_three_to_ten_stages(bench: BoardBench, count: int) -> None:
    stages = [Stage(id=str(n), name=f"Stage {n}") for n in range(count)]
    with pytest.raises(CycleNotWhole):
        bench.cycles.make_own("Ours", stages)
    with pytest.raises(CycleNotWhole):
        bench.cycles.make_own("", shipped()["CS5"].stages)
    bench.again()
    assert len(bench.cycles.all()) == len(shipped())


def test_a_stage_that_holds_cards_is_not_left_out(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Ours", shipped()["CS5"].stages).about[0]
    mine = bench.cycles.find(uid)
    bench.board.change_template(mine, bench.board.propose_mapping(mine))
    bench.write("Falls log", "storage")
    fewer = [stage for stage in mine.stages if stage.id != "storage"]
    with pytest.raises(StageInUse, match="Data storage"):
        bench.cycles.edit(uid, name="Ours", about="", stages=fewer, cyclic=True)
    reworded = [msgspec.structs.replace(stage, name=stage.name + "!") for stage in mine.stages]
    bench.cycles.edit(uid, name="Ours too", about="help", stages=reworded, cyclic=True)
    board = bench.again()
    assert [card.title for card in board.columns()[2]] == ["Falls log"]
    assert board.stages()[2].name == "Data storage and organisation!"


def test_a_stage_where_cards_have_only_ended_is_left_out(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Ours", shipped()["CS5"].stages).about[0]
    mine = bench.cycles.find(uid)
    bench.board.change_template(mine, bench.board.propose_mapping(mine))
    stopped, away = bench.write("Falls log", "storage"), bench.write("Night calls", "storage")
    bench.board.stop("no time", stopped)
    bench.board.put_away(away)
    before = bench.state()
    fewer = [stage for stage in mine.stages if stage.id != "storage"]
    change = bench.cycles.edit(uid, name="Ours", about="", stages=fewer, cyclic=True)
    said = house_wording().sentence(change, bench.ws)
    assert said == "Changed the cycle Ours; 2 cards rest in the stage before"
    board = bench.again()
    assert [board.stage_of(board.card(each.uid)).id for each in (stopped, away)] == ["data"] * 2
    last = board.trail(stopped)[-1]
    assert (last.from_name, last.to_name) == (mine.stages[2].name, mine.stages[1].name)
    assert not board.owed(stopped)
    bench.ws.undo(Room.MEMBERS)
    assert bench.state() == before


def test_cards_of_the_first_stage_rest_in_what_is_first_then(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Ours", shipped()["CS5"].stages).about[0]
    mine = bench.cycles.find(uid)
    bench.board.change_template(mine, bench.board.propose_mapping(mine))
    bench.board.complete(bench.write("Falls log"))
    bench.cycles.edit(uid, name="Ours", about="", stages=mine.stages[1:], cyclic=True)
    [card] = bench.again().ended()
    assert card.stage == mine.stages[1].id


def test_a_cycle_is_put_away_only_when_no_group_works_in_it(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Ours", shipped()["CS5"].stages).about[0]
    mine = bench.cycles.find(uid)
    bench.board.change_template(mine, bench.board.propose_mapping(mine))
    with pytest.raises(CycleInUse, match="North"):
        bench.cycles.put_away(uid)
    five = shipped()["CS5"]
    bench.board.change_template(five, bench.board.propose_mapping(five))
    bench.cycles.put_away(uid)
    bench.again()
    assert uid not in [one.uid for one in bench.cycles.all()]
    bench.cycles.bring_back(uid)
    assert bench.cycles.all()[-1].uid == uid
    with pytest.raises(NotYourOwn):
        bench.cycles.put_away("CS5")


def test_a_new_cycle_takes_the_cards_along_and_keeps_their_story(bench: BoardBench) -> None:
    card, other = bench.write("Falls log"), bench.write("Night visits", "publication")
    bench.board.advance(card)
    new = shipped()["CPP2-10"]
    mapping = bench.board.propose_mapping(new)
    assert list(mapping) == [stage.id for stage in shipped()["CS5"].stages]
    assert mapping["publication"] == new.stages[-1].id
    mapping["data"] = "exploring"
    bench.board.change_template(new, mapping)
    board = bench.again()
    assert board.template == new
    assert (board.card(card.uid).stage, board.card(other.uid).stage) == ("exploring", "further")
    moved, mapped = board.trail(card)
    assert (moved.to_name, mapped.from_name) == (
        "Data collection choices",
        "Data collection choices",
    )
    assert (mapped.to_name, mapped.waived) == ("Exploring evidence", True)
    bench.ws.undo(Room.MEMBERS)
    assert bench.again().card(card.uid).stage == "data"


def test_like_names_meet_and_every_stage_in_use_needs_a_place(bench: BoardBench) -> None:
    bench.write("Falls log", "data")
    like = [Stage(id="x", name="Data collection choice"), *shipped()["AR4"].stages]
    uid = bench.cycles.make_own("Ours", like).about[0]
    new = bench.cycles.find(uid)
    assert bench.board.propose_mapping(new)["data"] == "x"
    with pytest.raises(NotMapped, match="Data collection"):
        bench.board.change_template(new, {"data": "nowhere"})
    assert bench.again().template.uid == "CS5"


def test_new_stages_have_ids_of_their_own_and_short_labels() -> None:
    first = new_stage("Handing on", [])
    second = new_stage("Handing on", [first])
    assert (first.id, second.id) == ("handing-on", "handing-on-2")
    assert short_label("Verwaltungsvereinfachung").endswith("…")
    names = ("Verwaltungsvereinfachung", "a b", "x" * 14)
    assert all(len(short_label(name)) <= 14 for name in names)
