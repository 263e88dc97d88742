"""The agenda of a meeting: words, order, clock and sum; laws of the order."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.meetings import Meeting
from cartui.model.problems import CartuiProblem, ChangedMeanwhile
from cartui.model.rooms import Room
from cartui.services.agenda_lines import agenda_lines, reckoning
from cartui.services.group_service import NoWords
from cartui.services.meetings_agenda import AtTheEnd, NoSuchMember
from cartui.store.identity import Identity
from tests.services.series_bench import SeriesBench

ACTS = ("add", "add after", "up", "down", "edit", "questions", "away", "back", "template")
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=30)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[SeriesBench]:
    bench = SeriesBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_the_clock_stands_beside_each_part_and_the_sum_above(bench: SeriesBench) -> None:
    meeting = bench.plan(minutes=40)
    assert reckoning(meeting, ()).words == "0 of 40 min, 40 left"
    for title, minutes in (("Welcome", 8), ("Pairs", "20 min"), ("Close", 5)):
        bench.meetings.add_segment(meeting, title, minutes=minutes)
    lines = agenda_lines(bench.again(), meeting)
    assert [each.begins for each in lines] == ["14:00", "14:08", "14:28"]
    sum_ = reckoning(meeting, bench.meetings.agenda(meeting))
    assert sum_.words == "33 of 40 min, 7 left, ends 14:33"
    bench.meetings.edit_segment(lines[1].segment, minutes="45")
    assert reckoning(meeting, bench.meetings.agenda(meeting)).words == (
        "58 of 40 min, 18 too long, ends 14:58"
    )


def test_a_part_has_all_its_fields(bench: SeriesBench) -> None:
    meeting = bench.plan()
    uid = bench.meetings.add_segment(meeting, "  Pairs ").about[0]
    part = bench.meetings.segment(uid)
    owner = bench.meetings.member_named("ada")
    change = bench.meetings.edit_segment(
        part, title="In pairs", minutes="1h", kind="disc", resource="Handout", owner=owner,
        protected=True,
    )  # fmt: skip
    assert bench.says(change) == "Changed “In pairs” on the agenda"
    bench.meetings.set_questions(part, " What?\r\n\r\n  Who else?  \n")
    kept = bench.again().segment(uid)
    assert (kept.title, kept.minutes, kept.kind, kept.owner) == (
        "In pairs",
        60,
        "discussion",
        "ada",
    )
    assert (kept.resource, kept.protected) == ("Handout", True)
    assert kept.questions == ("What?", "Who else?")


def test_an_owner_is_a_member_by_name_or_its_beginning(bench: SeriesBench) -> None:
    assert bench.meetings.member_named("Ben Quill") == "ben"
    assert bench.meetings.member_named("BEA") == "bea"
    assert bench.meetings.member_named(" ") == ""
    with pytest.raises(NoSuchMember, match="Several people here are called “Be”"):
        bench.meetings.member_named("Be")
    with pytest.raises(NoSuchMember, match="Nobody here is called “Zoe”"):
        bench.meetings.member_named("Zoe")


def test_a_part_needs_a_title(bench: SeriesBench) -> None:
    meeting = bench.plan()
    with pytest.raises(NoWords):
        bench.meetings.add_segment(meeting, " ")
    assert bench.meetings.agenda(meeting) == []


def test_order_put_away_and_back(bench: SeriesBench) -> None:
    meeting = bench.plan()
    for title in "abc":
        bench.meetings.add_segment(meeting, title)
    a, b, c = bench.meetings.agenda(meeting)
    bench.meetings.add_segment(meeting, "a2", after=a)
    bench.meetings.reorder_segment(c, -1)
    assert bench.titles(meeting) == ["a", "a2", "c", "b"]
    with pytest.raises(AtTheEnd):
        bench.meetings.reorder_segment(b, 1)
    bench.meetings.put_away_segment(c)
    assert bench.titles(meeting) == ["a", "a2", "b"]
    bench.again().bring_back_segment(c)
    assert bench.titles(meeting) == ["a", "a2", "c", "b"]


def test_two_windows_move_different_parts_and_both_moves_stand(bench: SeriesBench) -> None:
    meeting = bench.plan()
    for title in "abcd":
        bench.meetings.add_segment(meeting, title)
    a, _, _, d = bench.meetings.agenda(meeting)
    other = bench.other_window()
    other.reorder_segment(d, -1)
    bench.meetings.reorder_segment(a, 1)
    bench.ws.poll()
    assert bench.titles(meeting) == ["b", "a", "d", "c"]
    other.workspace.close()


def test_questions_written_in_two_windows_are_not_lost(bench: SeriesBench) -> None:
    meeting = bench.plan()
    uid = bench.meetings.add_segment(meeting, "Pairs").about[0]
    other = bench.other_window()
    other.set_questions(other.segment(uid), "Theirs?", was="")
    with pytest.raises(ChangedMeanwhile) as caught:
        bench.meetings.set_questions(bench.meetings.segment(uid), "Mine?", was="")
    assert caught.value.theirs == "Theirs?"
    other.workspace.close()


# --- laws


@contextmanager
def planned() -> Iterator[tuple[SeriesBench, Meeting]]:
    numbers = count(1)
    identity = Identity(
        device="d0d0d0d0", actor="Rowan", clock=lambda: datetime(2026, 3, 2, 10, 0, tzinfo=UTC),
        new_id=lambda: f"u{next(numbers):04d}",
    )  # fmt: skip
    with TemporaryDirectory() as folder:
        bench = SeriesBench(Path(folder) / "workspace", identity)
        try:
            yield bench, bench.plan()
        finally:
            bench.ws.close()


def do(bench: SeriesBench, meeting: Meeting, name: str, n: int) -> bool:
    """Do one act on some part; say whether it changed anything."""
    row, meetings = bench.meetings.agenda(meeting), bench.meetings
    part = row[n % len(row)] if row else None
    away = meetings.agenda(meeting, away=True)
    try:
        if name == "add":
            change = meetings.add_segment(meeting, f"part {n}")
        elif name == "template":
            agendas = meetings.templates()
            change = meetings.use_template(meeting, agendas[n % len(agendas)])
        elif name == "back" and away:
            change = meetings.bring_back_segment(away[n % len(away)])
        elif part is None or name == "back":
            return False
        elif name == "add after":
            change = meetings.add_segment(meeting, f"after {n}", after=part)
        elif name in ("up", "down"):
            change = meetings.reorder_segment(part, 1 if name == "down" else -1)
        elif name == "edit":
            change = meetings.edit_segment(part, minutes=n, title=f"other {n}")
        elif name == "questions":
            change = meetings.set_questions(part, f"{n}?\n" * (n % 3))
        else:
            change = meetings.put_away_segment(part)
    except CartuiProblem:
        return False
    assert "{" not in bench.says(change)
    assert bench.says(change) != "Made a change"
    return True


@FEW
@given(steps)
def test_undo_all_gives_back_what_stood_before_and_redo_all_does_it_again(
    acts: list[tuple[str, int]],
) -> None:
    with planned() as (bench, meeting):
        bench.meetings.raise_this("falls")
        start = bench.state()
        done = sum(do(bench, meeting, *each) for each in acts)
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
@given(steps, st.integers(0, 9), st.sampled_from([1, -1]))
def test_a_step_exchanges_two_neighbours_and_nothing_else(
    acts: list[tuple[str, int]], which: int, step: int
) -> None:
    with planned() as (bench, meeting):
        for each in acts:
            do(bench, meeting, *each)
        before = [each.uid for each in bench.meetings.agenda(meeting)]
        if not before:
            return
        at = which % len(before)
        part = bench.meetings.agenda(meeting)[at]
        if not 0 <= at + step < len(before):
            with pytest.raises(AtTheEnd):
                bench.meetings.reorder_segment(part, step)
            return
        bench.meetings.reorder_segment(part, step)
        before[at], before[at + step] = before[at + step], before[at]
        assert [each.uid for each in bench.again().agenda(meeting)] == before


@FEW
@given(st.lists(st.integers(0, 60), min_size=1, max_size=60))
def test_a_new_part_stands_right_after_the_one_it_was_added_after(places: list[int]) -> None:
    """Also when so many are put into one gap that no number is left between two others."""
    with planned() as (bench, meeting):
        expected: list[str] = []
        for n, place in enumerate([*places, *[0] * 25]):
            row = bench.meetings.agenda(meeting)
            at = min(place, len(row) - 1) if row else -1
            after = row[at] if row else None
            bench.meetings.add_segment(meeting, f"p{n}", after=after)
            expected.insert(at + 1, f"p{n}")
        assert bench.titles(meeting) == expected
        orders = [each.order for each in bench.meetings.agenda(meeting)]
        assert len(set(orders)) == len(orders)


@FEW
@given(steps)
def test_the_clock_ends_where_the_sum_says(acts: list[tuple[str, int]]) -> None:
    with planned() as (bench, meeting):
        for each in acts:
            do(bench, meeting, *each)
        lines = agenda_lines(bench.meetings, meeting)
        sum_ = reckoning(meeting, [each.segment for each in lines])
        assert sum_.planned == bench.meetings.planned(meeting)
        assert sum_.over == sum_.planned - meeting.minutes
        assert [each.number for each in lines] == list(range(1, len(lines) + 1))
        begins = [each.begins for each in lines]
        assert begins[:1] == ["14:00"][: len(begins)]
