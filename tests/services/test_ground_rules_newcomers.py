"""Newcomers over all rules at once, and what rules have carried since the group last looked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.rooms import Room
from cartui.model.rules import Position
from cartui.services.ground_rules_adopting import NobodyToAsk
from cartui.services.ground_rules_weight import weight_page, weights
from cartui.services.ground_rules_welcome import Welcoming
from cartui.services.group_service import NothingNew
from cartui.services.pages import PageKind
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.rules_bench import RulesBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[RulesBench]:
    made = RulesBench(workspace_folder, identity)
    for words in ("Listen", "Start on time", "Only proposed"):
        made.propose(words)
    for place in (0, 1):
        made.rules.rest_agree(made.line(place).rule)
    yield made
    made.ws.close()


def welcoming(bench: RulesBench) -> Welcoming:
    return Welcoming(bench.ws, lambda: Room.MEMBERS, "north")


def test_a_newcomer_is_asked_about_every_rule_that_holds_and_no_other(bench: RulesBench) -> None:
    bench.join("Mina")
    bench.join("Nils")
    found = welcoming(bench).open_for({"mina", "ben"})
    assert [(each.line.text, each.member.name) for each in found] == [
        ("Listen", "Mina"), ("Start on time", "Mina"),
    ]  # fmt: skip


def test_all_rules_are_one_change_that_one_key_takes_back(bench: RulesBench) -> None:
    bench.join("Mina")
    rules = welcoming(bench)
    change = rules.welcome(
        {each.key: Position.AGREE for each in rules.open_for({"mina"})}, meeting=2
    )
    assert bench.says(change) == "Mina agrees: 2 rules"
    assert rules.open_for({"mina"}) == []
    bench.again()
    assert welcoming(bench).open_for({"mina"}) == []
    bench.ws.undo(Room.MEMBERS)
    assert len(welcoming(bench).open_for({"mina"})) == 2
    bench.ws.redo(Room.MEMBERS)
    assert welcoming(bench).open_for({"mina"}) == []


def test_several_newcomers_and_positions_are_one_change_too(bench: RulesBench) -> None:
    bench.join("Mina")
    bench.join("Nils")
    rules = welcoming(bench)
    keys = [each.key for each in rules.open_for({"mina", "nils"})]
    marks = dict.fromkeys(keys, Position.AGREE)
    assert bench.says(rules.welcome(marks)) == "2 people agree: 2 rules"
    marks[keys[0]] = Position.LIVE_WITH
    assert bench.says(rules.welcome(marks)).startswith("2 people took a position")
    assert bench.line().taken["mina"].position == "can live with"
    with pytest.raises(NothingNew):
        rules.welcome(marks)
    with pytest.raises(NobodyToAsk):
        rules.welcome({})


def test_what_carried_is_counted_since_the_last_review_and_due_rules_come_first(
    bench: RulesBench, clock: StillClock
) -> None:
    first, second = bench.line(0).rule, bench.line(1).rule
    for _ in range(3):
        bench.rules.use(first, meeting=1)
    clock.pass_time(days=1)
    bench.rules.reviewed("keep", first)
    clock.pass_time(days=1)
    bench.rules.use(first, meeting=2)
    bench.rules.set_review("2026-03-03", second)
    found = weights(bench.rules)
    assert [(each.line.text, each.times, each.due) for each in found] == [
        ("Start on time", 0, True), ("Listen", 1, False),
    ]  # fmt: skip
    assert found[1].last == "2026-03-04"


def test_the_page_for_the_room_counts_nothing_and_names_nobody(bench: RulesBench) -> None:
    bench.rules.use(bench.line(1).rule)
    page = weight_page(weights(bench.rules))
    assert page is not None
    assert page.kind is PageKind.CARRIED
    assert page.lines == (
        "These came up:", "2 Start on time", "These never came up:", "1 Listen",
    )  # fmt: skip
    assert weight_page([]) is None
