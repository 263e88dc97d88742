"""Private facts on the real store: there in BACK, out of reach on FRONT, there again in BACK."""

import pytest

from cartui.backstage.back_service import NotBackStage, NothingWritten
from cartui.backstage.private_facts import FactsFromList, PrivateFacts, constraint_kinds
from cartui.backstage.records import Constraint, PersonBack
from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Person
from cartui.model.problems import NothingToUndo
from cartui.model.rooms import Room
from cartui.services.bringing_in import BringingIn
from tests.backstage.conftest import House


def facts_of(house: House) -> PrivateFacts:
    return PrivateFacts(house.ws, house.now_in)


def test_facts_outlive_the_process_and_are_out_of_reach_on_front(house: House) -> None:
    facts_of(house.back()).write("ada", email="ada@example.org", seniority="senior")
    later = house.reopened()
    assert not later.ws.keeps(PersonBack)
    with pytest.raises(KeyError):
        later.ws.get(PersonBack, "ada")
    kept = facts_of(later.back()).of("ada")
    assert (kept.email, kept.seniority, kept.phone) == ("ada@example.org", "senior", "")
    later.ws.close()


def test_going_front_forgets_what_was_read(house: House) -> None:
    facts_of(house.back()).write("ada", phone="0131 496 0000")
    house.front()
    assert house.ws.back_side is None
    with pytest.raises(KeyError):
        house.ws.get(PersonBack, "ada")


def test_nothing_private_is_written_on_front(house: House) -> None:
    with pytest.raises(NotBackStage):
        facts_of(house).add_constraint("ada", "shift", "nights")
    facts = facts_of(house.back())
    house.room = Room.MEMBERS  # the stage has changed, the files are still about to be closed
    with pytest.raises(NotBackStage):
        facts.write("ada", email="ada@example.org")
    assert not facts.constraints("ada")


def test_only_what_is_different_is_saved(house: House) -> None:
    facts = facts_of(house.back())
    assert facts.write("ada", email="ada@example.org") is not None
    assert facts.write("ada", email=" ada@example.org ") is None
    assert facts.write("ada", email="", phone="") is not None
    assert facts.of("ada") == PersonBack(uid="ada")


def test_a_making_that_was_taken_back_does_not_come_back_with_the_next_fact(house: House) -> None:
    facts = facts_of(house.back())
    facts.write("ada", email="ada@example.org")
    house.ws.undo(Room.BACK)
    assert house.ws.get(PersonBack, "ada") is None
    facts.write("ada", phone="0131 496 0000")
    assert facts.of("ada") == PersonBack(uid="ada", phone="0131 496 0000")
    house.ws.undo(Room.BACK)
    assert facts.of("ada") == PersonBack(uid="ada")
    house.ws.redo(Room.BACK)
    assert facts.of("ada").phone == "0131 496 0000"


def test_constraints_are_added_changed_put_away_and_brought_back(house: House) -> None:
    facts = facts_of(house.back())
    facts.add_constraint("ada", "childcare", "school run until\n9:15")
    facts.add_constraint("ada", "travel", "two buses")
    first, second = facts.constraints("ada")
    assert (first.kind, first.text) == ("childcare", "school run until 9:15")
    facts.change_constraint(second, text="one bus now")
    facts.put_constraint_away(first)
    assert [each.text for each in facts.constraints("ada")] == ["one bus now"]
    house.ws.undo(Room.BACK)
    assert len(facts.constraints("ada")) == 2
    with pytest.raises(NothingWritten):
        facts.add_constraint("ada", " ", "\n")


def test_the_kinds_of_constraint_are_shipped_words() -> None:
    assert [kind.id for kind in constraint_kinds()][:3] == ["travel", "childcare", "shift"]


def test_undo_on_front_neither_shows_nor_takes_back_what_was_done_in_back(house: House) -> None:
    facts_of(house.back()).add_constraint("ada", "shift", "nights")
    house.front()
    house.ws.undo(Room.MEMBERS)  # the building of the programme
    assert house.ws.next_undo(Room.MEMBERS) is None
    with pytest.raises(NothingToUndo):
        house.ws.undo(Room.MEMBERS)
    assert len(house.back().ws.table(Constraint)) == 1


def test_undo_is_silent_as_soon_as_the_room_is_front(house: House) -> None:
    facts_of(house.back()).add_constraint("ada", "shift", "nights")
    following = house.ws.next_undo(Room.MEMBERS)  # the back files are not closed yet
    assert following is not None
    assert following.verb == "test.build"
    house.ws.undo(Room.BACK)
    assert house.ws.next_redo(Room.BACK) is not None
    assert house.ws.next_redo(Room.MEMBERS) is None


ROWS = (
    PersonRow(line=2, name="Ada Fernhollow", email="ada@example.org", agency="Housing"),
    PersonRow(line=3, name="Ben Oakshade", email="ben@example.org", phone="0131 496 0001"),
    PersonRow(line=4, name="Ben Oakshade", email="ben2@example.org"),
)


def bring_in(house: House) -> None:
    BringingIn(house.ws, house.now_in, FactsFromList(house.ws)).bring_in(ROWS)


def test_a_list_brings_people_and_their_addresses_in_one_change(house: House) -> None:
    bring_in(house.back())
    ben = next(p.uid for p in house.ws.table(Person).values() if p.name == "Ben Oakshade")
    facts = facts_of(house)
    assert facts.of("ada").email == "ada@example.org"
    assert facts.of(ben).email == "ben@example.org; ben2@example.org"
    assert facts.of(ben).phone == "0131 496 0001"
    house.ws.undo(Room.BACK)
    assert house.ws.get(Person, ben) is None
    assert not facts.of("ada").email
    house.ws.redo(Room.BACK)
    assert facts.of(ben).phone == "0131 496 0001"


def test_a_list_writes_over_nothing_that_is_kept(house: House) -> None:
    facts_of(house.back()).write("ada", email="old@example.org")
    bring_in(house)
    assert facts_of(house).of("ada").email == "old@example.org; ada@example.org"


def test_a_mixed_change_is_one_and_front_leaves_it_alone(house: House) -> None:
    bring_in(house.back())
    house.front()
    assert len(house.ws.table(Person)) == 2
    following = house.ws.next_undo(Room.MEMBERS)
    assert following is not None
    assert following.verb == "test.build"
    again = house.reopened()
    again_following = again.ws.next_undo(Room.MEMBERS)
    assert again_following is not None
    assert again_following.verb == "test.build"
    again.back().ws.undo(Room.BACK)
    assert len(again.ws.table(Person)) == 1
    assert facts_of(again).of("ada") == PersonBack(uid="ada")
    again.ws.close()
