"""A round: each in turn, in order, with skip. Who was skipped comes again at the end.

Where a round stands is kept on this machine, like where the meeting stands: whose turn it is is no
fact of the group's. What is kept are uids; no word and no time.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from cartui.model.meetings import AWAY, Attendance, Meeting
from cartui.model.people import Membership, Person
from cartui.services.meetings_wall import MeetingsWall
from cartui.services.own_mark import OwnMark
from cartui.services.people_lines import names_apart
from cartui.store.workspace import Workspace

ROUNDS = frozenset({"round", "closing"})
"""The kinds of segment in which each has a turn."""
CLOSING = "closing"
FOLDER = "rounds"


class Step(Struct, frozen=True):
    """One turn: whose, and whether the person was skipped for now."""

    person: str
    skipped: bool = False


class Turns(Struct, frozen=True, kw_only=True):
    """Where a round stands: `order` are those who are there, `steps` what was done so far."""

    order: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def had(self) -> tuple[str, ...]:
        """Who has had the turn."""
        return tuple(dict.fromkeys(each.person for each in self.steps if not each.skipped))

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who is still to come, in order; those who were skipped after the others."""
        had = {*self.had}
        skipped = [each.person for each in self.steps if each.skipped]
        later = list(dict.fromkeys(reversed(skipped)))[::-1]  # by the last time they were skipped
        first = [uid for uid in self.order if uid not in had and uid not in later]
        return (*first, *(uid for uid in later if uid in self.order and uid not in had))

    @property
    def now(self) -> str:
        """Whose turn it is; "" when all have had it."""
        return self.waiting[0] if self.waiting else ""

    @property
    def skipped(self) -> tuple[str, ...]:
        """Who of those still to come was skipped."""
        skipped = {each.person for each in self.steps if each.skipped}
        return tuple(uid for uid in self.waiting if uid in skipped)

    def on(self, *, skip: bool = False) -> "Turns":
        """Return the round at the next person; with `skip` this one comes again at the end."""
        if not self.now:
            return self
        return Turns(order=self.order, steps=(*self.steps, Step(self.now, skip)))

    def back(self) -> "Turns":
        """Return the round as it stood a turn before."""
        return Turns(order=self.order, steps=self.steps[:-1])


class _Kept(Struct, frozen=True, kw_only=True):
    meeting: str = ""
    steps: Mapping[str, tuple[Step, ...]] = {}  # by the segment's uid


class Rounds(MeetingsWall):
    """The rounds of one group's meetings, and who is there to take a turn."""

    def there(self, meeting: Meeting) -> list[Person]:
        """Return who is expected and not known to be away, in the roster's order."""
        table = self._ws.table(Attendance, group=self.group_uid).values()
        away = {each.person for each in table if each.meeting == meeting.uid and each.state in AWAY}
        return [each for each in self.expected(meeting) if each.uid not in away]

    def names(self, uids: Sequence[str]) -> list[str]:
        """Return how people are called, two of one name told apart."""
        people = self._ws.table(Person)
        names = self._ws.made_of(Person, names_apart)
        return [names.get(uid, people[uid].name) for uid in uids if uid in people]

    def why_joined(self, person: str) -> str:
        """Return why somebody joined, in their own words; "" unless they agreed to share it.

        What they did not agree to share is back stage, in another record, and is not read here.
        """
        own = (
            each.why_joined
            for each in self._ws.naming(Membership, person)
            if each.person == person and each.group == self.group_uid and not each.away
        )
        return next(filter(None, own), "")


class KeptRounds:
    """Where this machine stands in the rounds of a meeting; `state` is its state folder."""

    def __init__(self, state: Path, workspace: Workspace, rounds: Rounds) -> None:
        self._mark = OwnMark(state, FOLDER, workspace)
        self.rounds = rounds

    def turns(self, meeting: Meeting, segment: str) -> Turns:
        """Return where the round of a segment stands, with those who are there now."""
        order = tuple(each.uid for each in self.rounds.there(meeting))
        return Turns(order=order, steps=self._kept(meeting).steps.get(segment, ()))

    def keep(self, meeting: Meeting, segment: str, turns: Turns) -> None:
        """Keep where it stands. The rounds of another meeting are forgotten."""
        steps = {**self._kept(meeting).steps, segment: turns.steps}
        self._mark.write(_Kept(meeting=meeting.uid, steps=steps))

    def _kept(self, meeting: Meeting) -> _Kept:
        kept = self._mark.read(_Kept)
        return kept if kept is not None and kept.meeting == meeting.uid else _Kept()
