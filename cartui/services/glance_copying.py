"""What Home copies of what a meeting left, for a mail of one's own: its actions, its record."""

from cartui.services.glance_errands import Errand, Matter
from cartui.services.meeting_record import MeetingRecord


def text_to_copy(errand: Errand, records: MeetingRecord) -> str:
    """Return what is copied for a mail of one's own: the actions of a meeting, or its record.

    "" for any other errand. Raises NotFoundHere.
    """
    if errand.matter is Matter.ACTION:
        return records.actions_text(records.meeting(errand.where.uid))
    if errand.matter is Matter.RECORD:
        return records.text(records.meeting(errand.where.uid))
    return ""
