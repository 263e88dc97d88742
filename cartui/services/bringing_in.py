"""Bringing people in from a list: seen before anything is written, then written in one change.

The screen and the command line use it alike:

    sheet = read_sheet(raw)                                 # cartui.exchange.people_csv
    rows, complaints = read_people(sheet, guess_mapping(sheet))
    bringing = BringingIn(workspace, room)
    preview = bringing.preview(rows, group, complaints)     # nothing is written
    change = bringing.bring_in(rows, {12: Choice.SKIP}, group)   # all of it, or nothing

`rows` are `PersonRow`s, told apart by their `line`; `group` is a group's uid or "". A row whose
name is known already is a double: what becomes of it is a `Choice` by its line, and where none is
given the preview's own `choice` holds. E-mail and telephone are back stage: they are kept only if
`private_facts` is given, which happens in BACK alone. Groups that the list names and nobody has
started are complained of, or started in the same change with `start_groups`.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from cartui.exchange.people_csv import Complaint, PersonRow
from cartui.model.people import Group, Person
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.groups_named import GroupsNamed, started_verb, started_words
from cartui.services.incoming import Incoming, gaps, tidy
from cartui.services.people_lines import folded
from cartui.services.service import Service
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS: dict[str, str] = {
    "people.bring_in": "Brought in {0} people",
    "people.bring_in_one": "Brought in {0}",
    "people.fill_in": "Filled in what was missing of {0} people",
    "people.bring_in_and_fill": "Brought in {0} people and filled in {1} who were here",
    "people.bring_in_and_start": "Started {0} groups and brought in their people",
    "people.bring_in_and_start_one": "Started the group {0} and brought in its people",
}

PrivateFacts = Callable[[Draft, str, PersonRow], None]


class Choice(StrEnum):
    """What becomes of a row whose name is known already."""

    MERGE = "fill in what is missing"
    NEW = "bring in as another person"
    SKIP = "leave out"


class NothingToBringIn(CartuiProblem):
    """No row is left that would add or fill in anything."""


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


class Preview(Struct, frozen=True, kw_only=True):
    """What would happen. `new` counts rows with a new name; `remarks` are plain sentences.

    `missing_groups` are the names in the list that no group has yet.
    """

    rows: tuple[PersonRow, ...]
    new: int
    doubles: tuple[Double, ...]
    complaints: tuple[Complaint, ...]
    remarks: tuple[str, ...]
    missing_groups: tuple[str, ...] = ()


class BringingIn(Service):
    """Reads a list against the roster, and writes it in one change."""

    def __init__(
        self,
        workspace: Workspace,
        room: Callable[[], Room],
        private_facts: PrivateFacts | None = None,
    ) -> None:
        super().__init__(workspace, room)
        self._private_facts = private_facts

    def preview(
        self,
        rows: Sequence[PersonRow],
        group: str = "",
        complaints: Sequence[Complaint] = (),
        *,
        start_groups: bool = False,
    ) -> Preview:
        """Return what bringing these rows in would do. Writes nothing."""
        rows = [tidy(row) for row in rows]
        doubles = self._doubles(rows)
        groups = GroupsNamed(self._ws)
        missing = groups.missing(rows)
        said = [*complaints, *([] if start_groups else groups.complaints(rows))]
        starting = started_words(missing) if start_groups and missing else []
        return Preview(
            rows=tuple(rows),
            new=len(rows) - len(doubles),
            doubles=doubles,
            complaints=tuple(sorted(said, key=lambda complaint: complaint.line)),
            remarks=(*starting, *self._remarks(rows, group, start_groups=start_groups)),
            missing_groups=tuple(missing),
        )

    def bring_in(
        self,
        rows: Sequence[PersonRow],
        choices: Mapping[int, Choice] | None = None,
        group: str = "",
        *,
        start_groups: bool = False,
    ) -> Change:
        """Bring the rows in, all in one change. Raises NothingToBringIn, SaveFailed."""
        rows = [tidy(row) for row in rows]
        doubles = {double.line: double for double in self._doubles(rows)}
        incoming, groups = Incoming(self._ws), GroupsNamed(self._ws)
        for row in rows:
            double = doubles.get(row.line)
            choice = (choices or {}).get(row.line, double.choice) if double else Choice.NEW
            if choice is Choice.SKIP:
                continue
            uid = ""
            if double is not None and choice is Choice.MERGE:
                uid = double.person or incoming.of_line(double.earlier_line)
            uid = incoming.fill(uid, row) if uid else incoming.add(row)
            if start_groups:
                groups.start_missing(row)
            for home in groups.homes(row, group):
                incoming.belong(uid, home, row)
        return self._write(incoming, groups.new)

    def _write(self, incoming: Incoming, groups: Sequence[Group]) -> Change:
        new = len(incoming.new)
        draft = self._ws.draft("people.bring_in", about=(str(new),))
        for group in groups:
            draft.create(group)
        filled = incoming.write(draft, self._private_facts)
        if groups:
            draft.verb, draft.about = started_verb(groups)
        elif new and filled:
            draft.verb, draft.about = "people.bring_in_and_fill", (str(new), str(len(filled)))
        elif filled:
            draft.verb, draft.about = "people.fill_in", (str(len(filled)),)
        elif new == 1:
            draft.verb, draft.about = "people.bring_in_one", tuple(incoming.new)
        if draft.is_empty:
            raise NothingToBringIn("Everybody on this list is here already. Nothing was written.")
        return self._commit(draft)

    # --- looking at the list

    def _doubles(self, rows: Sequence[PersonRow]) -> tuple[Double, ...]:
        known: dict[str, list[Person]] = {}
        for person in self._ws.table(Person).values():
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

    def _remarks(
        self, rows: Sequence[PersonRow], group: str, *, start_groups: bool = False
    ) -> list[str]:
        remarks = []
        private = sum(bool(row.email or row.phone) for row in rows)
        if private and self._private_facts is None:
            remarks.append(
                "E-mail and telephone are private: they are left out here."
                " Bring the list in back stage to keep them."
            )
        elif private:
            remarks.append(f"E-mail and telephone of {private} people are kept back stage.")
        if any(row.why_joined for row in rows):
            remarks.append("Why they joined will be seen by the group.")
        groups = GroupsNamed(self._ws)
        for row in rows if start_groups else ():
            groups.start_missing(row)
        lost = [row for row in rows if _of_a_group(row) and not groups.homes(row, group)]
        if lost:
            remarks.append(
                f"Roles and dates of {len(lost)} people are left out: they belong to a group,"
                " and no group is named."
            )
        return remarks


def _of_a_group(row: PersonRow) -> bool:
    return bool(row.role or row.joined or row.left or row.why_joined)


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
