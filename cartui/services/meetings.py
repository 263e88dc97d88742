"""The meetings of one group: planned, begun, closed. Every verb is one change."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cartui.model.meetings import Meeting, Slot
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services import (
    meetings_agenda,
    meetings_raised,
    meetings_slots,
    meetings_templates,
)
from cartui.services.meanwhile_fields import unchanged_meanwhile
from cartui.services.meeting_times import length, read_slot, time_of_day, whole_day
from cartui.services.meeting_words import meeting_kinds, word_or_own
from cartui.services.meetings_slots import MeetingsSlots
from cartui.services.meetings_wall import when
from cartui.services.wall_clock import next_day
from cartui.store.events import Change

WORDS = {
    "meeting.add": "Planned the meeting {0}",
    "meeting.edit": "Changed the meeting {0}",
    "meeting.put_away": "Put away the meeting {0}",
    "meeting.bring_back": "Brought back the meeting {0}",
    "meeting.begin": "Began the meeting {0}",
    "meeting.close": "Closed the meeting {0}",
    "meeting.groups": "Said which groups take part in the meeting {0}",
    **meetings_raised.WORDS,
    **meetings_agenda.WORDS,
    **meetings_templates.WORDS,
    **meetings_slots.WORDS,
}
GROUP_MEETING = "group meeting"


class WrongNumber(CartuiProblem):
    """A text that is no number."""


class Meetings(MeetingsSlots):
    """The meetings of a group, with their agendas, slots and what is raised. `group_uid` says
    whose.
    """

    def add(self, *, on: str = "", start: str = "", **fields: Any) -> Change:
        """Plan a meeting; its uid is the first of the change's `about`. It gets the next number.

        Raises WrongDate, WrongTime.
        """
        said = {"kind": GROUP_MEETING, "number": self.next_number(), **self._kept(fields)}
        said |= self._kept({"on": on, "start": start})
        made = Meeting(uid=self._ws.new_uid(), **said)
        draft = self._draft("meeting.add", made.uid)
        draft.create(made)
        return self._commit(draft)

    def plan(self, text: str) -> Change:
        """Plan the next meeting by one line: "2026-03-16 14:00 Town hall".

        What is not said is as it was the last time. Raises WrongDate, WrongTime.
        """
        slot, like = read_slot(text, self._ws.today()), self._last()
        said = {"kind": like.kind or GROUP_MEETING, "minutes": like.minutes, "area": ""}
        if not slot.venue or slot.venue == like.venue:
            said["area"] = like.area
        return self.add(
            on=slot.on, start=slot.start or like.start, venue=slot.venue or like.venue, **said
        )

    def proposed(self, after: Meeting | None = None) -> Slot:
        """Return a sensible slot for the next meeting, in the rhythm of those so far.

        With `after`, of those up to that one. A retreat has no part in the rhythm.
        """
        known = [each for each in self._usual() if after is None or when(each) <= when(after)]
        days = [each.on for each in known or ([after] if after is not None else [])]
        return Slot(on=next_day(days, self._ws.today()), start=self._last().start)

    def edit(
        self, meeting: Meeting, *, was: Mapping[str, Any] | None = None, **fields: Any
    ) -> Change:
        """Change fields of a meeting. Raises WrongDate, WrongTime, NothingNew.

        `was` is what stood in some of them when they were read. Raises FieldsMeanwhile.
        """
        said = self._kept(fields)
        if was is not None:
            self._ws.poll()
        unchanged_meanwhile(self.meeting(meeting.uid), was, said)
        return self._set("meeting.edit", meeting, **said)

    def set_groups(self, meeting: Meeting, groups: Iterable[str]) -> Change:
        """Say which further groups take part, by their uids."""
        others = tuple(dict.fromkeys(each for each in groups if each != self.group_uid))
        return self._set("meeting.groups", meeting, others=others)

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

    def _set(self, verb: str, meeting: Meeting, **fields: Any) -> Change:
        now = self.meeting(meeting.uid)
        draft = self._draft(verb, now.uid)
        draft.set(now, **fields)
        return self._save(draft)

    def _last(self) -> Meeting:
        """Return the newest of the group's own meetings; one at 14:00 if there is none yet."""
        return next(reversed(self._usual()), Meeting(uid="", start="14:00"))

    def _usual(self) -> list[Meeting]:
        """Return the meetings that have a day and are of the usual kind, else of any kind."""
        dated = [each for each in self.meetings() if each.on]
        return [each for each in dated if each.kind == GROUP_MEETING] or dated

    def _kept(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return a meeting's fields as they are kept. Raises WrongDate, WrongTime."""
        said = {k: clean(v) if isinstance(v, str) else v for k, v in fields.items()}
        reads: dict[str, Callable[[str], Any]] = {
            "on": lambda text: whole_day(text, self._ws.today()),
            "start": time_of_day,
            "minutes": length,
            "number": whole_number,
            "kind": lambda text: word_or_own(meeting_kinds(), text),
        }
        for field, read in reads.items():
            if isinstance(said.get(field), str):
                said[field] = read(said[field])
        return said


def whole_number(text: str) -> int:
    """Return a meeting's number, 0 for none. Raises WrongNumber."""
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise WrongNumber(f"“{text}” is not a number. Nothing was changed; write it as 7.")
    return int(text)
