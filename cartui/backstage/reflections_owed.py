"""Meetings after which the facilitator has written nothing down yet, for Home in BACK."""

from msgspec import Struct

from cartui.backstage.records import Reflection
from cartui.model.meetings import Meeting
from cartui.store.workspace import Workspace


class OwedReflection(Struct, frozen=True, kw_only=True):
    """A meeting that was closed, and nothing has been written after it yet."""

    group: str
    meeting: Meeting


def owed_reflections(workspace: Workspace) -> list[OwedReflection]:
    """Return the closed meetings of all groups after which nothing was written, newest first.

    For BACK alone: it reads back files.
    """
    found: list[OwedReflection] = []
    for group in workspace.group_uids():
        kept = workspace.table(Reflection, group).values()
        written = {each.meeting for each in kept if not each.away}
        found += [
            OwedReflection(group=group, meeting=meeting)
            for meeting in workspace.table(Meeting, group).values()
            if meeting.closed_at and not meeting.away and meeting.uid not in written
        ]
    return sorted(found, key=lambda each: each.meeting.closed_at, reverse=True)
