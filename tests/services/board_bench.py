"""A group with a board on the disk, closed and opened anew whenever a test asks."""

from pathlib import Path
from typing import Any

from cartui.model.cycles import Answer, Card, CycleTemplate, Dilemma, Move
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.records import Record, plain
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.cycles import Cycles
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

GROUPED: tuple[type[Record], ...] = (Card, Move, Answer, Dilemma)


class BoardBench:
    """One group, North, in a cycle of its own choosing, with two people."""

    def __init__(self, folder: Path, identity: Identity, cycle: str = "CS5") -> None:
        self.folder = folder
        self.identity = identity
        self._open()
        draft = self.ws.draft("start")
        draft.create(Group(uid="north", name="North", cycle=cycle))
        for uid, name in (("ada", "Ada Fernhollow"), ("ben", "Ben Oakmist")):
            draft.create(Person(uid=uid, name=name, agency="Harbour", job_role="officer"))
            member = Membership(uid=f"m-{uid}", person=uid, group="north", why_joined=f"{uid}: why")
            draft.create(member)
        self.ws.commit(draft, room=Room.MEMBERS)

    def _open(self) -> None:
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        self.board = Board(self.ws, lambda: Room.MEMBERS, "north")
        self.cycles = Cycles(self.ws, lambda: Room.MEMBERS)

    def beside(self) -> "BoardBench":
        """Return another instance on the same workspace, as a second window would be."""
        other = object.__new__(BoardBench)
        other.folder = self.folder
        other.identity = self.identity
        other._open()
        return other

    def again(self) -> Board:
        """Close the workspace, open it from the disk, and return its board."""
        self.ws.close()
        self._open()
        return self.board

    def write(self, title: str, stage: str = "") -> Card:
        """Write a card and return it."""
        return self.board.card(self.board.new_card(title, stage).about[0])

    def state(self) -> dict[str, Any]:
        """Return every visible record of the board by kind and uid, as plain values."""
        found: dict[str, Any] = {
            kind.__name__: {uid: plain(one) for uid, one in self.ws.table(kind, "north").items()}
            for kind in GROUPED
        }
        for kind in (Group, CycleTemplate):
            found[kind.__name__] = {uid: plain(one) for uid, one in self.ws.table(kind).items()}
        return found
