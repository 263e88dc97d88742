"""Agendas from templates, shipped and the group's own; slots for the next meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.drafts import Draft, DraftVersion
from cartui.model.meetings import Slot
from cartui.model.rooms import Room
from cartui.services.agenda_templates import shipped_agendas
from cartui.services.group_service import NothingNew, NoWords
from cartui.services.meeting_times import WrongTime
from cartui.services.meeting_words import segment_kinds
from cartui.services.meetings_slots import MOST, NoSlot
from cartui.services.memberships import WrongDate
from cartui.services.rounds import CLOSING, ROUNDS
from cartui.store.identity import Identity
from tests.services.series_bench import SeriesBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[SeriesBench]:
    bench = SeriesBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_the_shipped_agendas_are_whole() -> None:
    agendas = {each.name: each for each in shipped_agendas()}
    assert list(agendas) == [
        "first meeting", "case-study meeting", "critique meeting", "retreat day",
        "three table discussions", "closing meeting",
    ]  # fmt: skip
    kinds = {each.id for each in segment_kinds()}
    for each in agendas.values():
        assert {part.kind for part in each.parts} <= kinds
        assert all(part.title and part.minutes > 0 for part in each.parts)
        assert all(part.protected for part in each.parts if part.kind == "break")
    tables = agendas["three table discussions"]
    shape = [(part.kind, part.minutes) for part in tables.parts[1:]]
    assert shape == [
        ("discussion", 10), ("input", 20), ("discussion", 10), ("input", 20), ("discussion", 10),
    ]  # fmt: skip
    assert [len(part.questions) for part in tables.parts if part.kind == "discussion"] == [3, 3, 1]


def test_each_has_a_turn_only_where_something_is_asked_of_each() -> None:
    turns = [part for each in shipped_agendas() for part in each.parts if part.kind in ROUNDS]
    assert {"Check-in", "Closing round"} <= {part.title for part in turns}
    assert [p.title for p in turns if p.kind == CLOSING and not p.questions] == []


@pytest.mark.parametrize("name", ["case-study meeting", "critique meeting", "closing meeting"])
def test_a_two_hour_template_takes_two_hours_with_what_is_raised(
    bench: SeriesBench, name: str
) -> None:
    meeting = bench.plan()
    bench.meetings.raise_this("falls")
    agenda = next(each for each in bench.meetings.templates() if each.name == name)
    change = bench.meetings.use_template(meeting, agenda)
    assert bench.says(change) == f"Put the agenda “{name}” into the meeting no. 1"
    assert bench.again().planned(meeting) == 120
    bench.ws.undo(Room.MEMBERS)
    assert bench.titles(meeting) == []


def test_a_template_is_put_at_the_end_of_what_is_there(bench: SeriesBench) -> None:
    meeting = bench.plan()
    bench.meetings.add_segment(meeting, "Coffee")
    tables = shipped_agendas()[4]
    bench.meetings.use_template(meeting, tables)
    assert bench.titles(meeting) == ["Coffee", *(part.title for part in tables.parts)]


def test_critiques_are_held_on_the_drafts_that_wait(bench: SeriesBench) -> None:
    draft = bench.ws.draft("test", group="north")
    for uid, turn, at in (
        ("new", "", "2026-03-01"),
        ("old", "", "2026-02-01"),
        ("ada's", "ada", "1"),
    ):
        draft.create(Draft(uid=uid, title=f"Draft {uid}", turn=turn))
        draft.create(DraftVersion(uid=f"v-{uid}", draft=uid, at=at))
    bench.ws.commit(draft, room=Room.MEMBERS)
    meeting = bench.plan()
    bench.meetings.use_template(meeting, shipped_agendas()[2])
    held = [each for each in bench.meetings.agenda(meeting) if each.kind == "critique"]
    assert [bench.meetings.held_on(each) for each in held] == [
        "draft “Draft old”",
        "draft “Draft new”",
    ]
    assert {each.title for each in held} == {"Critique A", "Critique B"}
    bench.meetings.hold_on(held[0], "ada's")
    kept = bench.again().segment(held[0].uid)
    assert bench.meetings.held_on(kept) == "draft “Draft ada's”"
    bench.meetings.hold_on(kept, "")
    assert bench.meetings.held_on(bench.meetings.segment(kept.uid)) == ""


def test_an_agenda_is_kept_as_the_groups_own_template(bench: SeriesBench) -> None:
    meeting = bench.plan()
    with pytest.raises(NothingNew, match="The agenda is empty"):
        bench.meetings.keep_template(meeting, "Ours")
    bench.meetings.raise_this("falls")
    bench.meetings.add_segment(meeting, "Welcome", minutes=7, questions=("Who?",), owner="ada")
    with pytest.raises(NoWords):
        bench.meetings.keep_template(meeting, " ")
    change = bench.meetings.keep_template(meeting, " Ours ")
    assert bench.says(change) == "Kept the agenda as the template “Ours”"
    first = bench.again().templates()[0]
    assert (first.name, first.minutes, len(first.parts)) == ("Ours", 17, 2)
    following = bench.plan("2026-03-24")
    bench.meetings.use_template(following, first)
    (part,) = bench.meetings.agenda(following)
    assert (part.title, part.minutes, part.questions, part.owner) == ("Welcome", 7, ("Who?",), "")


def test_a_template_of_the_same_name_takes_its_place_and_can_be_put_away(
    bench: SeriesBench,
) -> None:
    meeting = bench.plan()
    bench.meetings.add_segment(meeting, "Welcome")
    bench.meetings.keep_template(meeting, "Ours")
    bench.meetings.add_segment(meeting, "Pairs")
    bench.meetings.keep_template(meeting, "Ours")
    own = [each for each in bench.meetings.templates() if each.uid]
    assert [len(each.parts) for each in own] == [2]
    change = bench.meetings.put_away_template(own[0])
    assert bench.says(change) == "Put away the template “Ours”"
    assert bench.again().templates() == list(shipped_agendas())
    bench.ws.undo(Room.MEMBERS)
    assert bench.meetings.templates()[0].name == "Ours"


# --- slots


def test_slots_are_offered_in_order_and_one_is_picked_in_one_change(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-03-03", venue="Town hall", area="East", minutes=90)
    for text in ("24 Mar 9:00 Mill", "17 Mar", "17 Mar 10:00"):
        bench.meetings.offer_slot(meeting, text)
    slots = bench.again().meeting(meeting.uid).slots
    assert slots == (
        Slot(on="2026-03-17"), Slot(on="2026-03-17", start="10:00"),
        Slot(on="2026-03-24", start="09:00", venue="Mill"),
    )  # fmt: skip
    before = bench.state()
    change = bench.meetings.pick_slot(meeting, slots[1])
    made = bench.again().meeting(change.about[0])
    assert (made.on, made.start, made.venue, made.area) == (
        "2026-03-17", "10:00", "Town hall", "East",
    )  # fmt: skip
    assert (made.number, made.minutes) == (2, 90)
    assert bench.says(change) == "The next meeting is no. 2: 2026-03-17 10:00"
    bench.ws.undo(Room.MEMBERS)
    assert bench.state() == before


def test_another_pick_moves_the_meeting_that_is_planned(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-03-03")
    for text in ("17 Mar", "24 Mar 9:00 Mill"):
        bench.meetings.offer_slot(meeting, text)
    first, second = bench.meetings.meeting(meeting.uid).slots
    made = bench.meetings.pick_slot(meeting, first).about[0]
    assert bench.meetings.pick_slot(meeting, second).about[0] == made
    assert [each.on for each in bench.again().meetings()] == ["2026-03-03", "2026-03-24"]
    assert bench.meetings.meeting(made).venue == "Mill"
    with pytest.raises(NothingNew):
        bench.meetings.pick_slot(meeting, second)


def test_at_the_end_people_are_told_of_what_was_picked_else_of_what_is_planned_next(
    bench: SeriesBench,
) -> None:
    meeting = bench.plan("2026-03-03")
    assert bench.meetings.following(meeting) is None
    retreat = bench.plan("2026-04-20", title="Retreat", kind="home retreat")
    earlier = bench.plan("2026-02-03")
    assert bench.meetings.following(meeting) == retreat
    assert bench.meetings.following(earlier) == meeting
    bench.meetings.offer_slot(meeting, "5 May")
    meeting = bench.meetings.meeting(meeting.uid)
    made = bench.meetings.pick_slot(meeting, meeting.slots[0]).about[0]
    found = bench.meetings.following(meeting)
    assert found is not None
    assert found.uid == made


def test_a_retreat_that_is_planned_already_stays_where_it_is(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-03-03")
    retreat = bench.plan("2026-04-20", title="Retreat")
    bench.meetings.offer_slot(meeting, "17 Mar")
    (slot,) = bench.meetings.meeting(meeting.uid).slots
    made = bench.meetings.pick_slot(meeting, slot).about[0]
    assert made != retreat.uid
    assert [each.on for each in bench.meetings.meetings()] == [
        "2026-03-03", "2026-03-17", "2026-04-20",
    ]  # fmt: skip


def test_wrong_slots_are_said_in_a_sentence(bench: SeriesBench) -> None:
    meeting = bench.plan("2026-03-03")
    with pytest.raises(WrongDate, match="does not begin with a day"):
        bench.meetings.offer_slot(meeting, "some day")
    with pytest.raises(WrongTime):
        bench.meetings.offer_slot(meeting, "17 Mar 25:00")
    bench.meetings.offer_slot(meeting, "17 Mar")
    with pytest.raises(NoSlot, match="offered already"):
        bench.meetings.offer_slot(meeting, "2026-03-17")
    for n in range(1, MOST):
        bench.meetings.offer_slot(meeting, f"{17 + n} Mar")
    with pytest.raises(NoSlot, match="Take one off first"):
        bench.meetings.offer_slot(meeting, "30 Mar")
    slot = bench.meetings.meeting(meeting.uid).slots[0]
    bench.meetings.take_off_slot(meeting, slot)
    with pytest.raises(NoSlot, match="no longer offered"):
        bench.meetings.pick_slot(meeting, slot)
