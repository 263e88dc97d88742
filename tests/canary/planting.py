"""Planting a marker word in every field of every back kind, so that a leak cannot be missed.

The fields are found by walking the registry: what a later kind or field adds is planted without
a word here, and what cannot be planted fails loudly.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from cartui.backstage.kinds import BACK
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.records import Kind, Record
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.notebook import Notebook
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

MARK = "zyxplover"
"""A word that stands nowhere else: not in the house, not in the practice programme."""

LINKS: dict[str, tuple[type[Record], ...]] = {
    "person": (Person,),
    "card": (Card,),
    "about": (Person, Card, Group, Membership),
}
"""Fields that point at an open record. A kind without one is a twin, of each that it may be of."""
TWINS: tuple[type[Record], ...] = (Person, Membership, Card)


def small_programme(folder: Path, identity: Identity) -> None:
    """Make a programme with two groups, three people and five cards, through the services."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    programmes, roster = Programmes(workspace, _members), Roster(workspace, _members)
    programmes.rename("Test programme")
    north = programmes.start_group("North group").about[0]
    programmes.start_group("South group")
    for name in ("Ada Fernhollow; Housing", "Bridie Stonecrop; Community", "Callum Quillfeather"):
        roster.add(name, north, role="practitioner")
    board = Board(workspace, _members, north)
    for title in ("Falls log", "Night visits", "Home safety", "School moves", "Carers at work"):
        board.new_card(title)
    falls, night, home, school, _ = board.cards()
    board.advance(falls)
    board.advance(night)
    board.advance(night)
    board.pause(home)
    board.stop("no time", school)
    notebook = Notebook(workspace, _members)
    notebook.write(falls.uid, "an open note", north)
    notebook.write(next(iter(workspace.table(Person))), "another open note")
    workspace.close()


def _members() -> Room:
    return Room.MEMBERS


def plant(folder: Path, identity: Identity) -> list[str]:
    """Plant every back field beside every open record; return "kind.field" of each."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    workspace.open_back(BACK)
    planted: list[str] = []
    for kind in BACK.by_name.values():
        for group, uid in _subjects(workspace, kind):
            draft = workspace.draft(f"private.{MARK}", about=(uid, f"{MARK} about"), group=group)
            record = planted_record(kind, uid, workspace.new_uid())
            draft.create(record)
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
    return [name for name, hint in _fields(kind) if hint is not bool and name not in LINKS]


def _marked(kind: Kind, name: str, hint: Any) -> Any:
    if hint is str:
        return f"{MARK} {kind.name} {name}"
    if hint is bool:
        return False
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return (f"{MARK} {kind.name} {name}",)
    raise TypeError(f"{kind.name}.{name} is a {hint}: say here how the marker is planted in it")
