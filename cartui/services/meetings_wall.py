"""A group's meetings as they are read: the series, an agenda, who is expected."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Self

from cartui.model.meetings import Meeting, Segment
from cartui.model.people import Group, Membership, Person
from cartui.model.problems import NotFoundHere
from cartui.services.group_service import GroupService


class MeetingsWall(GroupService):
    """The meetings of one group, read. Those that other groups hold and it takes part in stand
    with the group that holds them.
    """

    def meetings(self, *, away: bool = False) -> list[Meeting]:
        """Return the series, the earliest first; one without a day comes last."""
        kept = self._ws.made_of(Meeting, in_series, group=self.group_uid)
        return [each for each in kept if each.away == away]

    def meeting(self, uid: str) -> Meeting:
        """Return a meeting as it stands now. Raises NotFoundHere."""
        found = self._ws.get(Meeting, uid, group=self.group_uid)
        if found is None:
            raise NotFoundHere("That meeting is no longer here. Nothing was changed.")
        return found

    def coming(self) -> Meeting | None:
        """Return the meeting that is on, or the next one not held yet; None if there is none."""
        return coming_of(self.meetings(), self._ws.today())

    def before(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting that was held before this one; None for the first."""
        held = [each for each in self.meetings() if when(each) < when(meeting)]
        return held[-1] if held else None

    def agenda(self, meeting: Meeting, *, away: bool = False) -> list[Segment]:
        """Return the segments of a meeting in their order."""
        own = self._ws.made_of(Segment, by_meeting, group=self.group_uid).get(meeting.uid, ())
        return [each for each in own if each.away == away]

    def expected(self, meeting: Meeting) -> list[Person]:
        """Return who belongs to the meeting's groups on its day, in the roster's order.

        Who joined later or had left by then is not among them: that is no absence.
        """
        here = self._here_of(meeting, self._belonging(meeting))
        return sorted(here.values(), key=lambda each: (each.order, each.name, each.uid))

    def groups(self) -> list[Group]:
        """Return the groups of the workspace that are not put away, in order."""
        kept = [each for each in self._ws.table(Group).values() if not each.away]
        return sorted(kept, key=lambda each: (each.order, each.uid))

    def elsewhere(self) -> list[Self]:
        """Return the meetings of the other groups, each as these are of this one."""
        others = (each.uid for each in self.groups() if each.uid != self.group_uid)
        return [self.of_group(uid) for uid in others]

    def of_group(self, uid: str) -> Self:
        """Return the meetings of a group, as these are of this one."""
        return self if uid == self.group_uid else type(self)(self._ws, self._room, uid)

    def today(self) -> str:
        """Return today's date, ISO 8601."""
        return self._ws.today()

    def moment(self) -> datetime:
        """Return now, with its time zone."""
        return self._ws.moment()

    def members(self) -> list[Person]:
        """Return who belongs to the group today, in the roster's order."""
        return self.expected(Meeting(uid=""))

    def _belonging(self, meeting: Meeting) -> list[Membership]:
        """Return who belongs or belonged to the groups of a meeting."""
        return self._memberships((self.group_uid, *meeting.others))

    def _here_of(self, meeting: Meeting, held: Iterable[Membership]) -> dict[str, Person]:
        """Return those of them, by uid, who belong there on the meeting's day."""
        day = meeting.on or self._ws.today()
        uids = {
            each.person
            for each in held
            if not (each.joined and each.joined > day) and not (each.left and each.left <= day)
        }
        people = self._ws.some(Person, uids)
        return {uid: person for uid, person in people.items() if not person.away}

    def _memberships(self, groups: Iterable[str]) -> list[Membership]:
        """Return who belongs or belonged to some groups; of other groups nobody is read."""
        return [
            each
            for group in dict.fromkeys(groups)
            for each in self._ws.naming(Membership, group)
            if each.group == group and not each.away
        ]


def in_series(meetings: Mapping[str, Meeting]) -> Sequence[Meeting]:
    """Return meetings, also those put away, in their order."""
    return sorted(meetings.values(), key=when)


def by_meeting(segments: Mapping[str, Segment]) -> Mapping[str, Sequence[Segment]]:
    """Return segments by their meeting, each agenda in its order."""
    agendas: dict[str, list[Segment]] = {}
    for each in sorted(segments.values(), key=lambda each: (each.order, each.uid)):
        agendas.setdefault(each.meeting, []).append(each)
    return agendas


def coming_of(meetings: Sequence[Meeting], today: str) -> Meeting | None:
    """Return of meetings in their order the one that is on, or the next not held yet."""
    waiting = [each for each in meetings if not each.closed_at]
    on_now = [each for each in waiting if each.began_at]
    ahead = [each for each in waiting if not each.on or each.on >= today]
    return next(iter([*on_now, *ahead]), None)


def when(meeting: Meeting) -> tuple[str, str, int, str]:
    """Return what meetings are ordered by; a meeting without a day comes after all others."""
    return (meeting.on or "~", meeting.start, meeting.number, meeting.uid)
