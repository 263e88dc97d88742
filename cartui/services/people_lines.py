"""The roster as it is read: a line for each person, kept until the person changes."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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


FOUND_BY = ("label", "agency", "sector", "profession", "job_role", "area")


class PersonLine(Struct, frozen=True, kw_only=True):
    """A person with all that a list shows. `name` is told apart from others of the same name.

    `memberships` are those not taken off, in the groups' order, `titles` the names of their
    groups; `current` are those not left by the day it was read, `in_now` their groups' uids;
    `groups` are the names to show. `key` is what finding searches, lower-cased.
    """

    person: Person
    memberships: tuple[Membership, ...]
    current: tuple[Membership, ...]
    in_now: tuple[str, ...]
    titles: tuple[str, ...]
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


class PeopleLines:
    """Keeps a line for each person; reading them again costs one look at each record."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._lines: dict[str, PersonLine] = {}
        self._made_for: tuple[str, dict[str, str]] = ("", {})

    def all(self) -> dict[str, PersonLine]:
        """Return a line for every person by uid, the put away ones among them."""
        people, today = self._ws.table(Person), self._ws.today()
        titles = {uid: group.name for uid, group in self._ws.table(Group).items()}
        if self._made_for != (today, titles):
            self._made_for, self._lines = (today, titles), {}
        belongs = self._memberships(titles)
        names = self._ws.made_of(Person, names_apart)
        known, lines = self._lines.get, {}
        for uid, person in people.items():
            own, line = belongs.get(uid, ()), known(uid)
            if line is None or not _stands(line, person, own, names):
                name = names.get(uid, person.name)
                line = _line(person, tuple(own), name, titles, today)
            lines[uid] = line
        self._lines = lines
        return lines

    def _memberships(self, groups: Mapping[str, str]) -> Mapping[str, Sequence[Membership]]:
        belongs: dict[str, list[Membership]] = {}
        several: set[str] = set()
        for held in self._ws.table(Membership).values():
            if not held.away and held.group in groups:
                if held.person in belongs:
                    belongs[held.person].append(held)
                    several.add(held.person)
                else:
                    belongs[held.person] = [held]
        order = {uid: group.order for uid, group in self._ws.table(Group).items()}
        for uid in several:
            belongs[uid].sort(key=lambda m: (order[m.group], m.group, m.joined, m.uid))
        return belongs


def _stands(
    line: PersonLine, person: Person, own: Sequence[Membership], names: Mapping[str, str]
) -> bool:
    """Whether a line is still true; records are immutable, so the same object is the same fact."""
    before = line.memberships
    if line.person is not person or len(before) != len(own):
        return False
    for number, held in enumerate(own):
        if before[number] is not held:
            return False
    return line.name == (names.get(person.uid, person.name) if names else person.name)


def _line(
    person: Person,
    own: tuple[Membership, ...],
    name: str,
    groups: Mapping[str, str],
    today: str,
) -> PersonLine:
    current = tuple(m for m in own if not m.left or m.left > today)
    titles = tuple(groups[m.group] for m in own)
    here = current or own
    words = " ".join([name, *(getattr(person, field) for field in FOUND_BY), *titles])
    words = " ".join([words, *(m.role for m in own)])
    lower, plain = words.lower(), folded(words)
    return PersonLine(
        person=person,
        memberships=own,
        current=current,
        in_now=tuple(m.group for m in current),
        titles=titles,
        groups=tuple(dict.fromkeys(groups[m.group] for m in here)),
        name=name,
        key=lower if lower == plain else f"{lower} {plain}",
        sort_name=folded(name),
        unpaid=any(is_unpaid(m.role) for m in here),
    )


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """Return, for people who share a name, what each is called instead, by uid.

    A short label tells apart best; without one the agency, area or profession does, and where
    those are the same too a number, in the order of the roster.
    """
    people = tuple(people)
    counts = Counter([person.name for person in people])
    if len(counts) == len(people):
        return {}
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


def names_apart(people: Mapping[str, Person]) -> dict[str, str]:
    """Return how those who share a name are told apart in a whole table of people."""
    return told_apart(people.values())
