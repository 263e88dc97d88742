"""What the deck tells of its first example stands in the practice programme, fact by fact."""

from collections import Counter
from datetime import datetime, timedelta

import data
from cartui.backstage.practice import back_story
from cartui.backstage.records import CardBack, Constraint, PersonBack, PrivateNote
from cartui.model.cycles import Card, Status
from cartui.model.people import Membership, Partnership, Person, Programme
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.meetings import Meetings
from cartui.services.roles import is_unpaid
from tests.practice.conftest import Copy

STAGES = ["topic", "data", "storage", "interpretation", "publication"]


def person(copy: Copy, label: str) -> Person:
    return next(each for each in copy.ws.table(Person).values() if each.label == label)


def card(board: Board, words: str) -> Card:
    return next(each for each in board.cards() if words in each.title.lower())


def meetings_of(copy: Copy) -> Meetings:
    return Meetings(copy.ws, lambda: Room.MEMBERS, copy.group.uid)


def whys(board: Board, words: str) -> list[str]:
    return [move.justification for move in board.trail(card(board, words))]


def test_researchers_were_in_the_field_from_january_15_to_december_16_or_so(copy: Copy) -> None:
    programme = next(iter(copy.ws.table(Programme).values()))
    assert (programme.field_start, programme.field_end) == ("2015-01", "2016-12, or so")
    assert programme.practice


def test_partnerships_applied_in_2014(copy: Copy) -> None:
    partnership = next(iter(copy.ws.table(Partnership).values()))
    assert partnership.applied_on == "2014"
    assert partnership.kind == "community planning partnership"
    assert copy.group.partnership == partnership.uid


def test_five_public_service_workers_and_one_community_activist(copy: Copy) -> None:
    roles = [held.role for held in copy.ws.table(Membership).values()]
    assert len(roles) == len(copy.ws.table(Person)) == 6
    assert [role for role in roles if is_unpaid(role)] == ["community activist"]


def test_six_individual_case_studies_across_three_areas(copy: Copy) -> None:
    cards = copy.board.cards()
    assert Counter(owner for each in cards for owner in each.owners) == dict.fromkeys(
        copy.ws.table(Person), 1
    )
    assert Counter(each.area for each in cards) == dict.fromkeys(copy.group.area.split(", "), 2)
    assert {each.area for each in copy.ws.table(Person).values()} == {each.area for each in cards}


def test_ten_meetings_of_two_hours_from_october_15_to_january_17(copy: Copy) -> None:
    held = [each for each in meetings_of(copy).meetings() if each.closed_at]
    meetings = [each.on for each in held]
    assert (len(meetings), meetings[0][:7], meetings[-1][:7]) == (10, "2015-10", "2017-01")
    assert [each.number for each in held] == list(range(1, 11))
    assert {each.minutes for each in held} == {120}
    lasted = [
        datetime.fromisoformat(each.closed_at) - datetime.fromisoformat(each.began_at)
        for each in held
    ]
    assert all(timedelta(minutes=110) < each < timedelta(minutes=180) for each in lasted)
    assert copy.group.meeting_plan == "Ten two-hour meetings"
    days = [move.at[:10] for each in copy.board.cards() for move in copy.board.trail(each)]
    assert set(days) & set(meetings) == set(meetings[1:8]), "the cards move at the meetings"


def test_nothing_happened_outside_those_months(copy: Copy) -> None:
    copy.back()
    days = sorted(change.at for change in copy.ws.changes_since({}))
    assert days[0][:7] == "2015-10"
    assert days[-1][:7] == "2017-01"


def test_the_group_works_in_the_case_study_cycle_and_justifies_each_stage(copy: Copy) -> None:
    template = copy.board.template
    assert [stage.id for stage in template.stages] == STAGES
    assert template.centre_rule == "Justify at each stage = robust case study"


def test_the_topic_came_from_the_partnership_and_the_group_from_the_researchers(
    copy: Copy,
) -> None:
    assert "partnership wanted evidence" in copy.group.topic_proposed_by
    assert "researchers proposed" in copy.group.topic_proposed_by


def test_two_were_published_with_a_critical_description_of_process(copy: Copy) -> None:
    published = [each for each in copy.board.cards() if each.status == Status.PUBLISHED]
    assert [each.title for each in published] == [
        "Asset mapping",
        "Community consultation processes",
    ]
    assert all("website" in each.housed_at for each in published)
    assert all("critical description" in each.housed_at for each in published)


