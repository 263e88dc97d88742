"""The meetings of one group: planned, begun, closed. Every verb is one change."""

from typing import Any

from cartui.model.meetings import Meeting, Segment
from cartui.model.text import clean
from cartui.services.cards import worded
from cartui.services.meetings_wall import MeetingsWall
from cartui.services.memberships import dated
from cartui.store.events import Change

WORDS = {
    "meeting.add": "Planned the meeting {0}",
    "meeting.edit": "Changed the meeting {0}",
    "meeting.put_away": "Put away the meeting {0}",
    "meeting.bring_back": "Brought back the meeting {0}",
    "meeting.begin": "Began the meeting {0}",
    "meeting.close": "Closed the meeting {0}",
    "segment.add": "Added “{0}” to the agenda",
    "segment.edit": "Changed “{0}” on the agenda",
    "segment.order": "Moved “{0}” on the agenda",
    "segment.put_away": "Took “{0}” off the agenda",
}
GROUP_MEETING = "group meeting"
NO_TITLE = "A part of the agenda needs a title. Nothing was changed."


class Meetings(MeetingsWall):
    """The meetings on the wall. `group_uid` says whose."""

    def add(self, *, on: str = "", start: str = "", **fields: Any) -> Change:
        """Plan a meeting; its uid is the first of the change's `about`. It gets the next number.

        Raises WrongDate.
        """
        number = max((each.number for each in self.meetings()), default=0) + 1
        said = {"kind": GROUP_MEETING, "number": number, **_cleaned(fields)}
        made = Meeting(uid=self._ws.new_uid(), on=dated(on), start=clean(start), **said)
        draft = self._draft("meeting.add", made.uid)
        draft.create(made)
        return self._commit(draft)

    def edit(self, meeting: Meeting, **fields: Any) -> Change:
        """Change fields of a meeting. Raises WrongDate, NothingNew."""
        if "on" in fields:
            fields["on"] = dated(fields["on"])
        return self._set("meeting.edit", meeting, **_cleaned(fields))

    def put_away(self, meeting: Meeting) -> Change:
        """Take a meeting off the series; its agenda and record are kept."""
        return self._set("meeting.put_away", meeting, away=True)

    def bring_back(self, meeting: Meeting) -> Change:
        """Put a meeting back into the series."""
        return self._set("meeting.bring_back", meeting, away=False)

    def begin(self, meeting: Meeting) -> Change:
        """The meeting is on from now. Raises NothingNew."""
        return self._set("meeting.begin", meeting, began_at=self._ws.now(), closed_at="")

    def close(self, meeting: Meeting, ran: dict[str, int] | None = None) -> Change:
        """The meeting is over. `ran` gives the seconds each segment took, by its uid."""
        now = self.meeting(meeting.uid)
        draft = self._draft("meeting.close", now.uid)
        draft.set(now, closed_at=self._ws.now())
        for segment in self.agenda(now):
            if (seconds := (ran or {}).get(segment.uid)) is not None:
                draft.set(segment, ran=seconds)
        return self._save(draft)

    # --- the agenda

    def add_segment(self, meeting: Meeting, title: str, **fields: Any) -> Change:
        """Add a segment at the end of an agenda; its uid is in `about`. Raises NoWords."""
        last = max((each.order for each in self.agenda(meeting)), default=0.0)
        words, said = worded(title, NO_TITLE), {"order": last + 1, **_cleaned(fields)}
        made = Segment(uid=self._ws.new_uid(), meeting=meeting.uid, title=words, **said)
        draft = self._draft("segment.add", made.uid)
        draft.create(made)
        return self._commit(draft)

    def edit_segment(self, segment: Segment, **fields: Any) -> Change:
        """Change fields of a segment. Raises NoWords for an empty title, NothingNew."""
        if "title" in fields:
            fields["title"] = worded(fields["title"], NO_TITLE)
        draft = self._draft("segment.edit", segment.uid)
        draft.set(segment, **_cleaned(fields))
        return self._save(draft)

    def _set(self, verb: str, meeting: Meeting, **fields: Any) -> Change:
        now = self.meeting(meeting.uid)
        draft = self._draft(verb, now.uid)
        draft.set(now, **fields)
        return self._save(draft)


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(each) if isinstance(each, str) else each for name, each in fields.items()}
