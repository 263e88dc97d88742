"""Ground rules on a real workspace: wordings, positions, versions, reviews, uses; read back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.kinds import OPEN
from cartui.model.meetings import Attendance, Meeting
from cartui.model.people import Person
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.model.rules import Adoption, Position, Rule, RuleUse, Wording
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_adopting import NobodyToAsk, NoPosition, tally
from cartui.services.ground_rules_words import outcomes, positions, purposes, starters
from cartui.services.ground_rules_writing import AtTheEnd
from cartui.services.group_service import NothingNew, NoWords
from cartui.services.memberships import WrongDate
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.conftest import StillClock
from tests.services.rules_bench import RulesBench

AGREE, LIVE, ASIDE, OBJECT = Position


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[RulesBench]:
    bench = RulesBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def adopted(bench: RulesBench, *texts: str) -> list[Rule]:
    rules = [bench.propose(text) for text in texts]
    for rule in rules:
        bench.rules.rest_agree(rule)
    return rules


# -- words


def test_a_rule_is_proposed_and_stands_after_the_others(bench: RulesBench) -> None:
    bench.propose("  We listen \n first ")
    change = bench.rules.propose("Titles stay outside", "challenge", meeting=1)
    bench.again()
    assert bench.texts() == ["We listen first", "Titles stay outside"]
    rule = bench.line(1).rule
    assert (rule.purpose, rule.meeting, rule.made_on) == ("challenge", 1, "2026-03-02")
    assert bench.says(change) == "Proposed the rule “Titles stay outside”"
    assert bench.line(1).is_proposed


def test_a_rule_needs_words(bench: RulesBench) -> None:
    with pytest.raises(NoWords, match="needs words"):
        bench.rules.propose(" \n ")
    rule = bench.propose("one")
    with pytest.raises(NoWords):
        bench.rules.reword(rule, "")
    with pytest.raises(NothingNew):
        bench.rules.reword(rule, "one")


def test_words_that_nobody_has_stood_on_are_put_right_in_place(bench: RulesBench) -> None:
    rule = bench.propose("Be kin")
    bench.rules.reword(rule, "Be kind")
    bench.again()
    assert [each.text for each in bench.line().wordings] == ["Be kind"]


@pytest.mark.parametrize("position", Position)
def test_words_that_somebody_has_stood_on_stay_and_new_ones_come_beside(
    bench: RulesBench, position: Position
) -> None:
    rule = bench.propose("Read the draft")
    bench.rules.adopt(rule, {"ada": position})
    change = bench.rules.reword(rule, "Read two pages")
    bench.again()
    assert [each.text for each in bench.line().wordings] == ["Read the draft", "Read two pages"]
    assert [each.number for each in bench.line().wordings] == [1, 2]
    assert [member.name for member in bench.line().not_yet] == ["Ada", "Ben", "Carys"]
    assert "not adopted yet" in bench.says(change)


def test_a_slip_in_a_position_taken_back_does_not_hold_the_words(bench: RulesBench) -> None:
    rule = bench.propose("Read the draft")
    bench.rules.adopt(rule, {"ada": AGREE})
    bench.rules.unmark(rule, "ada")
    bench.rules.reword(rule, "Read two pages")
    assert len(bench.line().wordings) == 1


def test_the_room_sees_the_words_that_hold_until_new_ones_are_adopted(bench: RulesBench) -> None:
    first, _ = adopted(bench, "Read the draft", "Begin on time")
    bench.propose("Name tensions kindly")
    bench.rules.reword(first, "Read two pages")
    assert bench.again().shown() == ("Read the draft", "Begin on time")
    bench.rules.adopt(first, {"ben": LIVE})
    assert bench.again().shown() == ("Read two pages", "Begin on time")


def test_starters_are_proposed_together_and_taken_back_together(bench: RulesBench) -> None:
    bench.rules.start_with(starters())
    assert len(bench.again().rules()) == len(starters()) == 3
    assert {line.rule.purpose for line in bench.rules.rules()} <= {each.id for each in purposes()}
    bench.ws.undo(Room.MEMBERS)
    assert bench.again().rules() == []


# -- order, retiring


def test_rules_change_places_one_or_several(bench: RulesBench) -> None:
    one, two, three = (bench.propose(text) for text in "123")
    bench.rules.reorder(1, one, two)
    bench.again()
    assert bench.texts() == ["3", "1", "2"]
    bench.rules.reorder(-1, two)
    assert bench.texts() == ["3", "2", "1"]
    with pytest.raises(AtTheEnd):
        bench.rules.reorder(-1, three)


def test_a_retired_rule_stays_in_the_versions_and_comes_back(
    bench: RulesBench, clock: StillClock
) -> None:
    one, _ = adopted(bench, "one", "two")
    clock.pass_time(days=7)
    bench.rules.retire(one)
    bench.again()
    assert bench.texts() == ["two"]
    assert [line.text for line in bench.rules.rules(away=True)] == ["one"]
    assert [[line.text for line in each.lines] for each in bench.rules.versions()] == [
        ["one", "two"],
        ["two"],
    ]
    bench.rules.bring_back(bench.rules.rules(away=True)[0].rule)
    bench.again()
    assert bench.texts() == ["one", "two"]
    assert len(bench.rules.versions()) == 1, "by the end of the day nothing had changed after all"


def test_a_rule_taken_back_elsewhere_is_said_to_be_gone(bench: RulesBench) -> None:
    rule = bench.propose("one")
    bench.ws.undo(Room.MEMBERS)
    for verb in (bench.rules.retire, bench.rules.use, lambda r: bench.rules.reword(r, "x")):
        with pytest.raises(NotFoundHere):
            verb(rule)


# -- the round


def test_positions_are_kept_by_person_and_wording(bench: RulesBench) -> None:
    rule = bench.propose("one")
    change = bench.rules.adopt(rule, {"ada": LIVE})
    assert bench.says(change) == "Ada can live with it: “one”"
    rest = bench.rules.rest_agree(rule)
    assert bench.says(rest) == "2 people agree: “one”"
    bench.again()
    assert tally(bench.line()) == [(AGREE, 2), (LIVE, 1)]
    assert [member.name for member in bench.line().standing(LIVE)] == ["Ada"]
    with pytest.raises(NobodyToAsk):
        bench.rules.rest_agree(rule)
    with pytest.raises(NothingNew):
        bench.rules.adopt(rule, {"ada": LIVE})


def note_who_is_away(bench: RulesBench, meeting: Meeting, **states: str) -> None:
    draft = bench.ws.draft("test.attendance", group="north")
    draft.create(meeting)
    for person, state in states.items():
        uid = f"{meeting.uid}.{person}"
        draft.create(Attendance(uid=uid, meeting=meeting.uid, person=person, state=state))
    bench.ws.commit(draft, room=Room.MEMBERS)


def test_nobody_agrees_among_the_rest_who_is_noted_as_away_today(bench: RulesBench) -> None:
    note_who_is_away(bench, Meeting(uid="then", on="2026-01-05"), ben="absent")
    note_who_is_away(
        bench, Meeting(uid="now", on=bench.ws.today()), ada="late", ben="left early", carys="absent"
    )
    rule = bench.propose("one")
    bench.rules.rest_agree(rule)
    assert [member.name for member in bench.line().not_yet] == ["Carys"]
    with pytest.raises(NobodyToAsk, match="who is away"):
        bench.rules.rest_agree(rule)
    bench.rules.adopt(rule, {"carys": AGREE})  # asked by telephone
    assert tally(bench.line()) == [(AGREE, 3)]


def test_those_who_left_and_facilitators_are_not_asked_and_newcomers_are(
    bench: RulesBench,
) -> None:
    (rule,) = adopted(bench, "one")
    assert bench.rules.not_yet(rule) == []
    bench.join("Esi", order=5.0, joined="2026-03-02")
    bench.join("Finn", order=6.0, role="lead facilitator")
    bench.again()
    assert [member.name for member in bench.rules.not_yet(rule)] == ["Esi"]
    assert [member.name for member in bench.rules.waiting()] == ["Esi"]


def test_people_of_one_name_are_told_apart(bench: RulesBench) -> None:
    bench.join("Ada2", order=7.0)
    draft = bench.ws.draft("rename")
    draft.set(bench.ws.table(Person)["ada2"], name="Ada", label="of the harbour")
    bench.ws.commit(draft, room=Room.MEMBERS)
    names = [member.name for member in bench.rules.asked()]
    assert len(set(names)) == len(names) == 4


def test_a_reason_is_owed_by_who_stands_aside_or_objects(bench: RulesBench) -> None:
    rule = bench.propose("one")
    bench.rules.adopt(rule, {"ada": ASIDE, "ben": OBJECT, "carys": LIVE})
    assert [owed.name for owed in bench.rules.owed()] == ["Ada", "Ben"]
    bench.rules.give_reason(rule, "ben", " not in front\nof managers ")
    bench.rules.give_reason(rule, "carys", "near enough")
    bench.again()
    assert [owed.name for owed in bench.rules.owed()] == ["Ada"]
    assert bench.line().taken["ben"].reason == "not in front of managers"
    bench.rules.adopt(rule, {"ben": ASIDE})
    bench.again()
    assert bench.line().taken["ben"].reason == "", "it was a reason to object"
    with pytest.raises(NoPosition):
        bench.rules.give_reason(bench.propose("two"), "ada", "why")


def test_an_objection_is_not_lost_nor_left_over_when_marks_are_taken_back(
    bench: RulesBench,
) -> None:
    """A mark that was undone must not show through the next one of the same person."""
    rule = bench.propose("one")
    bench.rules.adopt(rule, {"ada": OBJECT})
    bench.rules.give_reason(rule, "ada", "no")
    bench.ws.undo(Room.MEMBERS)
    bench.ws.undo(Room.MEMBERS)
    bench.rules.adopt(rule, {"ada": AGREE})
    bench.again()
    taken = bench.line().taken["ada"]
    assert (taken.position, taken.reason) == (AGREE.value, "")
    bench.ws.undo(Room.MEMBERS)
    bench.again()
    assert bench.line().taken == {}
    bench.ws.redo(Room.MEMBERS)
    bench.again()
    assert bench.line().taken["ada"].position == AGREE.value


def test_two_windows_that_mark_one_person_meet_in_one_record(bench: RulesBench) -> None:
    rule = bench.propose("one")
    other = Workspace.open(bench.folder, open_kinds=OPEN, identity=bench.identity)
    bench.rules.adopt(rule, {"ada": AGREE})
    GroundRules(other, lambda: Room.MEMBERS, "north").adopt(rule, {"ada": OBJECT})
    other.close()
    bench.again()
    assert len(bench.ws.table(Adoption, "north")) == 1
    assert bench.line().taken["ada"].position == OBJECT.value


# -- versions


def test_what_is_adopted_on_one_day_is_one_version(bench: RulesBench, clock: StillClock) -> None:
    first, _ = adopted(bench, "one", "two")
    assert [(v.number, v.on) for v in bench.rules.versions()] == [(1, "2026-03-02")]
    clock.pass_time(days=30)
    bench.rules.adopt(first, {"ada": LIVE})
    assert len(bench.rules.versions()) == 1, "the same words are the same version"
    bench.rules.reword(first, "one, reworded")
    assert len(bench.rules.versions()) == 1, "nobody stands behind the new words yet"
    bench.rules.rest_agree(first)
    adopted(bench, "three")
    bench.again()
    assert [(v.number, v.on) for v in bench.rules.versions()] == [
        (1, "2026-03-02"),
        (2, "2026-04-01"),
    ]
    assert [[line.text for line in v.lines] for v in bench.rules.versions()] == [
        ["one", "two"],
        ["one, reworded", "two", "three"],
    ]


def test_a_change_of_order_is_no_version(bench: RulesBench, clock: StillClock) -> None:
    one, _ = adopted(bench, "one", "two")
    clock.pass_time(days=1)
    bench.rules.reorder(1, one)
    bench.rules.adopt(one, {"ada": LIVE})
    assert len(bench.again().versions()) == 1


def test_a_lone_objection_adopts_nothing_and_does_not_unmake_a_rule(bench: RulesBench) -> None:
    rule = bench.propose("one")
    bench.rules.adopt(rule, {"ada": OBJECT, "ben": ASIDE})
    assert bench.rules.versions() == []
    assert bench.rules.shown() == ()
    (other,) = adopted(bench, "two")
    bench.rules.adopt(other, {"ada": OBJECT})
    assert bench.again().shown() == ("two",)


def test_the_version_goes_with_the_last_position_that_is_taken_away(bench: RulesBench) -> None:
    rule = bench.propose("one")
    bench.rules.adopt(rule, {"ada": AGREE})
    bench.rules.unmark(rule, "ada")
    assert bench.again().versions() == []


def test_what_is_on_the_table_differs_from_what_is_adopted(bench: RulesBench) -> None:
    (rule,) = adopted(bench, "one")
    bench.rules.reword(rule, "one more")
    bench.propose("two")
    assert [line.text for line in bench.rules.on_the_table().lines] == ["one more", "two"]


def test_no_version_is_reworded_afterwards(bench: RulesBench, clock: StillClock) -> None:
    rule = bench.propose("one")
    bench.rules.adopt(rule, {"ada": AGREE})
    clock.pass_time(days=7)
    bench.rules.unmark(rule, "ada")
    bench.rules.reword(rule, "quite another")
    bench.again()
    texts = [[line.text for line in each.lines] for each in bench.rules.versions()]
    assert texts == [["one"], []]


# -- used, reviewed


def test_a_use_is_counted_without_a_name_or_an_hour(bench: RulesBench, clock: StillClock) -> None:
    (rule,) = adopted(bench, "one")
    bench.rules.use(rule)
    bench.rules.reword(rule, "one more")
    clock.pass_time(days=3)
    change = bench.rules.use(rule, meeting=2)
    bench.again()
    carried = bench.rules.carried(rule)
    assert (carried.now, carried.ever, carried.last) == (1, 2, "2026-03-05")
    assert set(RuleUse.__struct_fields__) == {"uid", "rule", "wording", "on", "meeting"}
    assert {each.on for each in bench.ws.table(RuleUse, "north").values()} == {
        "2026-03-02",
        "2026-03-05",
    }
    assert bench.says(change) == "Noted that rule 1 was used. No name is kept"
    assert [c.verb for c in bench.ws.history(rule.uid) if c.verb == "rules.use"] == []


def test_a_review_has_a_day_and_an_outcome(bench: RulesBench, clock: StillClock) -> None:
    one, two = adopted(bench, "one", "two")
    bench.rules.set_review("1.5.2026", one, two)
    with pytest.raises(WrongDate):
        bench.rules.set_review("some day", one)
    assert bench.again().due() == []
    clock.pass_time(days=60)
    assert [rule.uid for rule in bench.rules.due()] == [one.uid, two.uid]
    change = bench.rules.reviewed("keep", one)
    assert bench.says(change) == "Looked again at the rule “one”: keep"
    bench.again()
    rule = bench.line().rule
    assert (rule.reviewed_on, rule.outcome, rule.review_due) == ("2026-05-01", "keep", "")
    assert [rule.uid for rule in bench.rules.due()] == [two.uid]


def test_a_review_that_retires_makes_a_version(bench: RulesBench, clock: StillClock) -> None:
    one, _ = adopted(bench, "one", "two")
    clock.pass_time(days=60)
    bench.rules.reviewed("retire", one)
    bench.again()
    assert bench.texts() == ["two"]
    assert [len(v.lines) for v in bench.rules.versions()] == [2, 1]
    bench.ws.undo(Room.MEMBERS)
    bench.again()
    assert bench.texts() == ["one", "two"]


def test_the_shipped_words_fit_the_model() -> None:
    assert list(positions()) == list(Position)
    assert [each.key for each in positions().values()] == ["a", "c", "s", "o"]
    assert [each.id for each in outcomes()] == ["keep", "reword", "retire", "add"]
    assert [each.id for each in purposes()] == ["challenge", "confidentiality", "time", "other"]


def test_a_rule_whose_words_are_missing_is_passed_over(bench: RulesBench) -> None:
    rule = bench.propose("one")
    draft = bench.ws.draft("test.damage", group="north")
    draft.delete(bench.ws.table(Wording, "north")[bench.line().wording.uid])
    bench.ws.commit(draft, room=Room.MEMBERS)
    assert bench.again().rules() == []
    with pytest.raises(NotFoundHere):
        bench.rules.line(rule)
