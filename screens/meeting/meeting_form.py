"""The fields of a meeting and of a part of an agenda: what is asked, checked and proposed."""

from collections.abc import Mapping, Sequence
from typing import Any

from cartui.model.meetings import Meeting, Segment
from cartui.services.cards import worded
from cartui.services.meeting_times import length, time_of_day, whole_day
from cartui.services.meeting_words import meeting_kinds, segment_kinds, word_name
from cartui.services.meetings import Meetings, whole_number
from cartui.services.meetings_agenda import NO_TITLE
from cartui.store.events import Change
from screens.parts.form import Form
from screens.parts.form_rows import Asked, Check
from screens.parts.form_screen import Edit

MEETING = (
    Asked("title", "Title", "as people call it; empty shows its kind"),
    Asked("on", "Day", "2026-03-31"),
    Asked("start", "Start", "14:00"),
    Asked("minutes", "Minutes", "minutes, or 2h"),
    Asked("venue", "Venue", "where people go"),
    Asked("area", "Area"),
    Asked("kind", "Kind", "group meeting, home retreat, or your own word"),
    Asked("number", "Number"),
    Asked("slot_agreed_by", "Agreed by", "who chose time and place, and how; the group sees it"),
)
SEGMENT = (
    Asked("title", "Title"),
    Asked("minutes", "Minutes", "minutes, or 1h30"),
    Asked("kind", "Kind", "discussion, input, round, break, or your own word"),
    Asked("owner", "Owner", "a member's name, or how it begins"),
    Asked("resource", "Resource", "a handout, a template, something to read"),
    Asked("protected", "Protected", yes="yes, never shortened", no="no, may be shortened"),
)


Filled = tuple[Edit, dict[str, Any]]
"""What saves a form, and what stood in the record when it was opened."""


def fill_meeting(form: Form, meetings: Meetings, meeting: Meeting) -> Filled:
    """Fill the form of a meeting; return what saves it, and what stood in the record."""
    fields = [each.field for each in MEETING]
    was = {field: getattr(meeting, field) for field in fields}
    values = {field: str(value) for field, value in was.items()}
    values["number"] = str(meeting.number or "")
    values["kind"] = word_name(meeting_kinds(), meeting.kind)
    checks: Mapping[str, Check] = {
        "on": lambda text: whole_day(text, meetings.today()),
        "start": time_of_day,
        "minutes": length,
        "number": whole_number,
    }
    form.open(values, checks, _known(meetings) | {"kind": [x.name for x in meeting_kinds()]})

    def edit(*, was: Mapping[str, Any] | None = None, **said: Any) -> Change:
        return meetings.edit(meeting, was=was, **said)

    return edit, was


def fill_segment(form: Form, meetings: Meetings, segment: Segment) -> Filled:
    """Fill the form of a part of an agenda; return what saves it, and what stood there."""
    was = {each.field: getattr(segment, each.field) for each in SEGMENT}
    values = was | {
        "minutes": str(segment.minutes),
        "kind": word_name(segment_kinds(), segment.kind),
        "owner": meetings.person_name(segment.owner),
    }
    checks: Mapping[str, Check] = {
        "title": lambda text: worded(text, NO_TITLE),
        "minutes": lambda text: length(text, least=0),
        "owner": meetings.member_named,
    }
    words = {
        "kind": [each.name for each in segment_kinds()],
        "owner": [each.name for each in meetings.members()],
    }
    form.open(values, checks, words)

    def edit(*, was: Mapping[str, Any] | None = None, **said: Any) -> Change:
        if "owner" in said:
            said["owner"] = meetings.member_named(said["owner"])
        return meetings.edit_segment(segment, was=was, **said)

    return edit, was


def _known(meetings: Meetings) -> dict[str, Sequence[str]]:
    """Return venues and areas of the series so far, to be proposed."""
    found: dict[str, Sequence[str]] = {}
    for field in ("venue", "area"):
        told = (getattr(each, field) for each in meetings.meetings())
        found[field] = list(dict.fromkeys(filter(None, told)))
    return found
