"""The roster as it is read: a line for each person, kept until the person changes."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from cartui.model.people import Group, Membership, Person
from cartui.services.roles import is_unpaid
from cartui.store.workspace import Workspace


def folded(text: str) -> str:
    """Return `text` for comparing: no case, no accents ("José" is found by "jose")."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class PersonLine(Struct, frozen=True, kw_only=True):
    """A person with all that a list shows. `name` is told apart from others of the same name.

    `memberships` are those not taken off, in the groups' order; `current` those not left by the
    day it was read. `key` is what finding searches, lower-cased.
    """

    person: Person
    memberships: tuple[Membership, ...]
    current: tuple[Membership, ...]
    groups: tuple[str, ...]
    name: str
    key: str
    sort_name: str
    unpaid: bool

    @property
    def uid(self) -> str:
        """The person's uid."""
        return self.person.uid

    @property
    def has_left(self) -> bool:
        """Whether the person was in a group, and is in none any more."""
        return bool(self.memberships) and not self.current

    def membership(self, group: str = "") -> Membership | None:
        """Return the membership to show: the newest current one, or else the newest."""
        of_group = [m for m in self.memberships if not group or m.group == group]
        current = [m for m in of_group if m in self.current]
        found = current or of_group
        return found[-1] if found else None

    def role(self, group: str = "") -> str:
        """Return the roles held, each once."""
        held = self.current or self.memberships
        roles = (m.role for m in held if m.role and (not group or m.group == group))
        return ", ".join(dict.fromkeys(roles))

    def joined(self, group: str = "") -> str:
        """Return when the person joined the group, or the first of all groups."""
        dates = [m.joined for m in self.memberships if m.joined and group in ("", m.group)]
        return min(dates, default="")

    def left(self, group: str = "") -> str:
        """Return when the person left, empty while a member."""
        return membership.left if (membership := self.membership(group)) else ""


class _Facts(Struct, frozen=True):
    """What a line was made from: the same facts make the same line."""

    person: Person
    memberships: tuple[Membership, ...]
    groups: tuple[str, ...]
    name: str
    today: str


class PeopleLines:
    """Keeps a line for each person; reading them again costs one look at each record."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._lines: dict[str, tuple[_Facts, PersonLine]] = {}

    def all(self) -> dict[str, PersonLine]:
        """Return a line for every person by uid, the put away ones among them."""
        people = self._ws.table(Person)
        belongs, groups = self._memberships(), self._ws.table(Group)
        names, today = told_apart(people.values()), self._ws.today()
        lines: dict[str, PersonLine] = {}
        kept: dict[str, tuple[_Facts, PersonLine]] = {}
        for uid, person in people.items():
            own = tuple(belongs.get(uid, ()))
            titles = tuple(groups[m.group].name for m in own)
            facts = _Facts(person, own, titles, names.get(uid, person.name), today)
            known = self._lines.get(uid)
            line = known[1] if known is not None and _same(known[0], facts) else _line(facts)
            kept[uid], lines[uid] = (facts, line), line
        self._lines = kept
        return lines

    def _memberships(self) -> dict[str, list[Membership]]:
        groups = self._ws.table(Group)
        belongs: defaultdict[str, list[Membership]] = defaultdict(list)
        for membership in self._ws.table(Membership).values():
            if not membership.away and membership.group in groups:
                belongs[membership.person].append(membership)
        for own in belongs.values():
            if len(own) > 1:
                own.sort(key=lambda m: (groups[m.group].order, m.group, m.joined, m.uid))
        return belongs


def _same(before: _Facts, now: _Facts) -> bool:
    """Whether nothing has changed; records are immutable, so the same object is the same fact."""
    return (
        before.person is now.person
        and len(before.memberships) == len(now.memberships)
        and all(map(_is, before.memberships, now.memberships))
        and before.groups == now.groups
        and before.name == now.name
        and before.today == now.today
    )


def _is(one: object, other: object) -> bool:
    return one is other


def _line(facts: _Facts) -> PersonLine:
    person, own = facts.person, facts.memberships
    current = tuple(m for m in own if not m.left or m.left > facts.today)
    words = " ".join(
        (
            facts.name,
            person.label,
            person.agency,
            person.sector,
            person.profession,
            person.job_role,
            person.area,
            *(m.role for m in own),
            *facts.groups,
        )
    )
    lower, plain = words.lower(), folded(words)
    return PersonLine(
        person=person,
        memberships=own,
        current=current,
        groups=tuple(dict.fromkeys(_titles(facts, current or own))),
        name=facts.name,
        key=lower if lower == plain else f"{lower} {plain}",
        sort_name=folded(facts.name),
        unpaid=any(is_unpaid(m.role) for m in current or own),
    )


def _titles(facts: _Facts, shown: tuple[Membership, ...]) -> list[str]:
    pairs = zip(facts.memberships, facts.groups, strict=True)
    return [title for membership, title in pairs if membership in shown]


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """Return, for people who share a name, what each is called instead, by uid.

    A short label tells apart best; without one the agency, area or profession does, and where
    those are the same too a number, in the order of the roster.
    """
    people = tuple(people)
    counts = Counter(person.name for person in people)
    shared = {name for name, count in counts.items() if count > 1}
    taken: set[str] = set()
    called: dict[str, str] = {}
    for person in sorted((p for p in people if p.name in shared), key=lambda p: (p.order, p.uid)):
        mark = person.label or person.agency or person.area or person.profession
        wanted = name = f"{person.name} ({mark})" if mark else person.name
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted} {number}"
        taken.add(name)
        called[person.uid] = name
    return called
