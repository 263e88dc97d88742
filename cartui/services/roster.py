"""The roster: the people of the programme, and what a facilitator does with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.memberships import WORDS as MEMBERSHIP_WORDS
from cartui.services.memberships import Memberships, NobodyToMove, dated
from cartui.services.people_form import Read, named, of_membership, of_person, still_as_read
from cartui.services.people_lines import PeopleLines, PersonLine, told_apart
from cartui.services.people_sieve import Order, Sieve, Standing, facets, in_order
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS: dict[str, str] = {
    **MEMBERSHIP_WORDS,
    "person.add": "Added {0}",
    "person.edit": "Changed {0}",
    "person.put_away": "Put away {0}",
    "person.put_away_many": "Put away {0} people",
    "person.bring_back": "Brought back {0}",
    "person.bring_back_many": "Brought back {0} people",
    "person.reorder": "Moved {0} in the list",
}

# Between two people there is room for some fifty more before a list is numbered anew.
_STEP = 1024.0


class Roster(Memberships):
    """The people of the programme. Verbs return the change that was saved."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        super().__init__(workspace, room)
        self._lines = PeopleLines(workspace)

    # --- reading

    def people(self, group: str = "", *, away: bool = False) -> list[Person]:
        """Return who is here, or who is put away, in their own order; of one group if given."""
        standing = Standing.AWAY if away else Standing.HERE
        return [line.person for line in self.lines(Sieve(group=group, standing=standing))]

    def lines(self, sieve: Sieve, order: Order = Order.OWN) -> list[PersonLine]:
        """Return the people that a sieve leaves, with all that a list shows, in order."""
        found = sieve.among(self._lines.all().values())
        return in_order(found, order, sieve.group)

    def called(self, uid: str) -> str:
        """Return the name by which a person is told apart from others; "" if there is none."""
        if (person := self._ws.get(Person, uid)) is None:
            return ""
        alike = [p for p in self._ws.table(Person).values() if p.name == person.name]
        return told_apart(alike).get(uid, person.name)

    def facets(self, field: str, group: str = "") -> list[tuple[str, int]]:
        """Return each agency, area or role of the people here, and how many have it."""
        return facets(self.lines(Sieve(group=group)), field)

    def groups(self) -> list[Group]:
        """Return the groups that are not put away, in order."""
        groups = (group for group in self._ws.table(Group).values() if not group.away)
        return sorted(groups, key=lambda group: (group.order, group.uid))

    def today(self) -> str:
        """Return today's date, ISO 8601, as a proposal for leaving."""
        return self._ws.today()

    # --- changing

    def add(
        self,
        text: str,
        group: str = "",
        *,
        role: str = "",
        joined: str | None = None,
        **fields: str,
    ) -> Change:
        """Add a person by one line, "name" or "name; agency", into a group if one is given.

        `joined` None means today. Raises NoName, WrongDate.
        """
        name, _, agency = text.partition(";")
        texts = {"agency": agency, **fields}
        person = Person(
            uid=self._ws.new_uid(),
            name=named(name),
            order=self._last_order() + _STEP,
            **{field: clean(value) for field, value in texts.items()},  # type: ignore[arg-type]
        )
        draft = self._ws.draft("person.add", about=(person.uid,))
        draft.create(person)
        if group:
            day = self._ws.today() if joined is None else dated(joined)
            self._enter(draft, person, self._group(group).uid, role, day)
        return self._commit(draft)

    def edit(
        self,
        person: Person,
        *,
        memberships: Mapping[str, Mapping[str, str]] | None = None,
        was: Read | None = None,
        **fields: Any,
    ) -> Change | None:
        """Change a person's fields, and fields of memberships by their uid, in one change.

        The fields `was` this when they were read; with None nobody has read them before. Returns
        None when nothing is different. Raises NoName, WrongDate and FormChangedMeanwhile.
        """
        if was is not None:
            self._ws.poll()
        filled = [of_person(self.person(person.uid), fields)]
        for uid, changed in (memberships or {}).items():
            if (membership := self._ws.get(Membership, uid)) is not None:
                filled.append(of_membership(membership, changed))
        still_as_read(was or {}, filled)
        draft = self._ws.draft("person.edit", about=(person.uid,))
        for record, texts in filled:
            draft.set(record, **texts)
        return None if draft.is_empty else self._commit(draft)

    def put_away(self, *people: Person) -> Change:
        """Put people away: they leave the lists, nothing of them is lost. Raises NobodyToMove."""
        return self._set_away("person.put_away", people, away=True)

    def bring_back(self, *people: Person) -> Change:
        """Bring people back who were put away."""
        return self._set_away("person.bring_back", people, away=False)

    def _set_away(self, verb: str, people: Sequence[Person], *, away: bool) -> Change:
        draft = self._about(verb, people)
        for person in people:
            draft.set(person, away=away)
        if draft.is_empty:
            raise NobodyToMove("That is how it stands already. Nothing was changed.")
        return self._commit(draft)

    def reorder(self, person: Person, shown: Sequence[str], steps: int) -> Change | None:
        """Move a person up (negative) or down among the people shown, by uid and in own order.

        Returns None at the end of the list.
        """
        at = shown.index(person.uid)
        to = max(0, min(len(shown) - 1, at + steps))
        if to == at:
            return None
        rest = [uid for uid in shown if uid != person.uid]
        draft = self._ws.draft("person.reorder", about=(person.uid,))
        before = self.person(rest[to - 1]).order if to else None
        after = self.person(rest[to]).order if to < len(rest) else None
        order = _between(before, after)
        if order is None:
            self._number_anew(draft, [*rest[:to], person.uid, *rest[to:]])
        else:
            draft.set(person, order=order)
        return self._commit(draft)

    def _number_anew(self, draft: Draft, wanted: Iterable[str]) -> None:
        """Number everybody; those not shown keep their place after whom they stood behind."""
        places = {uid: at for at, uid in enumerate(wanted)}
        everybody = in_order(self._lines.all().values(), Order.OWN)
        last = -1
        keyed: list[tuple[int, bool, int, PersonLine]] = []
        for line in everybody:
            last = max(last, places[line.uid]) if line.uid in places else last
            keyed.append((places.get(line.uid, last), line.uid not in places, len(keyed), line))
        for number, (*_, line) in enumerate(sorted(keyed, key=lambda four: four[:3]), start=1):
            draft.set(line.person, order=number * _STEP)

    def _last_order(self) -> float:
        return max((person.order for person in self._ws.table(Person).values()), default=0.0)


def _between(before: float | None, after: float | None) -> float | None:
    """Return an order that stands between two, None if there is no room."""
    if before is None:
        return (after or 0.0) - _STEP
    if after is None:
        return before + _STEP
    middle = (before + after) / 2
    return middle if before < middle < after else None
