"""What the meetings of a group left, and the one that comes: as Home lists it the next morning."""

from collections.abc import Iterator

from cartui.model.meetings import Capture, CaptureKind, Meeting
from cartui.services.capture_words import day_words, is_late
from cartui.services.captures_wall import CapturesWall, owes_how
from cartui.services.glance_errands import Errand, Matter, Thing, Where
from cartui.services.meeting_words import meeting_name
from cartui.services.presences_series import expected_words
from cartui.services.presences_wall import PresencesWall

RECORD, LIVE = "record", "live"
"""Parts of a meeting beside the lines that were caught in it: its record, its own page."""


class MeetingsGlance:
    """The meetings of one group, looked over."""

    def __init__(self, captures: CapturesWall) -> None:
        self._captures = captures
        self._presences = captures.beside(PresencesWall)

    def errands(self) -> Iterator[Errand]:
        """Yield the next meeting, open actions, decisions without how, a record to confirm."""
        if (coming := self._captures.coming()) is not None and coming.on:
            yield self._coming(coming)
        meetings = {each.uid: each for each in self._captures.meetings()}
        for line in self._captures.open_now():
            if line.kind == CaptureKind.ACTION.value and line.meeting in meetings:
                yield self._action(line)
        for meeting in meetings.values():
            for line in self._captures.captured(meeting):
                if owes_how(line):
                    yield self._line(Matter.HOW, line)
        if (last := self._last_closed()) is not None and not last.confirmed_on:
            where = self._where(last.uid, RECORD)
            yield self._errand(Matter.RECORD, where, meeting_name(last), since=last.closed_at)

    def _last_closed(self) -> Meeting | None:
        closed = [each for each in self._captures.meetings() if each.closed_at]
        return closed[-1] if closed else None

    def _coming(self, meeting: Meeting) -> Errand:
        today = self._captures.today()
        pass_ = self._presences.pass_over(meeting)
        begins = "on now" if meeting.began_at else day_words(meeting.on, today)
        here = ", ".join(filter(None, (meeting_name(meeting), meeting.venue)))
        near = bool(meeting.began_at) or meeting.on == today
        return self._errand(
            Matter.MEETING,
            self._where(meeting.uid, LIVE if near else ""),
            f"{here}. {expected_words(pass_)}",
            " ".join(filter(None, (begins, "" if meeting.began_at else meeting.start))),
            since=f"{meeting.on}T{meeting.start}",  # the soonest of several groups' stands first
            count=int(near),
        )

    def _action(self, line: Capture) -> Errand:
        today = self._captures.today()
        owner = self._captures.short_owner_of(line) or "nobody's yet"
        late = "was due" if is_late(line, today) else "due"
        due = f"{late} {day_words(line.due, today)}" if line.due else ""
        return self._line(Matter.ACTION, line, ", ".join(filter(None, (owner, due))))

    def _line(self, matter: Matter, line: Capture, words: str = "") -> Errand:
        where = self._where(line.meeting, line.uid)
        return self._errand(matter, where, f"“{line.text}”", words, since=line.at)

    def _where(self, meeting: str, within: str = "") -> Where:
        group = self._captures.group_uid
        return Where(thing=Thing.MEETING, group=group, uid=meeting, within=within)

    def _errand(
        self,
        matter: Matter,
        where: Where,
        name: str,
        words: str = "",
        *,
        since: str = "",
        count: int = 1,
    ) -> Errand:
        group = self._captures.group.name
        return Errand(
            matter=matter, where=where, group=group, name=name, words=words, count=count,
            since=since,
        )  # fmt: skip
