"""The shipped words of meetings: their kinds, and the kinds of the parts of an agenda."""

from functools import cache

from msgspec import Struct

import data
from cartui.model.meetings import Meeting

RAISED = "raised"
"""The kind of the segment whose prompts are what was raised."""


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


def word_or_own(words: tuple[MeetingWord, ...], said: str) -> str:
    """Return the id of a shipped word by its name or how it begins; else the words as said."""
    wanted = said.casefold()
    for each in words:
        if wanted in (each.name.casefold(), each.id.casefold()):
            return each.id
    begun = [each.id for each in words if wanted and each.name.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 else said


def word_name(words: tuple[MeetingWord, ...], id_: str) -> str:
    """Return the name of a shipped word; a word of one's own is its own name."""
    return next((each.name for each in words if each.id == id_), id_)


def meeting_name(meeting: Meeting) -> str:
    """Return what a meeting is called: its title, or its number."""
    return meeting.title or (f"Meeting {meeting.number}" if meeting.number else "Meeting")
