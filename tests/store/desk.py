"""What the tests of the workspace share: opening it, and a person added or renamed."""

from collections.abc import Callable
from typing import Annotated

from cartui.model.people import Person
from cartui.model.records import Kind, Record, Registry
from cartui.model.rooms import G, Room
from cartui.store.workspace import Workspace

ONE, TWO = "a" * 32, "b" * 32
Opening = Callable[..., Workspace]


class Secret(Record, frozen=True):
    """A back-stage kind of this test."""

    text: Annotated[str, G] = ""


BACK = Registry((Kind("secret", Secret, back=True),))


def add(workspace: Workspace, uid: str, name: str) -> None:
    draft = workspace.draft("roster.add", about=(uid,))
    draft.create(Person(uid=uid, name=name))
    workspace.commit(draft, room=Room.MEMBERS)


def rename(workspace: Workspace, uid: str, name: str) -> None:
    draft = workspace.draft("roster.edit", about=(uid,))
    draft.set(workspace.table(Person)[uid], name=name)
    workspace.commit(draft, room=Room.MEMBERS)


def names(workspace: Workspace) -> dict[str, str]:
    return {uid: person.name for uid, person in workspace.table(Person).items()}
