"""What every service has: the workspace it works on, and the stage of the room it works in."""

from collections.abc import Callable

from cartui.model.problems import ChangedMeanwhile
from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.workspace import Workspace


class Service:
    """A thing on the wall. `room` is asked at each act, since the stage may change any time."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        self._ws = workspace
        self._room = room

    def _still(self, was: str | None, now: Callable[[], str], mine: str) -> None:
        """See to it that a text still is what it `was` when somebody began to reword it.

        `now` reads it, after what others have written was taken in; `mine` is to take its place.
        With None nobody has read it before. Raises ChangedMeanwhile.
        """
        if was is None:
            return
        self._ws.poll()
        if (theirs := now()) not in (was, mine):
            raise ChangedMeanwhile(theirs)

    def _commit(self, draft: Draft) -> Change:
        """Save a draft as made in this stage of the room. Raises SaveFailed and ReadOnly."""
        return self._ws.commit(draft, room=self._room())
