"""What is raised: once each, taken in by itself, put back; due reviews come with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.meetings import Capture, CaptureKind, Raised
from cartui.model.rooms import Room
from cartui.services.glance import Glance
from cartui.services.glance_errands import Errand, Matter, Thing
from cartui.services.ground_rules import GroundRules
from cartui.services.group_service import NoWords
from cartui.services.meeting_words import RAISED
from cartui.services.meetings_raised import NotRaised
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.series_bench import SeriesBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[SeriesBench]:
    bench = SeriesBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def words(bench: SeriesBench) -> list[str]:
    return [each.words for each in bench.meetings.waiting()]


def rules(bench: SeriesBench) -> GroundRules:
    return GroundRules(bench.ws, lambda: Room.MEMBERS, "north")


def errands(bench: SeriesBench) -> list[Errand]:
    """What Home lists as to be raised."""
    found = Glance(bench.ws, lambda: Room.MEMBERS).errands()
    return [each for each in found if each.matter is Matter.RAISED]


def test_a_thing_is_raised_once_and_taken_back(bench: SeriesBench) -> None:
    change = bench.meetings.raise_this("falls")
    assert bench.says(change) == "To raise at the next meeting: card “Falls log”"
    with pytest.raises(NotRaised, match="To be raised already: card “Falls log”"):
        bench.meetings.raise_this("falls")
    assert words(bench) == ["card “Falls log”"]
    bench.ws.undo(Room.MEMBERS)
    bench.again()
    assert words(bench) == []
    bench.meetings.raise_this("falls")
    assert words(bench) == ["card “Falls log”"]


def test_it_is_called_as_it_is_called_now(bench: SeriesBench) -> None:
    bench.meetings.raise_this("falls")
    draft = bench.ws.draft("test", group="north")
    draft.create(Capture(uid="cap", kind=CaptureKind.PARKED.value, text="Parking charges"))
    bench.ws.commit(draft, room=Room.MEMBERS)
    uid = rules(bench).propose("Start with what works.").about[1]
    for each in ("cap", uid, "north"):
        bench.meetings.raise_this(each)
    bench.meetings.raise_words("  who writes \n the letter ")
    card = bench.meetings.card("falls")
    draft = bench.ws.draft("test", group="north")
    draft.set(card, title="Falls and trips")
    bench.ws.commit(draft, room=Room.MEMBERS)
    assert sorted(words(bench)) == sorted([
        "card “Falls and trips”", "parked “Parking charges”", "rule “Start with what works.”",
        "the group North", "who writes the letter",
    ])  # fmt: skip


@pytest.mark.parametrize("uid", ["ada", "nothing", ""])
def test_people_and_what_is_not_there_cannot_be_raised_before_the_group(
    bench: SeriesBench, uid: str
) -> None:
    with pytest.raises(NotRaised, match="Nothing was changed"):
        bench.meetings.raise_this(uid)
    with pytest.raises(NoWords):
        bench.meetings.raise_words(" ")
    assert bench.ws.table(Raised, "north") == {}


def test_two_windows_raise_the_same_and_it_stands_there_once(bench: SeriesBench) -> None:
    other = bench.other_window()
    bench.meetings.raise_this("falls")
    draft = other.workspace.draft("raised.raise", group="north")
    draft.create(Raised(uid="x", about="falls", words="card “Falls log”", at="2026-03-02"))
    other.workspace.commit(draft, room=Room.MEMBERS)
    bench.ws.poll()
    assert len(bench.ws.table(Raised, "north")) == 2
    assert words(bench) == ["card “Falls log”"]
    assert len(errands(bench)) == 1
    meeting = bench.plan()
    bench.meetings.take_in(meeting)
    assert len(bench.meetings.taken_in(meeting)) == 1
    bench.meetings.put_back(bench.meetings.taken_in(meeting)[0])
    bench.meetings.let_go(bench.meetings.waiting()[0])
    assert words(bench) == []
    other.workspace.close()


def test_it_comes_in_with_the_first_part_as_one_segment(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.raise_this("falls")
    bench.meetings.raise_this("night")
    bench.meetings.add_segment(meeting, "Welcome")
    assert bench.titles(meeting) == ["Welcome", "Raised"]
    part = bench.meetings.agenda(meeting)[1]
    assert bench.meetings.prompts(part) == ("card “Falls log”", "card “Night visits”")
    assert part.questions == (), "what members raised never stands in what outsiders may see"
    assert words(bench) == []
    bench.ws.undo(Room.MEMBERS)
    assert bench.titles(meeting) == []
    assert len(words(bench)) == 2


def test_a_template_has_its_own_place_for_it(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.raise_this("falls")
    agendas = {each.name: each for each in bench.meetings.templates()}
    bench.meetings.use_template(meeting, agendas["critique meeting"])
    titles = bench.titles(meeting)
    assert titles[:4] == [
        "Welcome and ground rules",
        "Last record and actions",
        "Raised",
        "Check-in",
    ]
    bench.meetings.raise_this("night")
    bench.meetings.use_template(meeting, agendas["closing meeting"])
    kinds = [each.kind for each in bench.meetings.agenda(meeting)]
    assert kinds.count(RAISED) == 1
    assert len(bench.meetings.taken_in(meeting)) == 2


def test_without_anything_raised_there_is_no_empty_place(bench: SeriesBench) -> None:
    meeting = bench.plan()
    for agenda in bench.meetings.templates():
        bench.meetings.use_template(meeting, agenda)
    assert RAISED not in [each.kind for each in bench.meetings.agenda(meeting)]


def test_put_back_it_waits_for_the_next_agenda(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.raise_this("falls")
    bench.meetings.take_in(meeting)
    (matter,) = bench.meetings.taken_in(meeting)
    change = bench.meetings.put_back(matter)
    assert bench.says(change) == "Put back, to be raised later: card “Falls log”"
    assert words(bench) == ["card “Falls log”"]
    bench.meetings.take_in(meeting)
    part = bench.meetings.agenda(meeting)[0]
    bench.meetings.put_away_segment(part)
    assert words(bench) == ["card “Falls log”"]
    bench.again().bring_back_segment(part)
    assert words(bench) == []
    with pytest.raises(NotRaised, match="Nothing waits to be raised"):
        bench.meetings.take_in(meeting)


def test_it_can_be_raised_again_after_the_meeting(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-02-01")
    bench.meetings.raise_this("falls")
    bench.meetings.take_in(meeting)
    with pytest.raises(NotRaised, match="On the agenda of a coming meeting already"):
        bench.meetings.raise_this("falls")
    bench.meetings.begin(meeting)
    bench.meetings.close(meeting)
    bench.meetings.raise_this("falls")
    assert words(bench) == ["card “Falls log”"]
    assert len(bench.meetings.taken_in(meeting)) == 1


def test_reviews_that_are_due_come_in_by_themselves_and_once(
    bench: SeriesBench, clock: StillClock
) -> None:
    uid = rules(bench).propose("Start with what works.").about[1]
    rule = next(line.rule for line in rules(bench).rules() if line.uid == uid)
    rules(bench).set_review("2026-03-01", rule)
    assert words(bench) == ["rule “Start with what works.”"]
    with pytest.raises(NotRaised, match="R on the rule sets another day"):
        bench.meetings.let_go(bench.meetings.waiting()[0])
    meeting = bench.plan()
    bench.meetings.add_segment(meeting, "Welcome")
    assert [each.words for each in bench.meetings.taken_in(meeting)] == [
        "rule “Start with what works.”"
    ]
    assert words(bench) == []
    following = bench.plan("2026-03-24")
    bench.meetings.add_segment(following, "Welcome")
    assert bench.meetings.taken_in(following) == []
    bench.meetings.begin(meeting)
    bench.meetings.close(meeting)
    assert words(bench) == ["rule “Start with what works.”"], "nobody has looked at it yet"
    rules(bench).reviewed("keep", rule)
    assert words(bench) == []
    clock.pass_time(days=1)


def test_home_lists_it_until_an_agenda_takes_it_in(bench: SeriesBench) -> None:
    bench.meetings.raise_this("falls")
    bench.meetings.raise_words("the letter")
    found = errands(bench)
    assert [(each.name, each.words, each.where.thing) for each in found] == [
        ("card “Falls log”", "to raise", Thing.CARD), ("the letter", "to raise", Thing.MEETING),
    ]  # fmt: skip
    assert len({each.key for each in found}) == 2
    bench.meetings.take_in(bench.plan())
    assert errands(bench) == []