def test_members_disseminate_themselves(copy: Copy) -> None:
    for words in ("asset mapping", "community consultation"):
        one = card(copy.board, words)
        assert "self" in one.next_step
        assert one.next_owner == one.owners[0]


def test_a_third_was_completed_and_not_published_but_used_locally(copy: Copy) -> None:
    third = card(copy.back().board, "area meetings")
    assert (third.status, third.housed_at) == (Status.HELD_LOCALLY, "")
    behind = copy.ws.table(CardBack, copy.group.uid)[third.uid].stop_reason
    assert "qualitative" in behind
    assert "perhaps what it found" in behind
    assert "local managers value it and use it" in behind


def test_there_were_many_iterations(copy: Copy) -> None:
    board = copy.board
    assert card(board, "asset mapping").round == 2
    backward = [each.title for each in board.cards() for move in board.trail(each) if move.backward]
    assert len(backward) >= 2


def test_engagement_was_hard_in_the_three_ways_the_deck_tells(copy: Copy) -> None:
    notes = copy.back().ws.table(PrivateNote).values()
    about = {each.about: each.text for each in notes}
    assert "New desk, new manager" in about[person(copy, "Nadia").uid]
    assert "Workload" in about[person(copy, "Ewan").uid]
    facts = copy.ws.table(PersonBack)
    assert "unpaid volunteer" in facts[person(copy, "Bridie").uid].voluntary


def test_no_usual_work_was_dropped_and_time_was_on_top(copy: Copy) -> None:
    facts = copy.back().ws.table(PersonBack).values()
    assert len(facts) == 6
    assert all(each.duties_dropped.startswith("none") for each in facts)


def test_a_participant_recruited_the_activist(copy: Copy) -> None:
    facts = copy.back().ws.table(PersonBack)[person(copy, "Bridie").uid]
    assert facts.recruited_by.startswith("Callum, who promised her")


def test_they_did_not_all_know_each_other(copy: Copy) -> None:
    facts = copy.back().ws.table(PersonBack)
    assert facts[person(copy, "Nadia").uid].knows == "nobody in the group"


def test_travel_childcare_and_shifts_were_in_the_way(copy: Copy) -> None:
    kinds = {each.kind for each in copy.back().ws.table(Constraint).values()}
    assert {"travel", "childcare", "shift"} <= kinds
    known = {kind["id"] for kind in data.load("words/constraint_kinds", list[dict[str, str]])}
    assert kinds <= known


def test_some_months_had_no_time_at_all(copy: Copy) -> None:
    assert "no time this month" in card(copy.board, "phone tree").next_step


def test_the_centre_talked_more_than_it_did(copy: Copy) -> None:
    loose = [each.text for each in copy.back().ws.table(PrivateNote).values() if not each.about]
    assert any("much talk and little commitment" in text for text in loose)


def test_local_and_central_gatekeepers_are_named_back_stage(copy: Copy) -> None:
    managers = " ".join(each.facts["line_manager"] for each in back_story("one-group").people)
    for name in ("Gordon Haarwood", "Moira Drystane", "Tam Ferrier", "Lena Wick"):
        assert name in managers


def test_the_invented_justifications_stand_in_their_own_words(copy: Copy) -> None:
    board = copy.board
    assert whys(board, "asset mapping")[0].startswith("The maps exist in two forms, so compare")
    assert "Enough conversations; new ones repeat." in whys(board, "consultation")
    back = [move for move in board.trail(card(board, "area meetings")) if move.backward]
    assert [move.justification for move in back] == ["Style challenged; findings rechecked, stand."]
    assert back[0].to_stage == "interpretation"


def test_the_six_stand_where_the_story_leaves_them(copy: Copy) -> None:
    board = copy.board
    standing = {each.title: (each.stage, each.status) for each in board.cards()}
    assert sorted(standing.values()) == [
        ("data", "live"),
        ("interpretation", "live"),
        ("publication", "completed, held locally"),
        ("publication", "published"),
        ("publication", "published"),
        ("topic", "live"),
    ]
    owed = {board.card(move.card).title for move in board.owed()}
    assert owed == {"Festival volunteers", "Residents' phone tree"}
    paused = [move for move in board.trail(card(board, "prescribing")) if move.status == "paused"]
    assert len(paused) == 2
