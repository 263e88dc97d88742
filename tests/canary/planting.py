"""Planting a marker word in every field of every back kind, so that a leak cannot be missed.

The fields are found by walking the registry: what a later kind or field adds is planted without
a word here, and what cannot be planted fails loudly.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from cartui.backstage.kinds import BACK
from cartui.model.cycles import Card
from cartui.model.drafts import Draft
from cartui.model.kinds import OPEN
from cartui.model.meetings import Attendance, Meeting
from cartui.model.people import Group, Membership, Person
from cartui.model.records import Kind, Record
from cartui.model.rooms import Room
from cartui.model.rules import Rule
from cartui.practice.copying import fresh_copy
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

MARK = "zyxplover"
"""A word that stands nowhere else: not in the house, not in the practice programme."""

LINKS: dict[str, tuple[type[Record], ...]] = {
    "person": (Person,),
    "card": (Card,),
    "draft": (Draft,),
    "meeting": (Meeting,),
    "about": (Person, Card, Group, Membership, Rule, Meeting),
}
"""Fields that point at an open record. A kind without one is a twin, of each that it may be of."""
TWINS: tuple[type[Record], ...] = (Person, Membership, Card, Attendance)


def practice_programme(folder: Path) -> None:
    """Put the practice programme there, as it stood on the morning of the tests' clock."""
    fresh_copy("one-group", folder, today=date(2026, 3, 2))


def plant(folder: Path, identity: Identity) -> list[str]:
    """Plant every back field beside every open record; return "kind.field" of each."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    workspace.open_back(BACK)
    planted: list[str] = []
    for kind in BACK.by_name.values():
        for group, uid in _subjects(workspace, kind):
            draft = workspace.draft(f"private.{MARK}", about=(uid, f"{MARK} about"), group=group)
            record = planted_record(kind, uid, workspace.new_uid())
            kept = workspace.get(kind.record, record.uid, group)
            if kept is None:
                draft.create(record)
            else:
                draft.set(kept, **{field: getattr(record, field) for field, _ in _fields(kind)})
            workspace.commit(draft, room=Room.BACK)
        planted += [f"{kind.name}.{field}" for field in _markable(kind)]
    workspace.close()
    return planted


def _subjects(workspace: Workspace, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield (group, uid) of everything that a record of this kind may stand beside."""
    link = next((field for field in LINKS if field in kind.record.__struct_fields__), "")
    for subject in LINKS[link] if link else TWINS:
        for group in ("", *workspace.group_uids()):
            for uid in workspace.table(subject, group):
                yield group, uid
    if link == "about":
        yield "", ""


def planted_record(kind: Kind, subject: str, uid: str) -> Record:
    """Return a record of a kind, the marker in each of its fields."""
    link = next((field for field in LINKS if field in kind.record.__struct_fields__), "")
    fields: dict[str, Any] = {name: _marked(kind, name, hint) for name, hint in _fields(kind)}
    if link:
        fields[link] = subject
    return kind.record(uid=uid if link else subject, **fields)


def _fields(kind: Kind) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind.record)
    return [(name, hints[name]) for name in kind.record.__struct_fields__ if name != "uid"]


def _markable(kind: Kind) -> list[str]:
    return [name for name, hint in _fields(kind) if hint not in (bool, int) and name not in LINKS]


def _marked(kind: Kind, name: str, hint: Any) -> Any:
    if hint is str:
        return f"{MARK} {kind.name} {name}"
    if hint in (bool, int):
        return hint()  # no room for a marker
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return (f"{MARK} {kind.name} {name}",)
    raise TypeError(f"{kind.name}.{name} is a {hint}: say here how the marker is planted in it")
