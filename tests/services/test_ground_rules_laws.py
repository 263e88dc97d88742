"""Laws of the ground rules: order, versions, and that all can be taken back and done again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.model.rules import Position, Rule, RulesVersion
from cartui.services.ground_rules_words import starters
from cartui.services.ground_rules_writing import stepped
from cartui.store.events import Change
from cartui.store.identity import Identity
from tests.services.rules_bench import RulesBench

Act = Callable[[RulesBench, Rule, int], Change]
PEOPLE = ("ada", "ben", "carys")
ACTS: dict[str, Act] = {
    "propose": lambda bench, rule, n: bench.rules.propose(f"rule {n}"),
    "start": lambda bench, rule, n: bench.rules.start_with(starters()[: n % 4]),
    "reword": lambda bench, rule, n: bench.rules.reword(rule, f"rule {n}"),
    "adopt": lambda bench, rule, n: bench.rules.adopt(rule, {PEOPLE[n % 3]: list(Position)[n % 4]}),
    "rest": lambda bench, rule, n: bench.rules.rest_agree(rule),
    "unmark": lambda bench, rule, n: bench.rules.unmark(rule, PEOPLE[n % 3]),
    "reason": lambda bench, rule, n: bench.rules.give_reason(rule, PEOPLE[n % 3], f"why {n}"),
    "order": lambda bench, rule, n: bench.rules.reorder(1 if n % 2 else -1, rule),
    "purpose": lambda bench, rule, n: bench.rules.set_purpose(f"purpose {n}", rule),
    "retire": lambda bench, rule, n: bench.rules.retire(rule),
    "bring back": lambda bench, rule, n: bench.rules.bring_back(
        *(line.rule for line in bench.rules.rules(away=True))
    ),
    "review by": lambda bench, rule, n: bench.rules.set_review(f"2026-04-{n % 28 + 1:02}", rule),
    "reviewed": lambda bench, rule, n: bench.rules.reviewed("retire" if n % 4 else "keep", rule),
    "use": lambda bench, rule, n: bench.rules.use(rule),
}
"""Every verb of the rules; `rule` is one of those on the wall."""


class Days:
    """A clock that a test moves on by days."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


@contextmanager
def benched() -> Iterator[tuple[RulesBench, Days]]:
    numbers, clock = count(1), Days()
    identity = Identity(
        device="d0d0d0d0", actor="Rowan", clock=clock, new_id=lambda: f"u{next(numbers):04d}"
    )
    with TemporaryDirectory() as folder:
        bench = RulesBench(Path(folder) / "workspace", identity)
        try:
            yield bench, clock
        finally:
            bench.ws.close()


def do(bench: RulesBench, name: str, which: int, n: int) -> bool:
    """Do one act on some rule; say whether it changed anything."""
    rules = [line.rule for line in bench.rules.rules()]
    if not rules and name not in ("propose", "start", "bring back"):
        return False
    rule = rules[which % len(rules)] if rules else Rule(uid="")
    try:
        change = ACTS[name](bench, rule, n)
    except CartuiProblem:
        return False
    assert bench.says(change) != "Made a change"
    assert "{" not in bench.says(change)
    return True


steps = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTS)), st.integers(0, 5), st.integers(0, 40), st.integers(0, 2)
    ),
    max_size=25,
)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(steps)
def test_undo_all_gives_back_what_stood_before_and_redo_all_does_it_again(
    acts: list[tuple[str, int, int, int]],
) -> None:
    with benched() as (bench, clock):
        bench.propose("first")
        start, done = bench.state(), 0
        for name, which, n, days in acts:
            clock.pass_days(days)
            done += do(bench, name, which, n)
        end = bench.state()
        for _ in range(done):
            bench.ws.undo(Room.MEMBERS)
        assert bench.state() == start
        for _ in range(done):
            bench.ws.redo(Room.MEMBERS)
        assert bench.state() == end
        bench.again()
        assert bench.state() == end


@FEW
@given(steps)
def test_the_newest_version_is_what_is_adopted_and_no_two_neighbours_are_alike(
    acts: list[tuple[str, int, int, int]],
) -> None:
    with benched() as (bench, clock):
        for name, which, n, days in acts:
            clock.pass_days(days)
            do(bench, name, which, n)
            versions = bench.rules.versions()
            newest = versions[-1].lines if versions else ()
            assert sorted(line.text for line in newest) == sorted(bench.rules.shown())
            days_of = [each.on for each in versions]
            assert days_of == sorted(set(days_of)), "one version a day"
            assert [each.number for each in versions] == list(range(1, len(versions) + 1))
            kept = bench.ws.table(RulesVersion, "north").values()
            sets = [
                {(line.rule, line.wording) for line in each.lines}
                for each in sorted(kept, key=lambda each: each.on)
            ]
            assert all(one != other for one, other in pairwise(sets))


@FEW
@given(steps)
def test_everybody_asked_either_has_a_position_or_is_not_there_yet(
    acts: list[tuple[str, int, int, int]],
) -> None:
    with benched() as (bench, clock):
        for name, which, n, days in acts:
            clock.pass_days(days)
            do(bench, name, which, n)
        asked = {member.uid for member in bench.rules.asked()}
        assert asked == set(PEOPLE)
        for line in bench.rules.rules():
            assert set(line.taken) | {member.uid for member in line.not_yet} == asked
            assert not set(line.taken) & {member.uid for member in line.not_yet}
            assert [each.number for each in line.wordings] == list(range(1, len(line.wordings) + 1))
            assert line.carried.now <= line.carried.ever


rows = st.integers(0, 12).map(lambda many: [Rule(uid=f"r{n}") for n in range(many)])


@given(rows, st.sets(st.integers(0, 12)), st.sampled_from([1, -1]))
def test_a_step_keeps_every_rule_and_the_order_of_the_chosen(
    row: list[Rule], chosen: set[int], step: int
) -> None:
    uids = {f"r{n}" for n in chosen}
    after = stepped(row, uids, step)
    assert sorted(each.uid for each in after) == sorted(each.uid for each in row)
    for which in (uids, {each.uid for each in row} - uids):
        before = [each.uid for each in row if each.uid in which]
        assert [each.uid for each in after if each.uid in which] == before
    places = {each.uid: n for n, each in enumerate(row)}
    assert all(
        abs(places[each.uid] - n) <= (1 if each.uid in uids else len(uids))
        for n, each in enumerate(after)
    )
