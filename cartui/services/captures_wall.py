"""What was said at the meetings of one group, read: by meeting, still open, whose it is."""

from collections import Counter
from collections.abc import Mapping

from cartui.model.meetings import Capture, CaptureKind, Meeting, Outcome
from cartui.model.people import Person
from cartui.model.problems import NotFoundHere
from cartui.services.meetings_wall import MeetingsWall, when
from cartui.services.people_lines import names_apart

ASKED_LATER = (CaptureKind.ACTION.value, CaptureKind.PARKED.value, CaptureKind.QUESTION.value)
"""Kinds that stay open until a later meeting says what became of them."""


class CapturesWall(MeetingsWall):
    """Captures, read; nothing here changes anything."""

    def last_held(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting that was held before this one; None for the first."""
        held = [each for each in self.meetings() if each.began_at or each.closed_at]
        return next((each for each in reversed(held) if when(each) < when(meeting)), None)

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
        person = self._ws.get(Person, capture.owner)
        return (self._name(person) if person is not None else "") or capture.owner_name

    def short_owner_of(self, capture: Capture) -> str:
        """Return the same in fewer letters where nobody else is called so: label or first name."""
        person = self._ws.get(Person, capture.owner)
        if person is None or person.label:
            return person.label if person is not None else self.owner_of(capture)
        first = next(iter(person.name.split()), "")
        alone = self._ws.made_of(Person, first_names)[first] == 1
        return first if alone else self.owner_of(capture)

    def today(self) -> str:
        """Return today's date, ISO 8601."""
        return self._ws.today()

    # --- how

    def _name(self, person: Person) -> str:
        return self._ws.made_of(Person, names_apart).get(person.uid, person.name)

    def _all(self, *, away: bool = False) -> list[Capture]:
        order = {each.uid: at for at, each in enumerate(self.meetings())}
        last = len(order)
        table = self._ws.table(Capture, group=self.group_uid).values()
        kept = [each for each in table if each.away == away]
        return sorted(kept, key=lambda each: (order.get(each.meeting, last), each.at, each.uid))


def first_names(people: Mapping[str, Person]) -> Counter[str]:
    """Return how many people go by each first name."""
    return Counter(words[0] for each in people.values() if (words := each.name.split()))


def is_open(capture: Capture) -> bool:
    """Whether nobody has said yet that it is done or dropped; what was carried is open."""
    return capture.outcome in (Outcome.OPEN.value, Outcome.CARRIED.value)


def owes_how(capture: Capture) -> bool:
    """Whether a decision stands there without how it was reached."""
    return capture.kind == CaptureKind.DECISION.value and not capture.how
