"""The meetings of the large programme: each group's own, and the two home retreats of all four."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle

from msgspec import Struct
from msgspec.structs import replace

import data
from cartui.model.meetings import CaptureKind, Outcome, Presence
from cartui.practice.dice import Dice
from cartui.practice.large_people import FOLDER, Someone
from cartui.practice.large_story import OneGroup
from cartui.practice.meeting_story import MeetingStories, MeetingStory, Part, Said, meeting_acts
from cartui.practice.telling import Act

HOST = "strategy"
"""The group that holds the retreats."""
CHANCES = {
    Presence.PRESENT: 0.78, Presence.LATE: 0.04, Presence.LEFT_EARLY: 0.03,
    Presence.APOLOGIES: 0.11, Presence.ABSENT: 0.04,
}  # fmt: skip


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and where a group meets, turn by turn; `planned` is how many days before."""

    start: str
    minutes: int
    agenda: str
    planned: int
    venues: tuple[str, ...]


class Retreat(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One day of a home retreat."""

    id: str
    planned: str
    on: str
    agenda: str
    title: str
    minutes: int


class RetreatRoom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and where the retreats are held."""

    start: str
    venue: str
    area: str


class Decided(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision, and how it was reached if that was written down."""

    text: str
    how: str


class LargeMeetings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the meetings are put together from. `rooms` and `coming` are by the group's id."""

    agendas: Mapping[str, tuple[Part, ...]]
    rooms: Mapping[str, Place]
    coming: Mapping[str, str]
    retreats: tuple[Retreat, ...]
    retreat_room: RetreatRoom
    decisions: tuple[Decided, ...]
    actions: tuple[str, ...]
    parked: tuple[str, ...]
    questions: tuple[str, ...]


def large_meeting_acts(groups: tuple[OneGroup, ...], people: list[Someone]) -> Iterator[Act]:
    """Yield every act of all meetings; not yet in the order of time."""
    told = data.load(f"{FOLDER}/meetings", LargeMeetings)
    others = tuple(group.id for group in groups if group.id != HOST)
    for group in groups:
        held = list(_own(told, group, people))
        if group.id == HOST:
            held += _retreats(told, others, people)
            held.sort(key=lambda each: each.on)
        stories = MeetingStories(agendas=told.agendas, meetings=tuple(held))
        yield from (replace(act, group=group.id) for act in meeting_acts(stories))


def _own(told: LargeMeetings, group: OneGroup, people: list[Someone]) -> Iterator[MeetingStory]:
    dice, place = Dice(f"meetings of {group.id}"), told.rooms[group.id]
    venues, areas = cycle(place.venues), cycle(group.area.split(", "))
    lines = _Lines(told, dice)
    coming = [told.coming[group.id]] if group.id in told.coming else []
    for number, day in enumerate([*group.meetings, *coming], 1):
        here = _seated({group.id}, people, day)
        held = day not in coming
        attendance = _attendance(dice, here) if held else {}
        gone = {seat for seats in attendance.values() for seat in seats}
        there = [seat for seat in here if seat not in gone]
        planned = max(group.on, _before(day, place.planned)) if held else group.meetings[-1]
        yield MeetingStory(
            id=f"{group.id}-meeting-{number}", on=day, planned=planned, start=place.start,
            minutes=place.minutes, agenda=place.agenda, venue=next(venues), area=next(areas),
            attendance=attendance, coming=not held,
            captures=lines.said(number, len(group.meetings), there, day) if held else (),
        )  # fmt: skip


def _retreats(
    told: LargeMeetings, others: tuple[str, ...], people: list[Someone]
) -> Iterator[MeetingStory]:
    dice = Dice("home retreats")
    for each in told.retreats:
        here = _seated({HOST, *others}, people, each.on)
        yield MeetingStory(
            id=each.id, planned=each.planned, on=each.on, agenda=each.agenda, title=each.title,
            minutes=each.minutes, kind="home retreat", others=others,
            attendance=_attendance(dice, here), start=told.retreat_room.start,
            venue=told.retreat_room.venue, area=told.retreat_room.area,
        )  # fmt: skip


def _before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _seated(groups: set[str], people: list[Someone], day: str) -> list[str]:
    """Return who sits in one of the groups on a day, each by the first such seat."""
    found = []
    for person in people:
        seats = [
            seat.id
            for seat in person.seats
            if seat.group in groups and seat.joined <= day and not (seat.left and seat.left <= day)
        ]
        found += seats[:1]
    return found


def _attendance(dice: Dice, here: list[str]) -> dict[Presence, tuple[str, ...]]:
    states = {seat: dice.weighed(CHANCES) for seat in here}
    return {
        state: tuple(seat for seat in here if states[seat] is state)
        for state in CHANCES
        if state is not Presence.PRESENT and state in states.values()
    }


class _Lines:
    """What is said in one group's meetings, one line after the other."""

    def __init__(self, told: LargeMeetings, dice: Dice) -> None:
        self._dice = dice
        self._decisions = cycle(dice.shuffled(told.decisions))
        self._actions = cycle(dice.shuffled(told.actions))
        self._parked = cycle(dice.shuffled(told.parked))
        self._questions = cycle(dice.shuffled(told.questions))

    def said(self, number: int, last: int, there: list[str], day: str) -> tuple[Said, ...]:
        """Return what was said at a meeting; actions are settled at one of the next two, if any."""
        decided, dice = next(self._decisions), self._dice
        found = [Said(kind=CaptureKind.DECISION, at=4, text=decided.text, how=decided.how)]
        for _ in range(2):
            due = _before(day, -dice.between(7, 28))
            settled = number + (1 if dice.happens(0.7) else 2)  # some take two meetings
            found.append(
                Said(
                    kind=CaptureKind.ACTION,
                    at=5,
                    text=next(self._actions),
                    due=due,
                    owner=dice.pick(there),
                    outcome=Outcome.DONE if settled <= last else Outcome.OPEN,
                    settled=settled if settled <= last else 0,
                )
            )
        found.append(Said(kind=CaptureKind.QUESTION, at=3, text=next(self._questions)))
        if dice.happens(0.4):
            found.append(Said(kind=CaptureKind.PARKED, at=3, text=next(self._parked)))
        return tuple(found)
