"""A small programme that tests of the back stage work on, through the real services and files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.backstage.kinds import BACK
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace


class House:
    """A workspace and the stage its room is in; `back` and `front` go there as the app does."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self.room = Room.MEMBERS
        self.ws = Workspace.open(folder, open_kinds=OPEN, identity=identity)

    def now_in(self) -> Room:
        """Return the stage of the room, as services ask for it."""
        return self.room

    def back(self) -> "House":
        """Go back stage."""
        self.ws.open_back(BACK)
        self.room = Room.BACK
        return self

    def front(self) -> "House":
        """Go to FRONT members."""
        self.room = Room.MEMBERS
        self.ws.close_back()
        return self

    def reopened(self) -> "House":
        """Leave, and come in again as on another day."""
        self.ws.close()
        return House(self.folder, self.identity)

    def build(self) -> None:
        """A group with one person and one card."""
        draft = self.ws.draft("test.build")
        draft.create(Group(uid="north", name="North group"))
        draft.create(Person(uid="ada", name="Ada Fernhollow"))
        draft.create(Membership(uid="ada-north", person="ada", group="north"))
        draft.create(Card(uid="falls", title="Falls log"), group="north")
        self.ws.commit(draft, room=self.room)


@pytest.fixture
def house(workspace_folder: Path, identity: Identity) -> Iterator[House]:
    """A programme with a group, a person and a card, on FRONT members."""
    made = House(workspace_folder, identity)
    made.build()
    yield made
    made.ws.close()
