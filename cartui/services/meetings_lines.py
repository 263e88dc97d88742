"""The series of a group's meetings as it is listed: where each stands, who was there."""

from collections.abc import Mapping

from msgspec import Struct

from cartui.model.meetings import Meeting
from cartui.services.meeting_words import meeting_kinds, word_name
from cartui.services.meetings import Meetings
from cartui.services.meetings_wall import coming_of, when
from cartui.services.people_lines import folded
from cartui.services.presences_wall import PresencesWall
from cartui.services.wall_clock import clock_after, long_day

HELD, NOW, NEXT, PAST = "held", "on now", "next", "day is past"


class MeetingLine(Struct, frozen=True, kw_only=True):
    """One meeting of the series. `there` of `expected` came; both 0 where nobody was marked.

    `group` is the uid of the group that holds it; `groups` are the names of the others in it.
    """

    meeting: Meeting
    group: str = ""
    stands: str = ""
    there: int = 0
    expected: int = 0
    groups: tuple[str, ...] = ()

    @property
    def uid(self) -> str:
        """The meeting's uid."""
        return self.meeting.uid

    @property
    def title(self) -> str:
        """What it is called: its title, or its kind."""
        return self.meeting.title or word_name(meeting_kinds(), self.meeting.kind) or "meeting"

    @property
    def when(self) -> str:
        """The day and the hours: "Tue 20 Oct 2015 14:00-16:00"."""
        start = self.meeting.start
        ends = clock_after(start, self.meeting.minutes)
        hours = f"{start}-{ends}" if ends else start
        return " ".join(filter(None, (long_day(self.meeting.on), hours))) or "no day yet"

    @property
    def place(self) -> str:
        """The venue and the area."""
        return ", ".join(filter(None, (self.meeting.venue, self.meeting.area)))

    @property
    def came(self) -> str:
        """How many came: "5 of 6"; "" where nobody was marked."""
        return f"{self.there} of {self.expected}" if self.expected else ""

    @property
    def key(self) -> str:
        """What finding looks in."""
        texts = (str(self.meeting.number), self.title, self.when, self.meeting.on, self.place)
        return folded(" ".join((*texts, self.stands)))


def meeting_lines(meetings: Meetings, *, away: bool = False) -> list[MeetingLine]:
    """Return the series in order, with what other groups hold and this one takes part in; with
    `away` those of its own that were put away.
    """
    held = [(meetings, each) for each in meetings.meetings(away=away)]
    for other in () if away else meetings.elsewhere():
        taking_part = (x for x in other.meetings() if meetings.group_uid in x.others)
        held += [(other, each) for each in taking_part]
    held.sort(key=lambda pair: when(pair[1]))
    coming = None if away else coming_of([each for _, each in held], meetings.today())
    marked = {uid: counts for of in {id(of): of for of, _ in held}.values()
              for uid, counts in _marked(of).items()}  # fmt: skip
    return [_line(meetings, of, each, coming, marked.get(each.uid)) for of, each in held]


def _line(
    meetings: Meetings,
    of: Meetings,
    meeting: Meeting,
    coming: Meeting | None,
    marked: tuple[int, int] | None,
) -> MeetingLine:
    taking_part = {of.group_uid, *meeting.others} - {meetings.group_uid}
    return MeetingLine(
        meeting=meeting,
        group=of.group_uid,
        stands=_stands(meeting, coming, meetings.today(), held=marked is not None),
        there=(marked or (0, 0))[0],
        expected=(marked or (0, 0))[1],
        groups=tuple(each.name for each in meetings.groups() if each.uid in taking_part),
    )


def _stands(meeting: Meeting, coming: Meeting | None, today: str, *, held: bool) -> str:
    if meeting.closed_at:
        return HELD
    if meeting.began_at:
        return NOW
    if coming is not None and meeting.uid == coming.uid:
        return NEXT  # also when attendance is taken while people arrive, before it begins
    if held:
        return HELD
    return PAST if meeting.on and meeting.on < today else ""


def _marked(meetings: Meetings) -> Mapping[str, tuple[int, int]]:
    """Return how many came, and how many were expected, by meeting; a pass ahead is no pass."""
    presences = meetings.beside(PresencesWall)
    counts = ((each.uid, presences.counted(each)) for each in meetings.meetings())
    return {uid: (there, asked) for uid, (there, asked) in counts if asked}
