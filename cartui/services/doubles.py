"""Lines of a list whose name is known already: of a person here, or of an earlier line."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Person
from cartui.services.incoming import gaps
from cartui.services.people_lines import folded


class Choice(StrEnum):
    """What becomes of a row whose name is known already."""

    MERGE = "fill in what is missing"
    NEW = "bring in as another person"
    SKIP = "leave out"


class Double(Struct, frozen=True, kw_only=True):
    """A row whose name is known: of a person here (`person` is the uid), or of an earlier line.

    `fills` are the fields that merging would fill in, `differs` those where the row says another
    thing than is kept: merging leaves them as they are. `choice` is what is proposed.
    """

    line: int
    name: str
    person: str = ""
    earlier_line: int = 0
    fills: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    away: bool = False
    choice: Choice = Choice.MERGE


def doubles_among(rows: Sequence[PersonRow], people: Mapping[str, Person]) -> tuple[Double, ...]:
    """Return the rows whose name is known, of `people` by uid or of an earlier row."""
    known: dict[str, list[Person]] = {}
    for person in people.values():
        known.setdefault(folded(person.name), []).append(person)
    seen: dict[str, PersonRow] = {}
    doubles: list[Double] = []
    for row in rows:
        name = folded(row.name)
        if name in known:
            doubles.append(_double_of_person(row, known[name]))
        elif name in seen:
            doubles.append(_double_of_row(row, seen[name]))
        seen.setdefault(name, row)
    return tuple(doubles)


def _double_of_person(row: PersonRow, people: Sequence[Person]) -> Double:
    """Return how a row stands to the likeliest of the people who have its name."""
    person = min(people, key=lambda p: (folded(p.agency) != folded(row.agency), p.away, p.order))
    fills, differs = gaps(person, row)
    return Double(
        line=row.line,
        name=row.name,
        person=person.uid,
        fills=fills,
        differs=differs,
        away=person.away,
        choice=_proposed(differs),
    )


def _double_of_row(row: PersonRow, earlier: PersonRow) -> Double:
    fills, differs = gaps(earlier, row)
    return Double(
        line=row.line,
        name=row.name,
        earlier_line=earlier.line,
        fills=fills,
        differs=differs,
        choice=_proposed(differs),
    )


def _proposed(differs: tuple[str, ...]) -> Choice:
    """Another agency makes it likelier that it is another person; then nobody gets lost."""
    return Choice.NEW if "agency" in differs else Choice.MERGE
