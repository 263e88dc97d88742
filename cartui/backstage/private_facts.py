"""A person's private facts: how to reach them, what holds them back, how they came to be here."""

from typing import Any

from msgspec import Struct

import data
from cartui.backstage.back_service import BackService, NothingWritten, set_beside
from cartui.backstage.kinds import BACK
from cartui.backstage.records import Constraint, PersonBack
from cartui.exchange.people_csv import PersonRow
from cartui.model.text import clean
from cartui.store.draft import Draft
from cartui.store.events import Change, Op
from cartui.store.workspace import Workspace

WORDS = {
    "private.facts": "Wrote private facts of {0}",
    "private.constraint": "Noted a constraint of {0}",
    "private.constraint_changed": "Changed a constraint of {0}",
    "private.constraint_away": "Put a constraint of {0} away",
}


class ConstraintKind(Struct, frozen=True, kw_only=True):
    """A kind of constraint as the group words it."""

    id: str
    name: str
    help: str = ""


def constraint_kinds() -> list[ConstraintKind]:
    """Return the shipped kinds of constraint, in order."""
    return data.load("words/constraint_kinds", list[ConstraintKind])


class PrivateFacts(BackService):
    """Private facts, contact details and constraints of the programme's people."""

    def of(self, person_uid: str) -> PersonBack:
        """Return what is kept of a person; every field empty if that is nothing."""
        return self._ws.get(PersonBack, person_uid) or PersonBack(uid=person_uid)

    def write(self, person_uid: str, **fields: str) -> Change | None:
        """Set private facts by field name. Returns None when nothing is different."""
        texts: dict[str, Any] = {field: clean(text) for field, text in fields.items()}
        if texts.items() <= _texts(self.of(person_uid)).items():
            return None
        draft = self._draft("private.facts", person_uid)
        self._set_beside(draft, PersonBack(uid=person_uid), **texts)
        return self._commit(draft)

    def constraints(self, person_uid: str) -> list[Constraint]:
        """Return what holds a person back, in the order in which it was noted."""
        kept = self._ws.table(Constraint).values()
        return [each for each in kept if each.person == person_uid and not each.away]

    def add_constraint(self, person_uid: str, kind: str, text: str) -> Change:
        """Note a constraint; `kind` is a shipped id or own words. Raises NothingWritten."""
        kind, text = clean(kind), clean(text)
        if not (kind or text):
            raise NothingWritten("There are no words in it, so nothing was saved.")
        draft = self._draft("private.constraint", person_uid)
        uid = self._ws.new_uid()
        draft.create(Constraint(uid=uid, person=person_uid, kind=kind, text=text))
        return self._commit(draft)

    def change_constraint(self, constraint: Constraint, **fields: str) -> Change | None:
        """Change `kind` or `text` of a constraint. Returns None when nothing is different."""
        draft = self._draft("private.constraint_changed", constraint.person)
        draft.set(constraint, **{field: clean(text) for field, text in fields.items()})
        return None if draft.is_empty else self._commit(draft)

    def put_constraint_away(self, constraint: Constraint) -> Change:
        """Put a constraint away that no longer holds; undo brings it back."""
        draft = self._draft("private.constraint_away", constraint.person)
        draft.set(constraint, away=True)
        return self._commit(draft)


class FactsFromList:
    """Keeps the e-mail and telephone of a list of people, within the change that brings it in.

    Call it as `BringingIn` calls its `private_facts`: with the draft, the person's uid, the row.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def __call__(self, draft: Draft, person_uid: str, row: PersonRow) -> None:
        """Add to the draft what the row knows. What is kept already stays, before what is new."""
        kept = self._kept(draft, person_uid)
        said = {"email": clean(row.email), "phone": clean(row.phone)}
        new = {field: _beside(kept[field], text) for field, text in said.items() if text}
        if not new.items() <= kept.items():
            set_beside(self._ws, draft, PersonBack(uid=person_uid), **new)

    def _kept(self, draft: Draft, uid: str) -> dict[str, str]:
        """Return what is kept of a person, and what an earlier row of the list has added."""
        kept = _texts(self._ws.get(PersonBack, uid) or PersonBack(uid=uid))
        for event in draft.events:
            if event.uid == uid and event.kind == BACK.name_of(PersonBack):
                kept.update(event.value if event.op == Op.CREATE else {event.field: event.value})
        return kept


def _beside(kept: str, said: str) -> str:
    """Return two texts as one, unless the first holds the second already."""
    known = {part.strip().casefold() for part in kept.split(";")}
    return kept if said.casefold() in known else "; ".join(filter(None, (kept, said)))


def _texts(facts: PersonBack) -> dict[str, str]:
    return {field: getattr(facts, field) for field in facts.__struct_fields__}
