"""An agenda as it is read: each part with the clock beside it, the sum against the length."""

from collections.abc import Iterable

from msgspec import Struct

from cartui.model.meetings import Meeting, Segment
from cartui.model.rooms import Room
from cartui.services.meetings_agenda import MeetingsAgenda
from cartui.services.wall_clock import clock_after


class AgendaLine(Struct, frozen=True, kw_only=True):
    """One part of an agenda. `begins` is what the clock on the wall says, "" if that is unknown;
    `prompts` are its questions and what was raised; `about` what it is held on.
    """

    segment: Segment
    number: int
    begins: str = ""
    prompts: tuple[str, ...] = ()
    owner: str = ""
    about: str = ""

    @property
    def uid(self) -> str:
        """The segment's uid."""
        return self.segment.uid


class Reckoning(Struct, frozen=True):
    """What an agenda takes against what there is, in minutes; `ends` is what the clock says."""

    planned: int
    length: int
    ends: str = ""

    @property
    def over(self) -> int:
        """How many minutes are too many; below zero so many are left."""
        return self.planned - self.length

    @property
    def words(self) -> str:
        """The sum in words: "110 of 120 min, 10 left, ends 15:50"; without parts no end."""
        rest = ""
        if self.over > 0:
            rest = f"{self.over} too long"
        elif self.over < 0:
            rest = f"{-self.over} left"
        ends = f"ends {self.ends}" if self.ends and self.planned else ""
        return ", ".join(filter(None, (f"{self.planned} of {self.length} min", rest, ends)))


def agenda_lines(
    meetings: MeetingsAgenda, meeting: Meeting, room: Room = Room.MEMBERS, *, away: bool = False
) -> list[AgendaLine]:
    """Return the agenda in order. Before outsiders nothing of it says who, or on what."""
    found, ran = [], 0
    for number, each in enumerate(meetings.agenda(meeting, away=away), start=1):
        begins = clock_after(meeting.start, ran)
        ran += each.minutes
        if room is Room.PUBLIC:
            found.append(AgendaLine(segment=each, number=number, begins=begins,
                                    prompts=each.questions))  # fmt: skip
            continue
        found.append(AgendaLine(
            segment=each, number=number, begins=begins, prompts=meetings.prompts(each),
            owner=meetings.person_name(each.owner), about=meetings.held_on(each),
        ))  # fmt: skip
    return found


def reckoning(meeting: Meeting, segments: Iterable[Segment]) -> Reckoning:
    """Return the sum of an agenda."""
    planned = sum(each.minutes for each in segments)
    return Reckoning(planned, meeting.minutes, clock_after(meeting.start, planned))
