"""Who was there: one pass over those who are expected, each mark one change, saved at once."""

from collections.abc import Mapping

from cartui.model.meetings import Attendance, Meeting, Presence
from cartui.model.problems import CartuiProblem
from cartui.services.presences_wall import Pass, PresencesWall, was_there
from cartui.services.presences_words import COMING
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "presence.mark": "{1} at the meeting {2}: {0}",
    "presence.mark_many": "{1} people at the meeting {2}: {0}",
}
AHEAD = (COMING, Presence.APOLOGIES.value)
"""What can be said of somebody before the day of the meeting."""


class NobodyLeft(CartuiProblem):
    """The rest were to be marked, and everybody is marked already."""


class NotYet(CartuiProblem):
    """Somebody was to be marked late, gone or absent before the day of the meeting."""


class Presences(PresencesWall):
    """Attendance at the meetings of one group."""

    def mark(self, meeting: Meeting, marks: Mapping[str, str]) -> Change:
        """Note how people were there, by their uids. Raises NobodyLeft without people, NotYet
        for a state that only the day can tell, NothingNew if all is noted like that already.
        """
        if not marks:
            raise NobodyLeft("Everybody is marked. Nothing was changed.")
        now, states = self.meeting(meeting.uid), set(marks.values())
        if self.is_ahead(now) and not states <= set(AHEAD):
            words = "Before the day only p (is coming) and a (apologies) can be noted."
            raise NotYet(f"{words} Nothing was changed.")
        said = next(iter(states)) if len(states) == 1 else "marked"
        one = len(marks) == 1
        verb, who = ("presence.mark", next(iter(marks))) if one else ("", str(len(marks)))
        draft = self._draft(verb or "presence.mark_many", said, who, now.uid)
        for person, state in marks.items():
            self._take(draft, now, person, state)
        return self._save(draft)

    def rest(self, meeting: Meeting) -> Change:
        """Mark everybody present who is not marked yet; ahead of the day, as coming.

        Raises NobodyLeft.
        """
        pass_ = self.pass_over(meeting)
        state = COMING if pass_.ahead else Presence.PRESENT.value
        return self.mark(meeting, dict.fromkeys(pass_.unmarked, state))

    def _take(self, draft: Draft, meeting: Meeting, person: str, state: str) -> None:
        uid = uid_of(meeting.uid, person)
        held = self._ws.get(Attendance, uid, group=self.group_uid)
        if held is not None:
            draft.set(held, state=state)
            return
        made = Attendance(uid=uid, meeting=meeting.uid, person=person)
        draft.create(made)
        # The state is said, also the usual one: a mark taken back left its words under this uid.
        draft.set(made, state=state)


def uid_of(meeting: str, person: str) -> str:
    """Return the uid of a person's attendance: two windows that mark the same person make one."""
    return f"{meeting}.{person}"


__all__ = ["AHEAD", "NobodyLeft", "NotYet", "Pass", "Presences", "uid_of", "was_there"]
