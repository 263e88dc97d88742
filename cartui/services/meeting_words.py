"""The shipped words of meetings: their kinds, and the kinds of the parts of an agenda."""

from functools import cache

from msgspec import Struct

import data
from cartui.model.meetings import Meeting


class MeetingWord(Struct, frozen=True, kw_only=True):
    """A word to choose, with a line of help."""

    id: str
    name: str
    help: str = ""


@cache
def meeting_kinds() -> tuple[MeetingWord, ...]:
    """Return the kinds of meeting, in their order."""
    return data.load("words/meeting_kinds", tuple[MeetingWord, ...])


@cache
def segment_kinds() -> tuple[MeetingWord, ...]:
    """Return the kinds of segment, in their order."""
    return data.load("words/segment_kinds", tuple[MeetingWord, ...])


def meeting_name(meeting: Meeting) -> str:
    """Return what a meeting is called: its title, or its number."""
    return meeting.title or (f"Meeting {meeting.number}" if meeting.number else "Meeting")
