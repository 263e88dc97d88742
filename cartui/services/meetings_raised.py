"""What is raised for the next meeting: from anywhere, taken into its agenda, put back."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from cartui.model.meetings import Meeting, Raised, Segment
from cartui.model.problems import CartuiProblem
from cartui.services.cards import worded
from cartui.services.glance_errands import Where
from cartui.services.glance_news import standing
from cartui.services.ground_rules_wall import RulesWall
from cartui.services.meeting_words import RAISED
from cartui.services.meetings_wall import MeetingsWall
from cartui.services.raised_words import called
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "raised.raise": "To raise at the next meeting: {0}",
    "raised.let_go": "No longer to raise: {0}",
    "raised.take_in": "Took what was raised into the agenda of the meeting {0}",
    "raised.put_back": "Put back, to be raised later: {0}",
}
MINUTES = 10
NO_WORDS = "What is to be raised needs words. Nothing was written."


class NotRaised(CartuiProblem):
    """A thing cannot be raised, or waits to be raised already."""


class ToRaise(Struct, frozen=True):
    """One thing to raise in the words it has now. `records` are all that say so: two windows may
    have raised it at once. A review that is due and that nobody raised has none.
    """

    about: str
    words: str
    records: tuple[Raised, ...] = ()


class MeetingsRaised(MeetingsWall):
    """What waits to be raised in one group, and what each meeting took in."""

    def waiting(self) -> list[ToRaise]:
        """Return what waits to be raised, each once, the oldest first; due reviews last."""
        waits = self._matters(each for each in self._raised() if not each.meeting)
        return [*waits, *self._due({each.about for each in waits})]

    def taken_in(self, meeting: Meeting) -> list[ToRaise]:
        """Return what a meeting's agenda took in, each once."""
        return self._matters(each for each in self._raised() if each.meeting == meeting.uid)

    def prompts(self, segment: Segment) -> tuple[str, ...]:
        """Return what a segment puts before the members: its questions, and what was raised.

        What was raised is the group's own and never part of the segment itself.
        """
        if segment.kind != RAISED:
            return segment.questions
        of = Meeting(uid=segment.meeting)
        return (*segment.questions, *(each.words for each in self.taken_in(of)))

    def where_is(self, matter: ToRaise) -> Where | None:
        """Return where a thing that was raised stands; None for words of their own."""
        return next(standing(matter.about, self.group_uid, self._ws), None)

    def raise_this(self, uid: str) -> Change:
        """Let a thing be raised at the next meeting. Raises NotRaised."""
        if not (words := called(self._ws, uid, self.group_uid)):
            raise NotRaised("That cannot be raised at a meeting. Nothing was changed.")
        if any(each.about == uid for each in self.waiting() if each.records):
            raise NotRaised(f"To be raised already: {words}.")
        if uid in self._on_an_agenda():
            raise NotRaised(f"On the agenda of a coming meeting already: {words}.")
        return self._raise(words, uid)

    def raise_words(self, text: str) -> Change:
        """Let something be raised in words of its own. Raises NoWords."""
        return self._raise(worded(text, NO_WORDS), "")

    def let_go(self, matter: ToRaise) -> Change:
        """No longer raise a thing that waits. Raises NotRaised for a review that is due."""
        if not matter.records:
            raise NotRaised("It comes in because it is due: R on the rule sets another day.")
        return self._settle_matter("raised.let_go", matter, away=True)

    def put_back(self, matter: ToRaise) -> Change:
        """Let a thing that an agenda took in wait again."""
        return self._settle_matter("raised.put_back", matter, meeting="")

    def take_in(self, meeting: Meeting) -> Change:
        """Take all that waits into a meeting's agenda. Raises NotRaised if nothing does."""
        if not self.waiting():
            raise NotRaised("Nothing waits to be raised. r on any thing raises it.")
        draft = self._draft("raised.take_in", meeting.uid)
        self._take_in(draft, meeting)
        return self._commit(draft)

    # --- what the agenda builds on

    def _take_in(self, draft: Draft, meeting: Meeting, part: Segment | None = None) -> None:
        """Take all that waits in, and see to a segment for it: `part` if it is made just now."""
        waits = self.waiting()
        if not waits:
            return
        for matter in waits:
            for record in matter.records:
                draft.set(record, meeting=meeting.uid)
            if not matter.records:
                draft.create(self._new(matter.words, matter.about, meeting.uid))
        if part is not None:
            draft.create(part)
        elif not any(each.kind == RAISED for each in self.agenda(meeting)):
            order = max((each.order for each in self.agenda(meeting)), default=0.0) + 2.0
            draft.create(self._raised_segment(meeting, order))

    def _put_all_back(self, draft: Draft, meeting: Meeting) -> None:
        for matter in self.taken_in(meeting):
            for record in matter.records:
                draft.set(record, meeting="")

    def _raised_segment(self, meeting: Meeting, order: float) -> Segment:
        return Segment(
            uid=self._ws.new_uid(), meeting=meeting.uid, order=order, title="Raised",
            kind=RAISED, minutes=MINUTES,
        )  # fmt: skip

    # --- how

    def _raised(self) -> list[Raised]:
        table = self._ws.table(Raised, group=self.group_uid).values()
        return sorted((each for each in table if not each.away), key=lambda x: (x.at, x.uid))

    def _matters(self, records: Iterable[Raised]) -> list[ToRaise]:
        by_thing: dict[str, list[Raised]] = {}
        for each in records:
            by_thing.setdefault(each.about or each.uid, []).append(each)
        return [
            ToRaise(
                about=own[0].about,
                words=called(self._ws, own[0].about, self.group_uid) or own[0].words,
                records=tuple(own),
            )
            for own in by_thing.values()
        ]

    def _due(self, known: set[str]) -> list[ToRaise]:
        """Return the reviews that are due and stand in no agenda of a meeting still to come."""
        rules = RulesWall(self._ws, self._room, self.group_uid).due()
        taken = self._on_an_agenda()
        return [
            ToRaise(about=rule.uid, words=called(self._ws, rule.uid, self.group_uid))
            for rule in rules
            if rule.uid not in known | taken
        ]

    def _on_an_agenda(self) -> set[str]:
        """Return the uids of what a meeting that is not over has taken in."""
        open_now = {each.uid for each in self.meetings() if not each.closed_at}
        return {each.about for each in self._raised() if each.meeting in open_now}

    def _raise(self, words: str, about: str) -> Change:
        made = self._new(words, about)
        draft = self._draft("raised.raise", made.uid)
        draft.create(made)
        return self._commit(draft)

    def _new(self, words: str, about: str, meeting: str = "") -> Raised:
        return Raised(
            uid=self._ws.new_uid(), about=about, words=words, at=self._ws.now(), meeting=meeting
        )

    def _settle_matter(self, verb: str, matter: ToRaise, **fields: Any) -> Change:
        draft = self._draft(verb, *(each.uid for each in matter.records[:1]))
        for record in matter.records:
            draft.set(record, **fields)
        return self._save(draft)
