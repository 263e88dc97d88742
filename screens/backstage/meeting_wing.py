"""What the app may ask of the back stage around meetings, in BACK: hats, reflection, drift."""

from collections.abc import Callable

from cartui.backstage.hats import HatStamps
from cartui.backstage.reflection_words import hats
from cartui.backstage.reflections_owed import owed_reflections
from cartui.model.meetings import Meeting
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.workspace import Workspace
from screens.backstage.drift_box import DriftBox
from screens.backstage.reflection_box import ReflectionBox
from screens.parts.frame import FrameScreen


class MeetingWing:
    """Opened with the back stage and forgotten with it."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        self._ws, self._room = workspace, room

    def hats(self) -> list[tuple[str, str]]:
        """Return the names of the hats with a line of help each, in the order of their keys."""
        return [(each.name, each.help) for each in hats()]

    def stamp(self, group: str, meeting: str, segment: str, place: int) -> Change:
        """Stamp a hat by its place in that order, from 0."""
        return HatStamps(self._ws, self._room, group).stamp(meeting, segment, hats()[place].id)

    def owed(self) -> tuple[str, str] | None:
        """Return group and meeting of the newest reflection that is owed; None if none is."""
        found = owed_reflections(self._ws)
        return (found[0].group, found[0].meeting.uid) if found else None

    def reflection(self, group: str, meeting: str, frame: FrameScreen) -> ReflectionBox | None:
        """Return the reflection on a meeting, to stand over `frame`; None if it is gone."""
        found = self._ws.get(Meeting, meeting, group)
        if found is None:
            return None
        return ReflectionBox(self._ws, self._room, group, found, frame)

    def drift(self, group: str) -> DriftBox:
        """Return the hats of a group by month."""
        found = self._ws.get(Group, group)
        return DriftBox(self._ws, self._room, group, found.name if found is not None else "")
