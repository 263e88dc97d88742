"""The agenda of a meeting: its segments, their order, what each puts before the room."""

from collections.abc import Mapping, Sequence
from typing import Any

from cartui.model.meetings import Meeting, Segment
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.text import clean
from cartui.services.cards import worded
from cartui.services.meanwhile_fields import unchanged_meanwhile
from cartui.services.meeting_times import length
from cartui.services.meeting_words import RAISED, segment_kinds, word_or_own
from cartui.services.meetings_raised import MeetingsRaised
from cartui.services.raised_words import called
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "segment.add": "Added “{0}” to the agenda",
    "segment.edit": "Changed “{0}” on the agenda",
    "segment.questions": "Wrote the questions of “{0}”",
    "segment.about": "Said what “{0}” is held on",
    "segment.order": "Moved “{0}” on the agenda",
    "segment.put_away": "Took “{0}” off the agenda",
    "segment.bring_back": "Brought “{0}” back to the agenda",
}
NO_TITLE = "A part of the agenda needs a title. Nothing was changed."
CLOSE = 1e-6
"""Nearer to one another than this, two places leave no room between them."""


class AtTheEnd(CartuiProblem):
    """A segment cannot be moved further that way."""


class NoSuchMember(CartuiProblem):
    """A name that no member of the group has."""


