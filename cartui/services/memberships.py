"""Who belongs to which group: joining, leaving, roles and dates. Every verb takes many people."""

from collections.abc import Iterable, Sequence
from typing import Any

from cartui.exchange.dates import read_date
from cartui.model.people import Group, Membership, Person
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.text import clean
from cartui.services.roles import role_name
from cartui.services.service import Service
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS: dict[str, str] = {
    "group.join": "Added {0} to {1}",
    "group.join_many": "Added {0} people to {1}",
    "group.leave": "{0} left {1}",
    "group.leave_many": "{0} people left {1}",
    "group.move": "Moved {0} from {1} to {2}",
    "group.move_many": "Moved {0} people from {1} to {2}",
    "group.take_off": "Took {0} off {1}",
    "group.role": "Made {0} {1}",
    "group.role_many": "Made {0} people {1}",
    "group.why": "Wrote why {0} joined",
    "group.dates": "Changed when {0} was in {1}",
}


class WrongDate(CartuiProblem):
    """A text that is no date, or a leaving before the joining."""


class NobodyToMove(CartuiProblem):
    """The act would change nothing for any of the people: they are in the group already, or not."""


def dated(text: str) -> str:
    """Return a date as it is kept: ISO, perhaps only year and month. Raises WrongDate."""
    if not text.strip():
        return ""
    if (found := read_date(clean(text))) is None:
        raise WrongDate(
            f"“{clean(text)}” is not a date. Nothing was changed; write it as 2025-03-31."
        )
    return found


def in_this_order(joined: str, left: str) -> None:
    """Raise WrongDate if somebody left before joining (as far as both dates say)."""
    shared = min(len(joined), len(left))
    if left[:shared] < joined[:shared]:
        raise WrongDate(
            f"Leaving ({left}) would come before joining ({joined}). Nothing was changed."
        )


class Memberships(Service):
    """Verbs on who is in which group. `group` is a group's uid, dates are ISO or "" for today."""

    def memberships(self, person: Person, *, now: bool = False) -> list[Membership]:
        """Return a person's memberships, those of groups left too unless `now`."""
        today = self._ws.today()
        return [
            membership
            for membership in self._ws.table(Membership).values()
            if membership.person == person.uid
            and not membership.away
            and not (now and membership.left and membership.left <= today)
        ]

    def current(self, people: Iterable[Person], group: str) -> list[Membership]:
        """Return the memberships these people have in a group now, in the people's order."""
        today, place = self._ws.today(), {p.uid: at for at, p in enumerate(people)}
        found = [
            membership
            for membership in self._ws.table(Membership).values()
            if membership.group == group
            and membership.person in place
            and not membership.away
            and not (membership.left and membership.left <= today)
        ]
        return sorted(found, key=lambda membership: place[membership.person])

    def join(self, people: Sequence[Person], group: str, *, role: str = "", on: str = "") -> Change:
        """Add people to a group; those who are in it already stay as they are.

        Raises NobodyToMove if all of them are, WrongDate.
        """
        here = {membership.person for membership in self.current(people, group)}
        new = [person for person in people if person.uid not in here]
        if not new:
            raise NobodyToMove(f"Already in {self._group(group).name}. Nothing was changed.")
        draft = self._about("group.join", new, group)
        for person in new:
            self._enter(draft, person, group, role, dated(on) or self._ws.today())
        return self._commit(draft)

    def leave(self, people: Sequence[Person], group: str, *, on: str = "") -> Change:
        """Note that people left a group on a day. What they did there stays.

        Raises NobodyToMove if none of them is in it, WrongDate.
        """
        left = dated(on) or self._ws.today()
        leaving = self._still_in(people, group)
        draft = self._about("group.leave", self._people_of(leaving), group)
        for membership in leaving:
            in_this_order(membership.joined, left)
            draft.set(membership, left=left)
        return self._commit(draft)

    def move(self, people: Sequence[Person], group: str, to: str, *, on: str = "") -> Change:
        """Let people leave one group and join another with the same role, in one change."""
        day = dated(on) or self._ws.today()
        leaving = self._still_in(people, group)
        movers = self._people_of(leaving)
        there = {membership.person for membership in self.current(movers, to)}
        draft = self._about("group.move", movers, group, to)
        for membership, person in zip(leaving, movers, strict=True):
            in_this_order(membership.joined, day)
            draft.set(membership, left=day)
            if person.uid not in there:
                self._enter(draft, person, to, membership.role, day)
        return self._commit(draft)

    def take_off(self, membership: Membership) -> Change:
        """Take a membership off that was never meant; leaving keeps it and gives a date."""
        draft = self._ws.draft("group.take_off", about=(membership.person, membership.group))
        draft.set(membership, away=True)
        return self._commit(draft)

    def set_role(self, people: Sequence[Person], role: str, group: str = "") -> Change | None:
        """Give people a role in a group; without a group, in each they are in now.

        Raises NobodyToMove for people who are in no group: a role is always in a group.
        """
        wanted = role_name(role)
        held = self.current(people, group) if group else self._held_by(people)
        if not held:
            raise NobodyToMove("A role is in a group. m adds to a group first.")
        about = list(dict.fromkeys(membership.person for membership in held))
        one = len(about) == 1
        draft = self._ws.draft(
            "group.role" if one else "group.role_many",
            about=(about[0] if one else str(len(about)), wanted or "without a role"),
        )
        for membership in held:
            draft.set(membership, role=wanted)
        return None if draft.is_empty else self._commit(draft)

    def set_why(
        self, membership: Membership, text: str, *, was: str | None = None
    ) -> Change | None:
        """Keep the member's own words on why they joined, which the group may see.

        They `was` this when they were read. Raises ChangedMeanwhile.
        """
        said = clean(text, lines=True)

        def now() -> Membership:
            return self._ws.get(Membership, membership.uid) or membership

        self._still(was, lambda: now().why_joined, said)
        draft = self._ws.draft("group.why", about=(membership.person,))
        draft.set(now(), why_joined=said)
        return None if draft.is_empty else self._commit(draft)

    def _held_by(self, people: Iterable[Person]) -> list[Membership]:
        return [held for person in people for held in self.memberships(person, now=True)]

    def _still_in(self, people: Iterable[Person], group: str) -> list[Membership]:
        """Return one current membership for each person who is in the group."""
        found = {held.person: held for held in self.current(people, group)}
        if not found:
            raise NobodyToMove(f"Not in {self._group(group).name} now. Nothing was changed.")
        return list(found.values())

    def _people_of(self, memberships: Iterable[Membership]) -> list[Person]:
        return [self.person(membership.person) for membership in memberships]

    def person(self, uid: str) -> Person:
        """Return a person. Raises NotFoundHere."""
        if (person := self._ws.get(Person, uid)) is None:
            raise NotFoundHere("That person is not in this workspace any more.")
        return person

    def _group(self, uid: str) -> Group:
        if (group := self._ws.get(Group, uid)) is None:
            raise NotFoundHere("That group is not in this workspace any more.")
        return group

    def _about(self, verb: str, people: Sequence[Person], *groups: str) -> Draft:
        for group in groups:
            self._group(group)
        if len(people) == 1:
            return self._ws.draft(verb, about=(people[0].uid, *groups))
        return self._ws.draft(f"{verb}_many", about=(str(len(people)), *groups))

    def _enter(self, draft: Draft, person: Person, group: str, role: str, joined: str) -> None:
        draft.create(self._new(person.uid, group, role=role_name(role), joined=joined))

    def _new(self, person: str, group: str, **fields: Any) -> Membership:
        return Membership(uid=self._ws.new_uid(), person=person, group=group, **fields)
