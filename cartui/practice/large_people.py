"""The eighty-seven people of the large programme, put together from names, agencies and seats."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

import data
from cartui.practice.dice import Dice

FOLDER = "practice/large"


class Agency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency: how many people it sends to each group; `work` is "profession; job role"."""

    name: str
    sector: str
    seats: dict[str, int]
    work: tuple[str, ...]


class PeopleStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the people are put together from. Seats are called by group and number: "welfare-9".

    `two_groups` says who sits in a second group, `late` and `left` when a seat was taken or given
    up if not from the first meeting to now, `named_from` who may be named to outsiders.
    """

    first_names: tuple[str, ...]
    surname_starts: tuple[str, ...]
    surname_ends: tuple[str, ...]
    of_one_name: tuple[str, str]
    areas: dict[str, tuple[str, ...]]
    roles: dict[str, str]
    agencies: tuple[Agency, ...]
    two_groups: tuple[tuple[str, str], ...]
    late: dict[str, str]
    left: dict[str, str]
    named_from: dict[str, str]
    whys: tuple[str, ...]


class Seat(Struct, frozen=True, kw_only=True):
    """A place in a group: its id, the role in it, ISO dates of taking it and giving it up."""

    id: str
    group: str
    role: str
    joined: str
    left: str = ""


class Someone(Struct, frozen=True, kw_only=True):
    """A person with their seats, the first of which is what they are called by. `on`: added."""

    on: str
    name: str
    agency: Agency
    profession: str
    job_role: str
    area: str
    seats: tuple[Seat, ...]
    why: str = ""
    named_from: str = ""

    @property
    def id(self) -> str:
        """The id of the first seat."""
        return self.seats[0].id


def everybody(first_meetings: Mapping[str, str]) -> list[Someone]:
    """Return everybody, group by group; `first_meetings` are ISO dates by the group's id."""
    told = data.load(f"{FOLDER}/people", PeopleStory)
    dice = Dice("large people")
    names, second = _names(told, dice), _second_seats(told, first_meetings)
    whys = iter(dice.shuffled(told.whys))
    found = []
    for group, first in first_meetings.items():
        for number, sent in enumerate(_chairs(told, group, dice), start=1):
            own = _seat(told, f"{group}-{number}", group, first, sent)
            profession, _, job_role = sent[1].partition("; ")
            someone = Someone(
                on=_days_before(own.joined, dice.between(6, 16)),
                name=names[own.id],
                agency=sent[0],
                profession=profession,
                job_role=job_role,
                area=dice.pick(told.areas[group]),
                seats=(own, *second.get(own.id, ())),
                why=next(whys, "") if number % 3 == 1 else "",
                named_from=told.named_from.get(own.id, ""),
            )
            found.append(someone)
    return found


def _names(told: PeopleStory, dice: Dice) -> Mapping[str, str]:
    """Return a name for each seat that somebody new sits in; two people are of one name."""
    ids = [
        f"{group}-{number}"
        for group in told.areas
        for number in range(1, sum(each.seats.get(group, 0) for each in told.agencies) + 1)
    ]
    surnames = dice.shuffled([a + b for a in told.surname_starts for b in told.surname_ends])
    first = dice.shuffled(told.first_names) + dice.shuffled(told.first_names)
    found = {id_: f"{first[at]} {surnames[at]}" for at, id_ in enumerate(ids)}
    one, other = told.of_one_name
    return {**found, other: found[one]}


def _chairs(told: PeopleStory, group: str, dice: Dice) -> list[tuple[Agency, str]]:
    """Return who is sent to a group, by agency and work, in no order that means anything."""
    sent = [
        (agency, agency.work[number % len(agency.work)])
        for agency in told.agencies
        for number in range(agency.seats.get(group, 0))
    ]
    return dice.shuffled(sent)


def _second_seats(told: PeopleStory, first: Mapping[str, str]) -> Mapping[str, Sequence[Seat]]:
    taken = {group: sum(each.seats.get(group, 0) for each in told.agencies) for group in told.areas}
    found: dict[str, list[Seat]] = {}
    for person, group in told.two_groups:
        taken[group] += 1
        seat = _seat(told, f"{group}-{taken[group]}", group, first[group], None)
        found.setdefault(person, []).append(seat)
    return found


def _seat(
    told: PeopleStory, id_: str, group: str, first: str, sent: tuple[Agency, str] | None
) -> Seat:
    return Seat(
        id=id_,
        group=group,
        role=told.roles.get(group) or _role(sent),
        joined=told.late.get(id_, first),
        left=told.left.get(id_, ""),
    )


def _role(sent: tuple[Agency, str] | None) -> str:
    """Return the role of somebody in an inquiry group, by what they do."""
    if sent is None:
        return "practitioner"
    agency, work = sent
    if agency.sector == "community":
        return "community activist"
    if work.endswith("; volunteer"):
        return "volunteer"
    return "policy officer" if work.startswith("policy;") else "practitioner"


def _days_before(day: str, count: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=count)).isoformat()


def here_on(people: Sequence[Someone], group: str, day: str) -> Iterator[str]:
    """Yield the ids of the seats of a group that are taken on an ISO date."""
    for person in people:
        for seat in person.seats:
            if seat.group == group and seat.joined <= day and not (seat.left and seat.left <= day):
                yield seat.id
