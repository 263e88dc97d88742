"""Meetings on their way out: for calendars and outsiders only what they may see."""

from collections.abc import Sequence

from cartui.exchange.meetings_ics import CalendarMeeting, calendar_out
from cartui.exchange.meetings_markdown import AgendaPart, MeetingSheet
from cartui.model.meetings import Meeting
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.agenda_lines import AgendaLine, agenda_lines, reckoning
from cartui.services.meeting_times import slot_words
from cartui.services.meeting_words import meeting_kinds, word_name
from cartui.services.meetings import Meetings
from cartui.services.meetings_lines import MeetingLine, meeting_lines

GROUP_MEETING = "group meeting"


class NoDay(CartuiProblem):
    """None of the meetings asked for has a day, so no calendar can show one."""


def calendar_rows(meetings: Meetings, only: Meeting | None = None) -> list[CalendarMeeting]:
    """Return the series, or one meeting of it, as calendars show it; those without a day too.

    A meeting of several groups is in the series of each, always with the same uid.
    """
    return [
        CalendarMeeting(
            uid=line.uid,
            title=f"{meetings.of_group(line.group).group.name}: {_name(line)}",
            on=line.meeting.on,
            start=line.meeting.start,
            minutes=line.meeting.minutes,
            place=line.place,
            kind=word_name(meeting_kinds(), line.meeting.kind),
            agenda=_plain_agenda(meetings, line),
        )
        for line in _chosen(meetings, only)
    ]


def calendar(meetings: Meetings, only: Meeting | None = None) -> str:
    """Return a calendar file of the series or of one meeting. Raises NoDay."""
    rows = calendar_rows(meetings, only)
    if not any(row.on for row in rows):
        raise NoDay("No day is set yet, so there is nothing for a calendar.")
    name = f"{meetings.group.name} meetings"
    return calendar_out(rows, name, meetings.moment()).decode()


def sheets(meetings: Meetings, room: Room, only: Meeting | None = None) -> tuple[MeetingSheet, ...]:
    """Return the series, or one meeting of it, in words for this stage of the room."""
    return tuple(_sheet(meetings, line, room) for line in _chosen(meetings, only))


def _chosen(meetings: Meetings, only: Meeting | None) -> list[MeetingLine]:
    lines = meeting_lines(meetings)
    return [line for line in lines if only is None or line.uid == only.uid]


def _name(line: MeetingLine) -> str:
    number = f"meeting {line.meeting.number}" if line.meeting.number else ""
    kind = "" if line.title == GROUP_MEETING and number else line.title
    return ", ".join(filter(None, (number, kind)))


def _plain_agenda(meetings: Meetings, line: MeetingLine) -> tuple[str, ...]:
    parts = agenda_lines(meetings.of_group(line.group), line.meeting, Room.PUBLIC)
    return tuple(" ".join(filter(None, (x.begins, x.segment.title))) for x in parts)


def _sheet(meetings: Meetings, line: MeetingLine, room: Room) -> MeetingSheet:
    parts = agenda_lines(meetings.of_group(line.group), line.meeting, room)
    sum_ = reckoning(line.meeting, (each.segment for each in parts))
    came = f"There: {line.came}" if line.came and room is not Room.PUBLIC else ""
    groups = f"With {', '.join(line.groups)}" if line.groups else ""
    name = _name(line)
    return MeetingSheet(
        title=name[:1].upper() + name[1:],
        about=(line.when, line.place, groups, came),
        sum=sum_.words,
        parts=_parts(parts),
        slots=tuple(map(slot_words, line.meeting.slots)),
    )


def _parts(lines: Sequence[AgendaLine]) -> tuple[AgendaPart, ...]:
    return tuple(
        AgendaPart(
            clock=each.begins,
            words=f"{each.segment.title}, {each.segment.minutes} min",
            about=(
                f"on {each.about}" if each.about else "",
                f"Owner: {each.owner}" if each.owner else "",
                f"Resource: {each.segment.resource}" if each.segment.resource else "",
            ),
            prompts=each.prompts,
        )
        for each in lines
    )
