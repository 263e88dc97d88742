"""Bringing people in from a list: seen before anything is written, then written in one change.

The screen and the command line use it alike:

    sheet = read_sheet(raw)                                 # cartui.exchange.people_csv
    rows, complaints = read_people(sheet, guess_mapping(sheet))
    bringing = BringingIn(workspace, room)
    preview = bringing.preview(rows, group, complaints)     # nothing is written
    change = bringing.bring_in(rows, {12: Choice.SKIP}, group, complaints=complaints)

`rows` are `PersonRow`s, told apart by their `line`; `group` is a group's uid or "". A row whose
name is known already is a double: what becomes of it is a `Choice` by its line, and where none is
given the preview's own `choice` holds. E-mail and telephone are back stage: they are kept only if
`private_facts` is given, which happens in BACK alone. Groups that the list names and nobody has
started are complained of, or started in the same change with `start_groups`.

While a line is complained of, nothing is written. `leave_out` are the lines (counted as in the
file) that somebody has said shall be left out; it is they alone who are passed over.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from cartui.exchange.people_csv import Complaint, PersonRow
from cartui.model.people import Group, Person
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.doubles import Choice, Double, doubles_among
from cartui.services.groups_named import GroupsNamed, started_verb, started_words
from cartui.services.incoming import Incoming, tidy
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

EVERYBODY_IS_HERE = "Everybody on this list is here already."

PrivateFacts = Callable[[Draft, str, PersonRow], None]


class NothingToBringIn(CartuiProblem):
    """No row is left that would add or fill in anything."""


class LinesNeedALook(CartuiProblem):
    """Lines are complained of and not left out, so nothing is written. `lines` are their numbers,
    in order; 0 stands for the list as a whole, which cannot be left out.
    """

    def __init__(self, lines: Sequence[int], cure: str = "") -> None:
        super().__init__(f"Nothing is written while {lines_words(lines)}. {cure}".rstrip())
        self.lines = tuple(lines)


class Preview(Struct, frozen=True, kw_only=True):
    """What would happen. `new` counts rows with a new name; `remarks` are plain sentences.

    `rows` are those that would be written, `complaints` those in the way of it, `left_out` those
    of the lines that are left out. `missing_groups` are the names that no group has yet, `homes`
    the names of the groups that each line goes into.
    """

    rows: tuple[PersonRow, ...]
    new: int
    doubles: tuple[Double, ...]
    complaints: tuple[Complaint, ...]
    remarks: tuple[str, ...]
    missing_groups: tuple[str, ...] = ()
    left_out: tuple[Complaint, ...] = ()
    homes: Mapping[int, tuple[str, ...]] = {}

    @property
    def blocked(self) -> list[int]:
        """The lines that are complained of, in order: nothing is written while there are any."""
        return sorted({complaint.line for complaint in self.complaints})


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
        leave_out: Collection[int] = (),
        start_groups: bool = False,
    ) -> Preview:
        """Return what bringing these rows in would do. Writes nothing."""
        groups, rows = GroupsNamed(self._ws), [tidy(row) for row in rows]
        said = _in_order(complaints, [] if start_groups else groups.complaints(rows))
        blocking = [each for each in said if not _is_left_out(each.line, leave_out)]
        rows = [row for row in rows if not _is_left_out(row.line, leave_out)]
        doubles = doubles_among(rows, self._ws.table(Person))
        missing = tuple(groups.missing(rows))
        return Preview(
            rows=tuple(rows),
            new=len(rows) - len(doubles),
            doubles=doubles,
            complaints=tuple(blocking),
            remarks=tuple(self._remarks(rows, group, missing if start_groups else ())),
            missing_groups=missing,
            left_out=tuple(each for each in said if each not in blocking),
            homes=GroupsNamed(self._ws).homes_called(rows, group, start=start_groups),
        )

    def bring_in(
        self,
        rows: Sequence[PersonRow],
        choices: Mapping[int, Choice] | None = None,
        group: str = "",
        *,
        complaints: Sequence[Complaint] = (),
        leave_out: Collection[int] = (),
        start_groups: bool = False,
    ) -> Change:
        """Bring the rows in, all in one change. Raises LinesNeedALook, NothingToBringIn,
        SaveFailed; then nothing was written.
        """
        seen = self.preview(rows, group, complaints, leave_out=leave_out, start_groups=start_groups)
        if seen.complaints:
            raise LinesNeedALook(seen.blocked)
        doubles = {double.line: double for double in seen.doubles}
        incoming, groups = Incoming(self._ws), GroupsNamed(self._ws)
        for row in seen.rows:
            uid = _taken_in(incoming, row, doubles.get(row.line), choices or {})
            if not uid:
                continue
            if start_groups:
                groups.start_missing(row)
            for home in groups.homes(row, group):
                incoming.belong(uid, home, row)
        return self._write(incoming, groups.new, nobody=not seen.rows)

    def _write(self, incoming: Incoming, groups: Sequence[Group], *, nobody: bool) -> Change:
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
            why = "Nobody is left on this list." if nobody else EVERYBODY_IS_HERE
            raise NothingToBringIn(f"{why} Nothing was written.")
        return self._commit(draft)

    # --- looking at the list

    def _remarks(self, rows: Sequence[PersonRow], group: str, starting: Sequence[str]) -> list[str]:
        remarks = list(started_words(starting)) if starting else []
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
        for row in rows if starting else ():
            groups.start_missing(row)
        lost = [row for row in rows if _of_a_group(row) and not groups.homes(row, group)]
        if lost:
            remarks.append(
                f"Roles and dates of {len(lost)} people are left out: they belong to a group,"
                " and no group is named."
            )
        return remarks


def lines_words(lines: Sequence[int]) -> str:
    """Return which lines need a look, as the end of a sentence: "lines 3 and 7 need a look"."""
    numbers = [str(line) for line in lines if line]
    if not numbers:
        return "the list needs a look"
    if len(numbers) == 1:
        return f"line {numbers[0]} needs a look"
    shown = numbers if len(numbers) <= 6 else [*numbers[:5], f"{len(numbers) - 5} more"]
    return f"lines {', '.join(shown[:-1])} and {shown[-1]} need a look"


def _taken_in(
    incoming: Incoming, row: PersonRow, double: Double | None, choices: Mapping[int, Choice]
) -> str:
    """Take one line in as a new person or into one that is there; return the uid, "" for none."""
    choice = choices.get(row.line, double.choice) if double else Choice.NEW
    if choice is Choice.SKIP:
        return ""
    uid = ""
    if double is not None and choice is Choice.MERGE:
        uid = double.person or incoming.of_line(double.earlier_line)
    return incoming.fill(uid, row) if uid else incoming.add(row)


def _in_order(*complaints: Iterable[Complaint]) -> list[Complaint]:
    return sorted(chain(*complaints), key=lambda complaint: complaint.line)


def _is_left_out(line: int, leave_out: Collection[int]) -> bool:
    """Whether a line was left out; what is said of the whole list (line 0) cannot be."""
    return line > 0 and line in leave_out


def _of_a_group(row: PersonRow) -> bool:
    return bool(row.role or row.joined or row.left or row.why_joined)
