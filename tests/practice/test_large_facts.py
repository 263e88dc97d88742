"""What the deck tells of its large programme stands in the practice programme, fact by fact."""

from collections import Counter

import pytest

from cartui.model.cycles import Status
from cartui.model.notes import Note
from cartui.model.people import Membership, Partnership, Programme
from cartui.model.rules import Position
from cartui.practice.large_story import large_story
from cartui.services.roles import is_unpaid
from tests.practice.large_hall import TOLD_ON, Large

SEATS = {"Welfare": 28, "Family": 28, "School": 27, "Strategy": 12}


def test_eighty_seven_people_of_fourteen_agencies_hold_ninety_five_memberships(
    large: Large,
) -> None:
    assert len(list(large.people)) == 87
    assert len({person.agency for person in large.people}) == 14
    assert {group: len(large.members(group)) for group in large.groups} == SEATS
    assert len(large.ws.table(Membership)) == sum(SEATS.values()) == 95
    held = Counter(each.person for each in large.ws.table(Membership).values())
    assert Counter(held.values()) == {1: 79, 2: 8}


def test_one_strategy_group_and_three_inquiry_groups_work_in_one_cycle(large: Large) -> None:
    kinds = Counter(group.kind for group in large.groups.values())
    assert kinds == {"strategy": 1, "inquiry": 3}
    assert {group.cycle for group in large.groups.values()} == {"CPP2-10"}
    assert all(len(large.board(group).stages()) == 10 for group in large.groups)


def test_it_is_a_practice_programme_of_one_partnership(large: Large) -> None:
    assert next(iter(large.ws.table(Programme).values())).practice
    (partnership,) = large.ws.table(Partnership).values()
    assert {group.partnership for group in large.groups.values()} == {partnership.uid}


@pytest.mark.parametrize(
    ("title", "group", "status", "reason", "learning"),
    [
        ("Welfare hub and spokes", "Welfare", Status.REDIRECTED, "", "one building"),
        ("Welfare reform and data sharing", "Welfare", Status.LIVE, "", ""),
        ("Family hub and spokes", "Family", Status.STOPPED, "no shared vision", "as a team"),
        ("Family fun sessions", "Family", Status.LIVE, "", ""),
        (
            "School intervention programme",
            "School",
            Status.STOPPED,
            "clash with operations",
            "topic",
        ),
        ("School partnership", "School", Status.PUBLISHED, "", "between the professions"),
    ],
)
def test_each_inquiry_stands_where_the_deck_leaves_it(
    large: Large, title: str, group: str, status: Status, reason: str, learning: str
) -> None:
    board, card = large.card(title)
    assert board.group_uid == large.groups[group].uid
    assert (card.kind, card.status, card.stop_reason) == ("inquiry", status, reason)
    assert learning in card.learning


def test_there_are_six_inquiries_and_the_live_ones_were_acted_on_and_reflected_on(
    large: Large,
) -> None:
    assert sum(len(large.board(group).cards()) for group in large.groups) == 6
    assert large.card("Welfare reform and data sharing")[1].stage == "evaluating"
    assert large.card("Family fun sessions")[1].stage == "reflecting"


def test_the_redirected_inquiry_leads_to_its_successor(large: Large) -> None:
    board, hub = large.card("Welfare hub and spokes")
    assert board.card(hub.led_to).title == "Welfare reform and data sharing"


def test_moves_have_their_whys_and_two_are_owed(large: Large) -> None:
    owed = {group: len(large.board(group).owed()) for group in large.groups}
    assert owed == {"Welfare": 1, "Family": 0, "School": 1, "Strategy": 0}
    trails = [
        large.board(group).trail(card)
        for group in large.groups
        for card in large.board(group).cards()
    ]
    assert sum(bool(move.justification) for trail in trails for move in trail) > 25
    assert sum(move.backward for trail in trails for move in trail) == 3


def test_one_inquiry_has_no_owner_and_the_others_have_members_of_their_group(
    large: Large,
) -> None:
    owners = {
        card.title: card.owners
        for group in large.groups
        for card in large.board(group).cards()
        if set(card.owners) <= {held.person for held in large.members(group)}
    }
    assert len(owners) == 6
    assert [title for title, held in owners.items() if not held] == [
        "School intervention programme"
    ]


def test_two_people_are_of_one_name_and_of_different_agencies(large: Large) -> None:
    names = Counter(person.name for person in large.people)
    (name,) = [name for name, count in names.items() if count > 1]
    assert len({person.agency for person in large.people if person.name == name}) == 2


def test_some_came_later_some_gave_up_a_seat_and_some_are_not_paid(large: Large) -> None:
    for group in ("Welfare", "Family", "School"):
        held = large.members(group)
        assert len({each.joined for each in held}) == 3, "two came later"
        assert [each for each in held if is_unpaid(each.role)]
    left = [each for each in large.ws.table(Membership).values() if each.left]
    assert len(left) == 2
    assert {each.person for each in left} <= {
        each.person for each in large.ws.table(Membership).values() if not each.left
    }, "they are still in the other of their groups"


def test_rules_stand_in_versions_and_newcomers_have_not_adopted_them(large: Large) -> None:
    versions = {group: len(large.rules(group).versions()) for group in large.groups}
    assert versions == {"Welfare": 2, "Family": 4, "School": 3, "Strategy": 3}
    waiting = {group: len(large.rules(group).waiting()) for group in large.groups}
    assert waiting == {"Welfare": 2, "Family": 2, "School": 2, "Strategy": 1}
    assert len(large.rules("Family").rules(away=True)) == 1
    (proposed,) = [line for line in large.rules("Welfare").rules() if line.holds is None]
    assert proposed.not_yet == list(proposed.asked)


def test_a_rule_was_objected_to_with_a_reason_and_one_reason_is_owed(large: Large) -> None:
    objections = [
        line.taken[member.uid].reason
        for group in large.groups
        for line in large.rules(group).rules()
        for member in line.standing(Position.OBJECT)
    ]
    assert objections == ["In our place there are two of us. What is done is who does it."]
    assert sum(len(large.rules(group).owed()) for group in large.groups) == 1


def test_reviews_are_due_in_three_groups(large: Large) -> None:
    due = {group for group in large.groups if large.rules(group).due()}
    assert due == {"Family", "School", "Strategy"}


def test_there_were_two_home_retreats_of_two_days(large: Large) -> None:
    texts = [note.text for note in large.ws.table(Note).values()]
    assert sum("home retreat" in text for text in texts) == 2
    assert sum("policy officers" in text.lower() for text in texts) == 1


def test_nothing_happened_outside_those_months(large: Large) -> None:
    days = sorted(change.at[:10] for change in large.back().ws.changes_since({}))
    assert days[0] == large_story().programme.on
    assert days[-1] < TOLD_ON.isoformat()
