"""A group's meetings on the disk, closed and opened anew whenever a test asks."""

from pathlib import Path
from typing import Any

from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.meetings import AgendaTemplate, Meeting, Raised, Segment
from cartui.model.people import Group, Membership, Person
from cartui.model.records import Record, plain
from cartui.model.rooms import Room
from cartui.services.house_words import house_wording
from cartui.services.meetings import Meetings
from cartui.store.events import Change
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

GROUPED: tuple[type[Record], ...] = (Meeting, Segment, Raised, AgendaTemplate)


class SeriesBench:
    """Two groups, North and East; three members and two cards are in North."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self._open()
        draft = self.ws.draft("start")
        for order, name in enumerate(("North", "East")):
            draft.create(Group(uid=name.lower(), name=name, cycle="CS5", order=float(order)))
        for order, name in enumerate(("Ada Fern", "Ben Quill", "Bea Quill")):
            uid = name[:3].lower()
            draft.create(Person(uid=uid, name=name, order=float(order)))
            draft.create(Membership(uid=f"m-{uid}", person=uid, group="north"))
        self.ws.commit(draft, room=Room.MEMBERS)
        draft = self.ws.draft("start", group="north")
        draft.create(Card(uid="falls", title="Falls log", cycle="CS5", stage="topic"))
        draft.create(Card(uid="night", title="Night visits", cycle="CS5", stage="topic"))
        self.ws.commit(draft, room=Room.MEMBERS)

    def _open(self) -> None:
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        self.meetings = Meetings(self.ws, lambda: Room.MEMBERS, "north")

    def again(self) -> Meetings:
        """Close the workspace, open it from the disk, and return its meetings."""
        self.ws.close()
        self._open()
        return self.meetings

    def other_window(self) -> Meetings:
        """Open the same folder once more, as a second window does; the caller closes it."""
        identity = Identity(
            device="e0e0e0e0", actor="Mina", clock=self.identity.clock,
            new_id=self.identity.new_id,
        )  # fmt: skip
        ws = Workspace.open(self.folder, open_kinds=OPEN, identity=identity)
        return Meetings(ws, lambda: Room.MEMBERS, "north")

    def plan(self, on: str = "2026-03-10", **fields: Any) -> Meeting:
        """Plan a meeting, and return it."""
        fields.setdefault("start", "14:00")
        return self.meetings.meeting(self.meetings.add(on=on, **fields).about[0])

    def titles(self, meeting: Meeting) -> list[str]:
        """Return the titles of a meeting's agenda in order."""
        return [each.title for each in self.meetings.agenda(meeting)]

    def says(self, change: Change) -> str:
        """Return what a change did, in words."""
        return house_wording().sentence(change, self.ws)

    def state(self) -> dict[str, Any]:
        """Return every visible record of the meetings by kind and uid, as plain values."""
        return {
            kind.__name__: {uid: plain(one) for uid, one in self.ws.table(kind, "north").items()}
            for kind in GROUPED
        }
