"""The log of contacts and signals: what is typed is kept, back stage alone, and can be changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.backstage.back_service import NotBackStage, NothingWritten
from cartui.backstage.contact_words import (
    channels,
    contact_line,
    purposes,
    said,
    signal_kinds,
    signal_line,
)
from cartui.backstage.contacts import Contacts, WrongMinutes
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.signals import Signals
from cartui.backstage.wording import BACK_WORDS
from cartui.model.text import clean
from cartui.services.house_words import house_wording
from cartui.services.memberships import WrongDate
from tests.backstage.conftest import House


def contacts_of(house: House) -> Contacts:
    return Contacts(house.ws, house.now_in)


def test_one_line_says_how_long_and_what_about_and_outlives_the_process(house: House) -> None:
    change = contacts_of(house.back()).log(["ada"], "call", "15 min: team moved desk")
    words = house_wording(BACK_WORDS).sentence(change, house.ws)
    assert words == "Logged a contact with Ada Fernhollow"
    house.ws.flush()
    again = house.reopened().back()
    (contact,) = contacts_of(again).of("ada")
    assert (contact.minutes, contact.gist) == (15, "team moved desk")
    assert contact.on == again.ws.today()
    assert contact_line(contact) == "call, 15 min: team moved desk"
    again.ws.close()


def test_several_people_share_one_contact(house: House) -> None:
    contacts = contacts_of(house.back())
    change = contacts.log(["ada", "ben"], "group-mail", "dates until summer")
    assert house_wording(BACK_WORDS).sentence(change, house.ws) == (
        "Logged a contact with 2 people"
    )
    assert contacts.of("ada") == contacts.of("ben") != []


def test_a_gist_may_be_left_empty_but_not_the_person(house: House) -> None:
    contacts = contacts_of(house.back())
    contacts.log(["ada"], "text", "")
    assert contact_line(contacts.of("ada")[0]) == "text"
    with pytest.raises(NothingWritten):
        contacts.log([], "call", "to nobody")


def test_the_newest_day_comes_first_whenever_it_was_written_down(house: House) -> None:
    contacts = contacts_of(house.back())
    contacts.log(["ada"], "call", "today")
    contacts.log(["ada"], "call", "long ago", on="2015-11-10")
    assert [each.gist for each in contacts.of("ada")] == ["today", "long ago"]


def test_each_part_can_be_changed_and_wrong_ones_change_nothing(house: House) -> None:
    contacts = contacts_of(house.back())
    contacts.log(["ada"], "call", "10 min: no hours this month")
    for fields in (
        {"gist": "no hours until May"},
        {"minutes": "25 min"},
        {"on": "2016-03-15"},
        {"began": "she"},
        {"follow_up": "one page"},
        {"channel": "in-person"},
    ):
        assert contacts.change(contacts.of("ada")[0], **fields) is not None
    (contact,) = contacts.of("ada")
    assert contact.on == "2016-03-15"
    assert contact_line(contact) == (
        "in person, 25 min: no hours until May; she began it. Next: one page"
    )
    for wrong, problem in (
        ({"minutes": "a while"}, WrongMinutes),
        ({"minutes": "1441"}, WrongMinutes),
        ({"minutes": "\N{ARABIC-INDIC DIGIT THREE}"}, WrongMinutes),
        ({"on": "someday"}, WrongDate),
    ):
        with pytest.raises(problem):
            contacts.change(contact, **wrong)
    assert contacts.of("ada") == [contact]
    assert contacts.change(contact, gist=contact.gist) is None


def test_a_purpose_is_said_and_taken_away_again(house: House) -> None:
    contacts = contacts_of(house.back())
    contacts.log(["ada"], "call", "")
    contact = contacts.of("ada")[0]
    contacts.turn_purpose(contact, "reassurance")
    contacts.turn_purpose(contact, "mentoring")
    assert contact_line(contacts.of("ada")[0]) == "call (reassurance, mentoring)"
    contacts.turn_purpose(contact, "reassurance")
    assert contacts.of("ada")[0].purposes == ("mentoring",)


def test_a_note_becomes_a_contact_in_one_change_that_can_be_taken_back(house: House) -> None:
    notes, contacts = PrivateNotebook(house.back().ws, house.now_in), contacts_of(house)
    notes.write("ada", "called me\nfrom the bus")
    (note,) = notes.about("ada")
    contacts.from_note(note, "ada", "call", "2026-03-01")
    assert notes.about("ada") == []
    (contact,) = contacts.of("ada")
    assert (contact.gist, contact.on) == ("called me from the bus", "2026-03-01")
    house.ws.undo(house.room)
    assert contacts.of("ada") == []
    assert [each.text for each in notes.about("ada")] == ["called me\nfrom the bus"]


def test_what_was_put_away_comes_back(house: House) -> None:
    contacts, signals = contacts_of(house.back()), Signals(house.ws, house.now_in)
    contacts.log(["ada"], "call", "one")
    contacts.put_away(contacts.of("ada")[0])
    assert contacts.of("ada") == []
    house.ws.undo(house.room)
    assert len(contacts.of("ada")) == 1
    signals.note("ada", "workload", "")
    signals.put_away(signals.of("ada")[0])
    assert signals.of("ada") == []


def test_a_signal_is_a_word_and_ones_own_words(house: House) -> None:
    signals = Signals(house.back().ws, house.now_in)
    signals.note("ada", "workload", "no hours until the festival")
    assert signal_line(signals.of("ada")[0]) == "workload: no hours until the festival"
    assert signals.reword(signals.of("ada")[0], "") is not None
    assert signal_line(signals.of("ada")[0]) == "workload"
    with pytest.raises(NothingWritten):
        signals.note("ada", "", " ")


def test_none_of_it_can_be_written_on_front(house: House) -> None:
    with pytest.raises(NotBackStage):
        contacts_of(house).log(["ada"], "call", "plover")
    with pytest.raises(NotBackStage):
        Signals(house.ws, house.now_in).note("ada", "quiet", "plover")


def test_each_letter_takes_one_way_of_being_in_touch() -> None:
    letters = [each.key for each in channels()]
    assert len({*letters}) == len(letters) == 5
    assert all(letters)
    assert len(purposes()) == 12
    assert len(signal_kinds()) == 6


@pytest.mark.parametrize(
    ("typed", "minutes", "gist"),
    [
        ("15 min: asked", 15, "asked"),
        ("15 min asked", 15, "asked"),
        ("5' asked", 5, "asked"),
        ("90min", 90, ""),
        ("15 people came", 0, "15 people came"),
        ("15 minutes of fame", 15, "of fame"),
        ("15 mint tins", 0, "15 mint tins"),
        ("1500 min", 0, "1500 min"),
        ("", 0, ""),
    ],
)
def test_minutes_stand_first(typed: str, minutes: int, gist: str) -> None:
    assert said(typed) == (minutes, gist)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_lost(typed: str) -> None:
    minutes, gist = said(typed)
    assert clean(typed).endswith(gist)
    before = clean(typed)[: len(clean(typed)) - len(gist)]
    assert before == "" or before.lstrip("0").startswith(str(minutes or ""))