class MeetingsAgenda(MeetingsRaised):
    """The verbs of the agenda. Each is one change."""

    def segment(self, uid: str) -> Segment:
        """Return a segment as it stands now. Raises NotFoundHere."""
        found = self._ws.get(Segment, uid, group=self.group_uid)
        if found is None:
            raise NotFoundHere("That part of the agenda is no longer here. Nothing was changed.")
        return found

    def planned(self, meeting: Meeting) -> int:
        """Return how many minutes the agenda takes in all."""
        return sum(each.minutes for each in self.agenda(meeting))

    def add_segment(
        self, meeting: Meeting, title: str, after: Segment | None = None, **fields: Any
    ) -> Change:
        """Add a segment after another, or at the end of an agenda; its uid is in `about`.

        The first one of an agenda lets what is raised come in. Raises NoWords.
        """
        row, words, uid = self.agenda(meeting), worded(title, NO_TITLE), self._ws.new_uid()
        said = segment_fields(fields)
        draft = self._draft("segment.add", uid)
        said.setdefault("order", make_place(draft, row, _place_after(row, after)))
        made = Segment(uid=uid, meeting=meeting.uid, title=words, **said)
        draft.create(made)
        if not row:
            raised = self._raised_segment(meeting, made.order + 1.0)
            self._take_in(draft, meeting, None if made.kind == RAISED else raised)
        return self._commit(draft)

    def edit_segment(
        self, segment: Segment, *, was: Mapping[str, Any] | None = None, **fields: Any
    ) -> Change:
        """Change fields of a segment. Raises NoWords for an empty title, WrongTime, NothingNew.

        `was` is what stood in some of them when they were read. Raises FieldsMeanwhile.
        """
        if "title" in fields:
            fields["title"] = worded(fields["title"], NO_TITLE)
        said = segment_fields(fields)
        if was is not None:
            self._ws.poll()
        now = self.segment(segment.uid)
        unchanged_meanwhile(now, was, said, self.person_name)
        return self._set_segment("segment.edit", now, **said)

    def set_questions(self, segment: Segment, text: str, *, was: str | None = None) -> Change:
        """Write a segment's prompts, one on each line. They `was` this when they were read.

        Raises ChangedMeanwhile, NothingNew.
        """
        said = questions_of(text)
        self._still(was, lambda: "\n".join(self.segment(segment.uid).questions), "\n".join(said))
        return self._set_segment("segment.questions", segment, questions=said)

    def held_on(self, segment: Segment) -> str:
        """Return what a segment is held on, as the members call it; "" for nothing."""
        return called(self._ws, segment.about, self.group_uid) if segment.about else ""

    def hold_on(self, segment: Segment, about: str) -> Change:
        """Say what a segment is held on: the uid of a draft, a card or a rule; "" for nothing."""
        return self._set_segment("segment.about", segment, about=about)

    def reorder_segment(self, segment: Segment, step: int) -> Change:
        """Move a segment one place on (1) or back (-1). Raises AtTheEnd.

        Only its own place is written, so that two windows can each move another.
        """
        row = self.agenda(self.meeting(segment.meeting))
        at = next((n for n, each in enumerate(row) if each.uid == segment.uid), -1)
        if at < 0:
            raise NotFoundHere("That part of the agenda is no longer here. Nothing was changed.")
        if not 0 <= at + step < len(row):
            raise AtTheEnd("It stands at the end of the agenda already.")
        draft = self._draft("segment.order", segment.uid)
        rest = [each for each in row if each.uid != segment.uid]
        draft.set(row[at], order=make_place(draft, rest, at + step))
        return self._commit(draft)

    def put_away_segment(self, segment: Segment) -> Change:
        """Take a segment off the agenda. What was raised in it waits again."""
        now = self.segment(segment.uid)
        draft = self._draft("segment.put_away", now.uid)
        draft.set(now, away=True)
        if now.kind == RAISED:
            self._put_all_back(draft, Meeting(uid=now.meeting))
        return self._save(draft)

    def bring_back_segment(self, segment: Segment) -> Change:
        """Put a segment back where it stood; what waits to be raised comes with its own."""
        now = self.segment(segment.uid)
        draft = self._draft("segment.bring_back", now.uid)
        draft.set(now, away=False)
        if now.kind == RAISED:
            for matter in self.waiting():
                for record in matter.records:
                    draft.set(record, meeting=now.meeting)
        return self._save(draft)

    def member_named(self, name: str) -> str:
        """Return the uid of a member by name, or by how the name begins; "" for an empty text.

        Raises NoSuchMember.
        """
        wanted = clean(name).casefold()
        if not wanted:
            return ""
        members = self.members()
        exact = [each for each in members if wanted in (each.name.casefold(), each.uid)]
        begun = exact or [each for each in members if each.name.casefold().startswith(wanted)]
        if len(begun) != 1:
            why = "Nobody here is" if not begun else "Several people here are"
            raise NoSuchMember(f"{why} called “{clean(name)}”. Nothing was changed.")
        return begun[0].uid

    def _set_segment(self, verb: str, segment: Segment, **fields: Any) -> Change:
        now = self.segment(segment.uid)
        draft = self._draft(verb, now.uid)
        draft.set(now, **fields)
        return self._save(draft)


def segment_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a segment's fields as they are kept. Raises WrongTime."""
    said = {k: clean(v) if isinstance(v, str) else v for k, v in fields.items()}
    if isinstance(said.get("minutes"), str):
        said["minutes"] = length(said["minutes"], least=0)
    if "kind" in said:
        said["kind"] = word_or_own(segment_kinds(), said["kind"])
    return said


def questions_of(text: str) -> tuple[str, ...]:
    """Return prompts, one for each line that has words."""
    return tuple(filter(None, map(clean, clean(text, lines=True).split("\n"))))


def _place_after(row: Sequence[Segment], after: Segment | None) -> int:
    at = next((n for n, each in enumerate(row) if after and each.uid == after.uid), len(row) - 1)
    return at + 1


def make_place(draft: Draft, row: Sequence[Segment], at: int) -> float:
    """Return an order before the segment now at `at`; if there is no room, the row gives way."""
    if not row:
        return 1.0
    if at <= 0:
        return row[0].order - 1.0
    if at >= len(row):
        return row[-1].order + 1.0
    below, above = row[at - 1].order, row[at].order
    if above - below > CLOSE:
        return (below + above) / 2
    for number, each in enumerate(row):
        draft.set(each, order=float(number + (number >= at)))
    return float(at)
