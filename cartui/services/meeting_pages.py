"""What a meeting puts before the room: welcome, a part of the agenda, the next meeting, thanks.

Nobody is named on any of them; a slot has no reason with it.
"""

from collections.abc import Sequence
from datetime import date

from cartui.model.meetings import Meeting, Segment, Slot
from cartui.model.text import clean
from cartui.services.meeting_words import RAISED, meeting_name
from cartui.services.pages import Page, PageKind

WELCOME, NEXT, THANKS = "Welcome", "The next meeting", "Thank you"
LONGEST = 36
"""Cells of a title that stand whole above a page in the smallest window."""


def welcome_page(group: str, meeting: Meeting) -> Page:
    """Return what stands there while people arrive: the group, where, and when it begins."""
    name = meeting_name(meeting)
    lines = (name, meeting.venue, f"We begin at {meeting.start}" if meeting.start else "")
    return Page(
        kind=PageKind.WORDS,
        title=WELCOME,
        name=clean(group),
        lines=_said(lines) or (WELCOME,),
    )


def part_page(segment: Segment, lines: Sequence[str] = ()) -> Page:
    """Return a part of the agenda: its title, its questions; without any, other `lines`. Where
    things are raised, `lines` are all that it asks.

    The title stands above; in large where there is nothing else, or no room for it there.
    """
    title = clean(segment.title)
    said = _said(lines) if segment.kind == RAISED else _said(segment.questions) or _said(lines)
    large = not said or len(title) > LONGEST
    return Page(
        kind=PageKind.PART,
        title="" if large else title,
        name=title if large else "",
        lines=said,
        after=_said((segment.resource,)),
    )


def next_page(meeting: Meeting) -> Page | None:
    """Return the times that are offered for the next meeting, numbered; None if none is."""
    lines = _said(tuple(slot_words(slot) for slot in meeting.slots))
    return Page(kind=PageKind.RULES, title=NEXT, lines=lines) if lines else None


def thanks_page(group: str, following: Meeting | None) -> Page:
    """Return what stands there at the end; when and where the next meeting is, if one is."""
    when = (following.on and day_words(following.on), following.start) if following else ()
    said = (" ".join(filter(None, when)), following.venue if following else "")
    lines = _said((f"Next meeting: {said[0]}" if said[0] else "", said[1] if said[0] else ""))
    return Page(kind=PageKind.WORDS, title=clean(group), name=THANKS, lines=lines)


def slot_words(slot: Slot) -> str:
    """Return a slot in words: day, hour, place."""
    return ", ".join(filter(None, (day_words(slot.on), slot.start, slot.venue)))


def day_words(on: str) -> str:
    """Return an ISO date as "Tue 8 Dec"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return on
    return f"{day:%a} {day.day} {day:%b}"


def _said(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, (clean(each) for each in lines)))
