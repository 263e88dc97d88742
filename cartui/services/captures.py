"""What is caught while people speak: one line each, bound to the meeting and the segment."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cartui.model.meetings import Capture, CaptureKind, Meeting, Outcome
from cartui.model.people import Membership, Person
from cartui.model.problems import NotFoundHere
from cartui.model.text import clean
from cartui.services.capture_line import Callings, split_how, understood
from cartui.services.cards import worded
from cartui.services.meetings_wall import MeetingsWall, when
from cartui.services.people_lines import told_apart
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
    "meeting.unconfirm": "The record of the meeting {0} is not confirmed",
}
ASKED_LATER = (CaptureKind.ACTION.value, CaptureKind.PARKED.value, CaptureKind.QUESTION.value)
"""Kinds that stay open until a later meeting says what became of them."""
NOTHING_SAID = "There are no words in it. Nothing was noted."


class Captures(MeetingsWall):
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

    # --- reading

    def find(self, uid: str) -> Capture:
        """Return a line as it stands now. Raises NotFoundHere."""
        found = self._ws.get(Capture, uid, group=self.group_uid)
        if found is None:
            raise NotFoundHere("That line is no longer here. Nothing was changed.")
        return found

    def captured(self, meeting: Meeting, *, away: bool = False) -> list[Capture]:
        """Return what was caught in a meeting, in the order in which it was said."""
        return [each for each in self._all(away=away) if each.meeting == meeting.uid]

    def open_before(self, meeting: Meeting) -> list[Capture]:
        """Return what earlier meetings left open, and what this meeting has settled of it; the
        oldest first.
        """
        before = {each.uid for each in self.meetings() if when(each) < when(meeting)}
        return [
            each
            for each in self._all()
            if each.kind in ASKED_LATER
            and each.meeting in before
            and (is_open(each) or each.settled_at == meeting.uid)
        ]

    def open_now(self) -> list[Capture]:
        """Return every line of any meeting of which nobody has said that it is done or dropped."""
        return [each for each in self._all() if each.kind in ASKED_LATER and is_open(each)]

    def line_of(self, capture: Capture) -> str:
        """Return a line as it would be typed again: "Ben: ask for the log, 2026-11-27"."""
        if capture.kind == CaptureKind.DECISION.value and capture.how:
            return f"{capture.text}; {capture.how}"
        owner = self.owner_of(capture)
        due = f", {capture.due}" if capture.due else ""
        return f"{owner}: {capture.text}{due}" if owner else f"{capture.text}{due}"

    def owner_of(self, capture: Capture) -> str:
        """Return whose an action is: the person's name, or as it was typed; "" for nobody's."""
        return self._names().get(capture.owner, "") or capture.owner_name

    def callings(self, meeting: Meeting) -> Mapping[str, Callings]:
        """Return who may be meant in a meeting, by uid: all who belong to its groups by now."""
        groups = {self.group_uid, *meeting.others}
        uids = {each.person for each in self._here_now(groups)}
        people, names = self._ws.table(Person), self._names()
        return {
            uid: Callings(name=names[uid], label=people[uid].label)
            for uid in sorted(uids)
            if uid in people and not people[uid].away
        }

    # --- how

    def _here_now(self, groups: set[str]) -> list[Membership]:
        today = self._ws.today()
        return [each for each in self._memberships(groups) if not each.left or each.left > today]

    def _names(self) -> dict[str, str]:
        people = self._ws.table(Person)
        apart = told_apart(people.values())
        return {uid: apart.get(uid, each.name) for uid, each in people.items()}

    def _all(self, *, away: bool = False) -> list[Capture]:
        order = {each.uid: at for at, each in enumerate(self.meetings())}
        table = self._ws.table(Capture, group=self.group_uid).values()
        kept = [each for each in table if each.away == away]
        return sorted(kept, key=lambda each: (order.get(each.meeting, len(order)), each.at))

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

    def _today(self) -> date:
        return date.fromisoformat(self._ws.today())

    def _set(self, verb: str, capture: Capture, **fields: Any) -> Change:
        now = self.find(capture.uid)
        draft = self._draft(verb, now.uid)
        draft.set(now, **fields)
        return self._save(draft)


def is_open(capture: Capture) -> bool:
    """Whether nobody has said yet that it is done or dropped; what was carried is open."""
    return capture.outcome in (Outcome.OPEN.value, Outcome.CARRIED.value)


def owes_how(capture: Capture) -> bool:
    """Whether a decision stands there without how it was reached."""
    return capture.kind == CaptureKind.DECISION.value and not capture.how


__all__ = ["ASKED_LATER", "Captures", "is_open", "owes_how"]
