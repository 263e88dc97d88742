"""People on their way in from a list: put together in memory, then written into one draft."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict, replace

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Membership, Person
from cartui.model.text import clean
from cartui.services.people_lines import folded
from cartui.services.roles import role_name
from cartui.store.draft import Draft
from cartui.store.workspace import Workspace

PERSON_FIELDS = ("agency", "sector", "profession", "job_role", "area")
MEMBERSHIP_FIELDS = ("role", "joined", "left", "why_joined")


def gaps(known: Person | PersonRow, row: PersonRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that a row would fill in, and those where it says something else."""
    fills, differs = [], []
    for field in PERSON_FIELDS:
        kept, said = getattr(known, field), getattr(row, field)
        if said and not kept:
            fills.append(field)
        elif said and folded(kept) != folded(said):
            differs.append(field)
    return tuple(fills), tuple(differs)


def tidy(row: PersonRow) -> PersonRow:
    """Return a row as it may be kept, whoever made it."""
    fields = {field: value for field, value in asdict(row).items() if field != "line"}
    kept = {field: clean(text, lines=field == "why_joined") for field, text in fields.items()}
    return replace(row, **kept)


class Incoming:
    """What a list becomes: `new` people, and known people and memberships with gaps filled in."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self.new: dict[str, Person] = {}
        self._filled: dict[str, Person] = {}
        self._private: list[tuple[str, PersonRow]] = []
        self._by_line: dict[int, str] = {}
        self._memberships: dict[tuple[str, str], Membership] = {}
        self._known = self._known_memberships()
        self._order = max((p.order for p in workspace.table(Person).values()), default=0.0)

    def _known_memberships(self) -> dict[tuple[str, str], Membership]:
        today = self._ws.today()
        return {
            (held.person, held.group): held
            for held in self._ws.table(Membership).values()
            if not held.away and not (held.left and held.left <= today)
        }

    def of_line(self, line: int) -> str:
        """Return the uid that an earlier line became; "" if that line was left out."""
        return self._by_line.get(line, "")

    def add(self, row: PersonRow) -> str:
        """Make a new person of a row; return the uid."""
        self._order += 1024.0
        fields = {field: getattr(row, field) for field in PERSON_FIELDS}
        person = Person(uid=self._ws.new_uid(), name=row.name, order=self._order, **fields)
        self.new[person.uid] = person
        return self._note(row, person.uid)

    def fill(self, uid: str, row: PersonRow) -> str:
        """Fill in what is not known of a person yet; nothing kept is written over."""
        person = self.new.get(uid) or self._filled.get(uid) or self._ws.table(Person)[uid]
        fields = {field: getattr(row, field) for field in gaps(person, row)[0]}
        person = replace(person, away=False, **fields)
        (self.new if uid in self.new else self._filled)[uid] = person
        return self._note(row, uid)

    def _note(self, row: PersonRow, uid: str) -> str:
        self._by_line[row.line] = uid
        if row.email or row.phone:
            self._private.append((uid, row))
        return uid

    def belong(self, uid: str, group: str, row: PersonRow) -> None:
        """Let a person belong to a group as the row says, or fill in a membership there is."""
        said: dict[str, Any] = {field: getattr(row, field) for field in MEMBERSHIP_FIELDS}
        said["role"] = role_name(said["role"])
        key = (uid, group)
        held = self._memberships.get(key) or self._known.get(key)
        if held is None:
            held = Membership(uid=self._ws.new_uid(), person=uid, group=group, **said)
        else:
            missing = {f: value for f, value in said.items() if value and not getattr(held, f)}
            held = replace(held, **missing)
        self._memberships[key] = held

    def write(
        self, draft: Draft, private_facts: Callable[[Draft, str, PersonRow], None] | None
    ) -> set[str]:
        """Write it all into the draft; return the uids of known people who have got something."""
        touched: set[str] = set()
        for person in self.new.values():
            draft.create(person)
        for uid, person in self._filled.items():
            if _set_all(draft, self._ws.table(Person)[uid], person):
                touched.add(uid)
        for key, held in self._memberships.items():
            known = self._known.get(key)
            if known is None:
                draft.create(held)
            if (known is None or _set_all(draft, known, held)) and held.person not in self.new:
                touched.add(held.person)
        if private_facts is not None:
            for uid, row in self._private:
                before = len(draft.events)
                private_facts(draft, uid, row)
                if len(draft.events) > before and uid not in self.new:
                    touched.add(uid)
        return touched


def _set_all(draft: Draft, before: Person | Membership, after: Person | Membership) -> bool:
    """Set what is different; say whether anything was."""
    changed = {
        field: value
        for field, value in asdict(after).items()
        if field != "uid" and value != getattr(before, field)
    }
    draft.set(before, **changed)
    return bool(changed)
