"""The brief on a person: what both sides of the house know of them, read in BACK alone."""

import pytest

from cartui.backstage.back_service import NotBackStage
from cartui.backstage.briefs import NEVER, Briefs, as_text
from cartui.backstage.contacts import Contacts
from cartui.backstage.private_facts import PrivateFacts
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.signals import Signals
from cartui.model.drafts import Draft
from cartui.model.meetings import CaptureKind
from cartui.model.people import Membership, Person
from cartui.model.rules import Position
from cartui.services.captures import Captures
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.services.presences import Presences
from tests.backstage.conftest import House


def brief_on(house: House, person: str = "ada") -> dict[str, tuple[str, ...]]:
    parts = Briefs(house.ws, house.now_in).of(person)
    return {part.title: part.lines for part in parts}


def test_of_somebody_of_whom_nothing_is_known_it_says_so(house: House) -> None:
    assert brief_on(house.back()) == {"Last contacts": (NEVER,)}


def test_it_gathers_what_is_written_in_nine_places(house: House) -> None:
    front = house
    group, today = "north", house.ws.today()
    meetings = Meetings(front.ws, front.now_in, group)
    held = meetings.meeting(meetings.add(on=today, start="10:00").about[0])
    meetings.begin(held)
    Presences(front.ws, front.now_in, group).mark(held, {"ada": "late"})
    captures = Captures(front.ws, front.now_in, group)
    captures.capture(held, "", CaptureKind.ACTION, "ada: ask for the log, 2099-01-01")
    captures.capture(held, "", CaptureKind.ACTION, "nobody: ask for nothing")
    ben = front.ws.draft("test.ben")
    ben.create(Person(uid="ben", name="Ben Okoro"))
    ben.create(Membership(uid="ben-north", person="ben", group=group))
    front.ws.commit(ben, room=front.room)
    rules = GroundRules(front.ws, front.now_in, group)
    rules.propose("We listen")
    rules.adopt(rules.rules()[0].rule, {"ben": Position.AGREE})
    turn = front.ws.draft("test.turn", group=group)
    turn.create(Draft(uid="map", card="falls", title="The map", turn="ada"))
    turn.create(Draft(uid="other", card="falls", title="Not hers"))
    front.ws.commit(turn, room=front.room)

    ws, room = house.back().ws, house.now_in
    PrivateWhys(ws, room).write(ws.table(Membership)["ada-north"], "to be heard")
    contacts = Contacts(ws, room)
    for number in range(4):
        contacts.log(["ada"], "call", f"talk {number}", on=f"2026-01-0{number + 1}")
    Signals(ws, room).note("ada", "workload", "no hours")
    facts = PrivateFacts(ws, room)
    facts.add_constraint("ada", "travel", "two buses")
    facts.write("ada", preferred_channel="text", phone="1")
    PrivateNotebook(ws, room).write("ada", "quiet today")
    PrivateRaising(ws, room, group).raise_about("ada", "her manager")
    found = brief_on(house)
    assert found == {
        "Why they joined": ("“to be heard”",),
        "Last contacts": tuple(f"2026-01-0{n}  call: talk {n - 1}" for n in (4, 3, 2)),
        "Signals": (f"{today}  workload: no hours",),
        "What makes it hard": ("travel, two buses",),
        "Owed": (
            "action: ask for the log, due 2099-01-01",
            "their turn: the draft “The map”",
            "has not taken a position on every ground rule",
        ),
        "To raise": ("her manager",),
        "Your notes": ("quiet today",),
        "At meetings": ("late 1",),
        "Best reached by": ("text", "1"),
    }
    text = as_text("Ada", Briefs(ws, room).of("ada"))
    assert text.startswith("Ada\n\nWhy they joined\n  “to be heard”\n\nLast contacts\n")


def test_who_has_left_a_group_owes_it_nothing(house: House) -> None:
    turn = house.ws.draft("test.turn", group="north")
    turn.create(Draft(uid="map", card="falls", title="The map", turn="ada"))
    turn.set(house.ws.table(Membership)["ada-north"], group="", left="2020-01-01")
    house.ws.commit(turn, room=house.room)
    assert "Owed" not in brief_on(house.back())


def test_it_is_not_read_on_front(house: House) -> None:
    with pytest.raises(NotBackStage):
        Briefs(house.ws, house.now_in).of("ada")
