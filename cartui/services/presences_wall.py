"""Attendance at the meetings of one group, read: who is asked for, and how they were there."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from cartui.model.meetings import Attendance, Meeting, Presence
from cartui.model.people import Person
from cartui.services.meetings_wall import MeetingsWall
from cartui.services.people_lines import names_apart
from cartui.services.presences_words import COMING
from cartui.services.roles import is_facilitating

MARKED = tuple(each.value for each in Presence)
THERE = frozenset(each.value for each in Presence if each.was_there)


class Pass(Struct, frozen=True, kw_only=True):
    """The pass over one meeting: who is asked for, in the roster's order, and how they were there.

    `names` tell people of one name apart; `taken` has the states by person. With `ahead` the
    meeting's day has not come: only who comes and who sends apologies can be said.
    """

    meeting: Meeting
    people: tuple[Person, ...]
    names: Mapping[str, str]
    taken: Mapping[str, str]
    ahead: bool

    @property
    def unmarked(self) -> tuple[str, ...]:
        """The uids of those of whom nothing is said yet; on the day, who said they would come
        has still to be seen.
        """
        open_ = ("",) if self.ahead else ("", COMING)
        return tuple(each.uid for each in self.people if self.taken.get(each.uid, "") in open_)

    @property
    def was_taken(self) -> bool:
        """Whether anybody is marked; what was said ahead of the day is no mark."""
        return not self.ahead and any(state in MARKED for state in self.taken.values())

    @property
    def there(self) -> int:
        """How many were in the room for some of it."""
        return sum(was_there(state) for state in self.taken.values())

    @property
    def counts(self) -> Counter[str]:
        """How many of those asked for are in each state; "" is nothing said."""
        return Counter(self.taken.get(each.uid, "") for each in self.people)


class PresencesWall(MeetingsWall):
    """Attendance, read; nothing here changes anything."""

    def pass_over(self, meeting: Meeting) -> Pass:
        """Return the pass over a meeting: those expected, and whoever is marked besides.

        Raises NotFoundHere if the meeting is gone.
        """
        now = self.meeting(meeting.uid)
        taken = self._taken(now.uid)
        people = self._asked(now, taken)
        order = sorted(people.values(), key=lambda each: (each.order, each.name, each.uid))
        apart = self._ws.made_of(Person, names_apart)
        return Pass(
            meeting=now,
            people=tuple(order),
            names={each.uid: apart.get(each.uid, each.name) for each in order},
            taken={uid: state for uid, state in taken.items() if uid in people},
            ahead=self.is_ahead(now),
        )

    def counted(self, meeting: Meeting) -> tuple[int, int]:
        """Return how many were there and how many are asked for; 0 and 0 before anybody is marked.

        It is what a pass would say, but nobody's name is read for it. Raises NotFoundHere.
        """
        now = self.meeting(meeting.uid)
        taken = self._taken(now.uid)
        if self.is_ahead(now) or not any(state in MARKED for state in taken.values()):
            return 0, 0
        people = self._asked(now, taken)
        states = [state for uid, state in taken.items() if uid in people]
        if not any(state in MARKED for state in states):
            return 0, 0
        return sum(was_there(state) for state in states), len(people)

    def is_ahead(self, meeting: Meeting) -> bool:
        """Whether the meeting's day has not come, and it has not been begun either."""
        return bool(not meeting.began_at and meeting.on > self._ws.today())

    def in_hand(self) -> Meeting | None:
        """Return the meeting whose attendance is taken now: the one that is on, or today's, or
        the next, or else the last one that was held.
        """
        if (coming := self.coming()) is not None:
            return coming
        held = [each for each in self.meetings() if each.began_at or each.closed_at]
        return held[-1] if held else None

    def _asked(self, meeting: Meeting, taken: Mapping[str, str]) -> dict[str, Person]:
        """Return who is asked for, by uid: those expected, and whoever is marked besides."""
        held = self._belonging(meeting)
        leads = {each.person for each in held if is_facilitating(each.role)}
        here = self._here_of(meeting, held)
        members = {uid: person for uid, person in here.items() if uid not in leads}
        return members | self._ws.some(Person, taken)

    def _taken(self, meeting: str) -> dict[str, str]:
        table = self._ws.table(Attendance, group=self.group_uid).values()
        return {each.person: each.state for each in table if each.meeting == meeting}


def was_there(state: str) -> bool:
    """Whether a state says that the person was in the room for some of it."""
    return state in THERE
