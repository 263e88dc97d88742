"""What the services of the back stage share: they work in BACK and nowhere else."""

from typing import Any

from cartui.backstage.kinds import BACK
from cartui.backstage.records import PersonBack
from cartui.model.problems import CartuiProblem
from cartui.model.records import Record, plain
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.service import Service
from cartui.store.draft import Draft
from cartui.store.workspace import Workspace


class NotBackStage(CartuiProblem):
    """A private thing was asked for while the room can see the screen."""


class NothingWritten(CartuiProblem):
    """A text that is needed was left empty."""


class BackService(Service):
    """A service that reads and writes back files. Every verb raises NotBackStage on FRONT."""

    def _must_be_back(self) -> None:
        if self._room() is not Room.BACK or not self._ws.keeps(PersonBack):
            raise NotBackStage("That is kept back stage. Nothing was written; B goes back stage.")

    def _draft(self, verb: str, *about: str, group: str = "") -> Draft:
        self._must_be_back()
        return self._ws.draft(verb, about=about, group=group)

    def _written(self, text: str) -> str:
        """Return a text of several lines as it is kept. Raises NothingWritten."""
        if not (kept := clean(text, lines=True)):
            raise NothingWritten("There are no words in it, so nothing was saved.")
        return kept

    def _set_beside(self, draft: Draft, twin: Record, group: str = "", **fields: Any) -> None:
        """Set fields of the record that has the uid of `twin`; it is made if it is not there."""
        set_beside(self._ws, draft, twin, group, **fields)


def set_beside(
    workspace: Workspace, draft: Draft, twin: Record, group: str = "", **fields: Any
) -> None:
    """Set fields of the back record that has the uid of `twin`; it is made if it is not there.

    If its making was taken back once, it comes back as `twin` says, not as it was then.
    """
    kind = BACK.name_of(type(twin))
    kept = workspace.get(type(twin), twin.uid, group)
    if kept is not None:
        draft.set(kept, group, **fields)
        return
    if not any((event.kind, event.uid) == (kind, twin.uid) for event in draft.events):
        if workspace.back_side is not None and workspace.back_side.doc(group, kind, twin.uid):
            draft.bring_back(kind, twin.uid, group)
            fields = {**_fields(twin), **fields}
        else:
            draft.create(twin, group)
    draft.set(twin, group, **fields)


def _fields(record: Record) -> dict[str, Any]:
    return {name: value for name, value in plain(record).items() if name != "uid"}
