"""Repairing a workspace: deciding about what somebody has changed by hand in a table file."""

from collections.abc import Iterable

from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.outside import OutsideEdit, outside_edits, taken
from cartui.store.workspace import Workspace


class Repair:
    """The acts that put a workspace right. None of them changes what a record says."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def outside_edits(self) -> list[OutsideEdit]:
        """Return what somebody has changed by hand in the table files, difference by difference."""
        return [edit for side in self._ws.sides() for edit in outside_edits(side)]

    def take(self, edits: Iterable[OutsideEdit], room: Room) -> Change | None:
        """Save edits made by hand as a change like any other. Raises SaveFailed."""
        draft = taken(self._ws.draft("store.take_outside"), list(edits))
        return None if draft.is_empty else self._ws.commit(draft, room=room)

    def settle(self) -> None:
        """Write the tables anew as cartui knows them; what stood there is kept aside."""
        for side in self._ws.sides():
            for group in list(side.shelf.loaded):
                side.shelf.settle(group)
        self._ws.flush()
