"""The record of a meeting, compiled from what was captured: for members, or for outsiders."""

from collections.abc import Iterator, Sequence

from cartui.exchange.record_csv import CaptureRow
from cartui.exchange.record_pages import RecordPage, RecordPart, record_text_out
from cartui.model.meetings import Capture, CaptureKind, Meeting, Presence, Segment
from cartui.model.people import Group, Person
from cartui.model.rooms import Room
from cartui.services.agenda_lines import AgendaLine, agenda_lines
from cartui.services.capture_line import says_whose
from cartui.services.capture_words import OUTCOMES
from cartui.services.captures import Captures
from cartui.services.meeting_words import meeting_kinds, meeting_name, word_name
from cartui.services.meetings import Meetings
from cartui.services.meetings_wall import when
from cartui.services.presences import Pass, Presences, was_there
from cartui.services.wall_clock import clock_after, long_day

NOT_TAKEN = "Attendance was not taken."
HOW_OWED = "how it was reached is not written down yet"


class MeetingRecord(Captures):
    """Records of one group's meetings. A record for outsiders holds no person and nothing said."""

    def page(self, meeting: Meeting, room: Room = Room.MEMBERS) -> RecordPage:
        """Return the record of a meeting as this stage of the room may see it.

        Raises NotFoundHere.
        """
        now = self.meeting(meeting.uid)
        public = room is Room.PUBLIC
        parts = self._public_parts(now) if public else self._parts(now)
        return RecordPage(
            title=f"Record of {meeting_name(now)}, {self.group.name}",
            about=tuple(self._about(now, public=public)),
            parts=tuple(parts),
        )

    def text(self, meeting: Meeting) -> str:
        """Return the record for members as plain text."""
        return record_text_out(self.page(meeting))

    def actions_text(self, meeting: Meeting) -> str:
        """Return the actions of a meeting as plain text, then those still open from before."""
        own = [each for each in self.captured(meeting) if each.kind == CaptureKind.ACTION.value]
        known = {each.uid for each in own}
        before = [
            each
            for each in self.open_now()
            if each.kind == CaptureKind.ACTION.value and each.uid not in known
        ]
        parts = [RecordPart(title="Actions", lines=self._lines(own), otherwise="None.")]
        if before:
            parts.append(RecordPart(title="Still open from before", lines=self._lines(before)))
        title = f"Actions of {meeting_name(meeting)}, {self.group.name}"
        return record_text_out(RecordPage(title=title, about=(_day(meeting),), parts=tuple(parts)))

    def rows(self, meetings: Sequence[Meeting]) -> list[CaptureRow]:
        """Return what was said at some meetings, a row for each line."""
        return [
            CaptureRow(
                group=self.group.name,
                meeting=meeting_name(meeting),
                on=meeting.on,
                kind=each.kind,
                text=each.text,
                owner=self.owner_of(each),
                due=each.due,
                how=each.how,
                outcome=OUTCOMES.get(each.outcome, each.outcome),
            )
            for meeting in meetings
            for each in self.captured(meeting)
        ]

    def held(self) -> list[Meeting]:
        """Return the meetings that there can be a record of: begun, closed, or with a pass."""
        presences = self.beside(Presences)
        return [
            each
            for each in self.meetings()
            if each.began_at or each.closed_at or presences.counted(each)[1]
        ]

    # --- the parts

    def _about(self, meeting: Meeting, *, public: bool) -> Iterator[str]:
        start, ends = meeting.start, clock_after(meeting.start, meeting.minutes)
        yield " ".join(filter(None, (_day(meeting), f"{start}-{ends}" if ends else start)))
        yield ", ".join(filter(None, (meeting.venue, meeting.area)))
        yield word_name(meeting_kinds(), meeting.kind)
        names = [group.name for uid in meeting.others if (group := self._ws.get(Group, uid))]
        yield f"With {', '.join(names)}" if names else ""
        if not public:
            on = meeting.confirmed_on
            yield f"Confirmed by the group on {on}." if on else "Not confirmed by the group yet."

    def _parts(self, meeting: Meeting) -> Iterator[RecordPart]:
        caught = self.captured(meeting)
        yield RecordPart(
            title="Who was there",
            lines=tuple(_who(self.beside(Presences).pass_over(meeting))),
            otherwise=NOT_TAKEN,
        )
        yield self._of("Decisions", caught, CaptureKind.DECISION, "No decision was written down.")
        yield self._of("Actions", caught, CaptureKind.ACTION, "No action was agreed.")
        settled = [each for each in self.open_before(meeting) if each.settled_at == meeting.uid]
        if settled:
            yield RecordPart(title="From earlier meetings", lines=self._lines(settled))
        for title, kind in (
            ("Parked for another time", CaptureKind.PARKED),
            ("Open questions", CaptureKind.QUESTION),
            ("Notes", CaptureKind.NOTE),
        ):
            if (part := self._of(title, caught, kind)).lines:
                yield part
        yield self._agenda(agenda_lines(self.beside(Meetings), meeting, Room.MEMBERS))
        yield from self._next(meeting)

    def _public_parts(self, meeting: Meeting) -> Iterator[RecordPart]:
        lines = agenda_lines(self.beside(Meetings), meeting, Room.PUBLIC)
        yield self._agenda(lines, public=True)
        yield from self._next(meeting)

    def _of(
        self, title: str, caught: Sequence[Capture], kind: CaptureKind, otherwise: str = ""
    ) -> RecordPart:
        own = [each for each in caught if each.kind == kind.value]
        return RecordPart(title=title, lines=self._lines(own), otherwise=otherwise)

    def _lines(self, captures: Sequence[Capture]) -> tuple[str, ...]:
        return tuple(map(self._line, captures))

    def _line(self, each: Capture) -> str:
        owner = self.owner_of(each)
        told = not owner or says_whose(each.text, owner)
        text = each.text if told else f"{owner}: {each.text}"
        if each.kind == CaptureKind.DECISION.value:
            return f"{text} ({each.how or HOW_OWED})"
        due = f"by {long_day(each.due) or each.due}" if each.due else ""
        outcome = OUTCOMES.get(each.outcome, each.outcome) if each.outcome else ""
        return ", ".join(filter(None, (text, due, outcome)))

    def _agenda(self, lines: Sequence[AgendaLine], *, public: bool = False) -> RecordPart:
        def words(line: AgendaLine) -> Iterator[str]:
            yield line.segment.title
            yield _took(line.segment, public=public)
            owner = self._owner_outside(line.segment) if public else line.owner
            yield f"with {owner}" if owner else ""
            yield line.segment.resource

        held = tuple(", ".join(filter(None, words(line))) for line in lines)
        return RecordPart(title="What we did", lines=held, otherwise="There was no agenda.")

    def _owner_outside(self, segment: Segment) -> str:
        """Return how a part's owner is spoken of before outsiders: role and agency, or by name
        for who has agreed to that.
        """
        person = self._ws.get(Person, segment.owner)
        if person is None:
            return ""
        role = person.job_role or person.profession or "member"
        spoken = ", ".join(filter(None, (role, person.agency)))
        return person.name if person.may_be_named else spoken

    def _next(self, meeting: Meeting) -> Iterator[RecordPart]:
        after = next((each for each in self.meetings() if when(each) > when(meeting)), None)
        if after is not None and after.on:
            words = " ".join(filter(None, (_day(after), after.start)))
            place = ", ".join(filter(None, (after.venue, after.area)))
            yield RecordPart(title="Next meeting", lines=(", ".join(filter(None, (words, place))),))


def _day(meeting: Meeting) -> str:
    return long_day(meeting.on) or meeting.on


def _took(segment: Segment, *, public: bool) -> str:
    planned = f"{segment.minutes} min" if segment.minutes else ""
    if public or not segment.ran:
        return planned
    return f"{max(1, round(segment.ran / 60))} min, planned {segment.minutes}"


def _who(pass_: Pass) -> Iterator[str]:
    if not pass_.was_taken:
        return
    here = [each.uid for each in pass_.people if was_there(pass_.taken.get(each.uid, ""))]
    names = [_named(pass_, uid) for uid in here]
    yield f"{len(here)} of {len(pass_.people)}" + (f": {', '.join(names)}" if names else "")
    for state, word in ((Presence.APOLOGIES, "Apologies"), (Presence.ABSENT, "Absent")):
        of = [pass_.names[each.uid] for each in pass_.people if pass_.taken.get(each.uid) == state]
        if of:
            yield f"{word}: {', '.join(of)}"


def _named(pass_: Pass, uid: str) -> str:
    state = pass_.taken[uid]
    name = pass_.names[uid]
    return name if state == Presence.PRESENT.value else f"{name} ({state})"
