"""Agendas from templates: shipped ones, and those that the group keeps of its own."""

from collections.abc import Sequence

import msgspec

from cartui.model.drafts import Draft as Writing
from cartui.model.drafts import DraftVersion
from cartui.model.meetings import AgendaTemplate, Meeting, Part, Segment
from cartui.services.agenda_templates import Agenda, shipped_agendas
from cartui.services.cards import worded
from cartui.services.group_service import NothingNew
from cartui.services.meeting_words import RAISED
from cartui.services.meetings_agenda import MeetingsAgenda
from cartui.store.events import Change

WORDS = {
    "agenda.use": "Put the agenda “{1}” into the meeting {0}",
    "agenda.keep": "Kept the agenda as the template “{0}”",
    "agenda.put_away": "Put away the template “{0}”",
}
CRITIQUE = "critique"
NO_NAME = "A template needs a name. Nothing was kept."


class MeetingsTemplates(MeetingsAgenda):
    """The verbs of templates. Each is one change."""

    def templates(self) -> list[Agenda]:
        """Return the agendas to choose from: the group's own first, then the shipped ones."""
        kept = self._ws.table(AgendaTemplate, group=self.group_uid).values()
        own = [
            Agenda(name=each.name, parts=each.parts, help="your own", uid=each.uid)
            for each in sorted(kept, key=lambda each: (each.name.casefold(), each.uid))
            if not each.away
        ]
        return [*own, *shipped_agendas()]

    def use_template(self, meeting: Meeting, agenda: Agenda) -> Change:
        """Put the parts of a template at the end of a meeting's agenda, as long as they are there.

        What is raised comes in with it. Critique rounds are held on the drafts that wait for the
        facilitator, the one that waits longest first.
        """
        now = self.meeting(meeting.uid)
        row = self.agenda(now)
        first = max((each.order for each in row), default=0.0) + 1.0
        held = {each.about for each in row}
        waiting = [each for each in self.drafts_in_turn() if each.uid not in held and not each.turn]
        draft = self._draft("agenda.use", now.uid, agenda.name)
        made = _segments(now, agenda.parts, first, [each.uid for each in waiting])
        made = [msgspec.structs.replace(each, uid=self._ws.new_uid()) for each in made]
        comes_in = [each for each in made if each.kind == RAISED]
        after_first = self._raised_segment(now, first + 0.5)
        for each in made:
            if each.kind != RAISED:
                draft.create(each)
        if not any(each.kind == RAISED for each in row):
            self._take_in(draft, now, next(iter(comes_in), after_first))
        else:
            self._take_in(draft, now)
        return self._save(draft)

    def keep_template(self, meeting: Meeting, name: str) -> Change:
        """Keep a meeting's agenda as a template of the group's. Raises NoWords, NothingNew.

        One of the same name takes the agenda's place. What was raised, who owns a part and what
        it is held on stay with the meeting.
        """
        called = worded(name, NO_NAME)
        parts = tuple(_part(each) for each in self.agenda(meeting))
        if not parts:
            raise NothingNew("The agenda is empty. Nothing was kept.")
        known = self._ws.table(AgendaTemplate, group=self.group_uid).values()
        same = [each for each in known if not each.away and each.name == called]
        made = same[0] if same else AgendaTemplate(uid=self._ws.new_uid(), name=called, parts=parts)
        draft = self._draft("agenda.keep", made.uid)
        if same:
            draft.set(made, parts=parts)
        else:
            draft.create(made)
        return self._save(draft)

    def put_away_template(self, agenda: Agenda) -> Change:
        """Put away a template of the group's own; u brings it back."""
        draft = self._draft("agenda.put_away", agenda.uid)
        draft.set(AgendaTemplate(uid=agenda.uid), away=True)
        return self._save(draft)

    def drafts_in_turn(self) -> list[Writing]:
        """Return the drafts a critique can be held on: those that wait for the facilitator first,
        the one that waits longest before the others.
        """
        newest: dict[str, str] = {}
        for version in self._ws.table(DraftVersion, group=self.group_uid).values():
            newest[version.draft] = max(version.at, newest.get(version.draft, ""))
        kept = self._ws.table(Writing, group=self.group_uid).values()
        here = [each for each in kept if not each.away]
        return sorted(here, key=lambda each: (bool(each.turn), newest.get(each.uid, "~")))


def _segments(
    meeting: Meeting, parts: Sequence[Part], first: float, waiting: Sequence[str]
) -> list[Segment]:
    """Return the segments for the parts, without a uid yet."""
    drafts = iter(waiting)
    return [
        Segment(
            uid="", meeting=meeting.uid, order=first + number, title=part.title, kind=part.kind,
            minutes=part.minutes, questions=part.questions, resource=part.resource,
            protected=part.protected, about=next(drafts, "") if part.kind == CRITIQUE else "",
        )
        for number, part in enumerate(parts)
    ]  # fmt: skip


def _part(segment: Segment) -> Part:
    return Part(
        title=segment.title, kind=segment.kind, minutes=segment.minutes,
        questions=segment.questions, resource=segment.resource, protected=segment.protected,
    )  # fmt: skip
