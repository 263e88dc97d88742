"""A meeting's agenda, read at every key without looking through the whole series."""

from cartui.model.meetings import Segment
from cartui.services.meetings_wall import MeetingsWall


class AgendaRead:
    """Remembers which segments are the meeting's; they themselves are read anew each time.

    A segment never goes to another meeting, so this is looked up only when there are more or
    fewer segments than before, or one is gone.
    """

    def __init__(self, meetings: MeetingsWall, uid: str) -> None:
        self._meetings, self._uid = meetings, uid
        self._mine: list[str] = []
        self._among = -1

    def segments(self) -> list[Segment]:
        """Return the meeting's segments in their order."""
        table = self._meetings.segments()
        if len(table) != self._among or not all(uid in table for uid in self._mine):
            self._among = len(table)
            self._mine = [uid for uid, each in table.items() if each.meeting == self._uid]
        found = [each for uid in self._mine if not (each := table[uid]).away]
        return sorted(found, key=lambda each: (each.order, each.uid))
