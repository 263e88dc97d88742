"""What is caught while people speak: one line each, bound to the meeting and the segment."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cartui.model.meetings import Capture, CaptureKind, Meeting, Outcome
from cartui.model.people import Membership, Person
from cartui.model.text import clean
from cartui.services.capture_line import Callings, split_how, understood
from cartui.services.captures_wall import ASKED_LATER, CapturesWall, is_open, owes_how
from cartui.services.cards import worded
from cartui.store.events import Change

WORDS = {
    "capture.action": "Noted the action “{0}”",
    "capture.decision": "Noted the decision “{0}”",
    "capture.parked": "Parked “{0}”",
    "capture.question": "Noted the question “{0}”",
    "capture.note": "Noted for the group: “{0}”",
    "capture.edit": "Changed “{0}”",
    "capture.how": "Wrote how “{0}” was reached",
    "capture.put_away": "Put away “{0}”",
    "capture.bring_back": "Brought back “{0}”",
    "capture.done": "Done: “{0}”",
    "capture.carried": "Carried on: “{0}”",
    "capture.dropped": "Dropped: “{0}”",
    "capture.open": "Open again: “{0}”",
    "meeting.confirm": "Confirmed the record of the meeting {0}",
}
NOTHING_SAID = "There are no words in it. Nothing was noted."


class Captures(CapturesWall):
    """What was said at the meetings of one group. Every verb is one change."""

    def capture(self, meeting: Meeting, segment: str, kind: CaptureKind, typed: str) -> Change:
        """Note one line in a meeting; its uid is the first of the change's `about`.

        Raises NoWords, NotFoundHere.
        """
        fields = self._read(kind, typed, meeting)
        made = Capture(
            uid=self._ws.new_uid(),
            meeting=self.meeting(meeting.uid).uid,
            segment=segment,
            kind=kind.value,
            at=self._ws.now(),
            **fields,
        )
        draft = self._draft(f"capture.{kind.value}", made.uid)
        draft.create(made)
        return self._commit(draft)

    def unsure(self, kind: CaptureKind, typed: str, meeting: Meeting) -> str:
        """Return why the owner of a line is kept as typed; "" if there is nothing to be said."""
        if kind is not CaptureKind.ACTION:
            return ""
        return understood(typed, self.callings(meeting), self._today()).unsure

    def edit(self, capture: Capture, typed: str, was: str | None = None) -> Change:
        """Write a line anew, as it would have been typed. Raises NoWords, NothingNew,
        NotFoundHere; ChangedMeanwhile if it no longer reads as it `was`.
        """
        meeting = self.meeting(self.find(capture.uid).meeting)
        mine = clean(typed)
        self._still(was, lambda: self.line_of(self.find(capture.uid)), mine)
        now = self.find(capture.uid)
        draft = self._draft("capture.edit", now.uid)
        if mine != self.line_of(now):
            draft.set(now, **self._read(CaptureKind(now.kind), mine, meeting))
        return self._save(draft)

    def say_how(self, capture: Capture, how: str) -> Change:
        """Write how a decision was reached; empty, it is owed again. Raises NothingNew."""
        return self._set("capture.how", capture, how=clean(how))

    def put_away(self, capture: Capture) -> Change:
        """Take a line out of what was captured; it is kept."""
        return self._set("capture.put_away", capture, away=True)

    def bring_back(self, capture: Capture) -> Change:
        """Put a line back."""
        return self._set("capture.bring_back", capture, away=False)

    def settle(self, capture: Capture, outcome: Outcome, meeting: Meeting | None) -> Change:
        """Say what became of a line, at a meeting or between two. Raises NothingNew."""
        at = meeting.uid if meeting is not None and outcome is not Outcome.OPEN else ""
        verb = f"capture.{outcome.value or 'open'}"
        return self._set(verb, capture, outcome=outcome.value, settled_at=at)

    def confirm(self, meeting: Meeting) -> Change:
        """The group confirms the record of a meeting, today. Raises NothingNew."""
        now = self.meeting(meeting.uid)
        draft = self._draft("meeting.confirm", now.uid)
        if not now.confirmed_on:
            draft.set(now, confirmed_on=self._ws.today())
        return self._save(draft)

    def callings(self, meeting: Meeting) -> Mapping[str, Callings]:
        """Return who may be meant in a meeting, by uid: all who belong to its groups by now."""
        groups = {self.group_uid, *meeting.others}
        uids = {each.person for each in self._here_now(groups)}
        return {
            uid: Callings(name=self._name(person), label=person.label)
            for uid, person in self._ws.some(Person, sorted(uids)).items()
            if not person.away
        }

    # --- how

    def _read(self, kind: CaptureKind, typed: str, meeting: Meeting) -> dict[str, Any]:
        words = worded(typed, NOTHING_SAID)
        if kind is CaptureKind.DECISION:
            text, how = split_how(words)
            return {"text": text, "how": how}
        if kind is not CaptureKind.ACTION:
            return {"text": words}
        line = understood(words, self.callings(meeting), self._today())
        return {
            "text": line.text,
            "owner": line.owner,
            "owner_name": line.owner_name,
            "due": line.due,
        }

    def _here_now(self, groups: set[str]) -> list[Membership]:
        today = self._ws.today()
        return [each for each in self._memberships(groups) if not each.left or each.left > today]

    def _today(self) -> date:
        return date.fromisoformat(self._ws.today())

    def _set(self, verb: str, capture: Capture, **fields: Any) -> Change:
        now = self.find(capture.uid)
        draft = self._draft(verb, now.uid)
        draft.set(now, **fields)
        return self._save(draft)


__all__ = ["ASKED_LATER", "Captures", "is_open", "owes_how"]
