"""The shipped words of meetings: their kinds, and the kinds of the parts of an agenda."""

from functools import cache

from msgspec import Struct

import data


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
