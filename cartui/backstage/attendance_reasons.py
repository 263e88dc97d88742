"""Why somebody was late, left early or did not come: kept beside the attendance, in BACK only."""

from msgspec import Struct

from cartui.backstage.back_service import BackService
from cartui.backstage.records import AttendanceBack
from cartui.model.meetings import Attendance, Meeting, Presence
from cartui.model.people import Group
from cartui.model.text import clean
from cartui.services.meetings_wall import MeetingsWall, when
from cartui.services.presences_words import COMING
from cartui.store.events import Change

WORDS = {"private.attendance": "Wrote why {0} was not there the whole time"}


class Missed(Struct, frozen=True, kw_only=True):
    """One meeting that a person was not at for the whole time, and why if that is known."""

    group: str
    meeting: Meeting
    attendance: Attendance
    reason: str

    @property
    def called(self) -> str:
        """The meeting and how the person was there: "apologies, meeting 3"."""
        name = f"meeting {self.meeting.number}" if self.meeting.number else self.meeting.title
        return ", ".join(filter(None, (self.attendance.state, name, self.meeting.on)))


class AttendanceReasons(BackService):
    """The reasons, by person. They stand in the back file of the group that met."""

    def missed(self, person: str) -> list[Missed]:
        """Return the meetings that a person was not at for the whole time, the newest first."""
        found = []
        for group, each in self._ws.table(Group).items():
            if each.away:
                continue
            meetings = {m.uid: m for m in MeetingsWall(self._ws, self._room, group).meetings()}
            reasons = self._ws.table(AttendanceBack, group)
            found += [
                Missed(
                    group=group,
                    meeting=meetings[held.meeting],
                    attendance=held,
                    reason=reasons[held.uid].reason if held.uid in reasons else "",
                )
                for held in self._ws.table(Attendance, group).values()
                if held.person == person and held.meeting in meetings and _asks_why(held)
            ]
        return sorted(found, key=lambda each: when(each.meeting), reverse=True)

    def write(self, missed: Missed, reason: str) -> Change | None:
        """Write why; an empty text takes it away. Returns None when nothing is different.

        Raises NotBackStage.
        """
        reason, twin = clean(reason), AttendanceBack(uid=missed.attendance.uid)
        draft = self._draft("private.attendance", missed.attendance.person, group=missed.group)
        if reason == missed.reason:
            return None
        self._set_beside(draft, twin, missed.group, reason=reason)
        return None if draft.is_empty else self._commit(draft)


def _asks_why(held: Attendance) -> bool:
    return held.state not in (Presence.PRESENT.value, COMING, "")
