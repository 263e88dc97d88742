"""Which people of the roster are shown, and in which order."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

from cartui.services.people_lines import PersonLine, folded


class Standing(StrEnum):
    """Whom a list is about."""

    HERE = "here now"
    UNPAID = "activists and volunteers"
    LEFT = "who left"
    AWAY = "put away"
    EVERYBODY = "everybody"


class Sieve(Struct, frozen=True, kw_only=True):
    """What a list of people is narrowed to; an empty text narrows nothing. `group` is a uid."""

    group: str = ""
    standing: Standing = Standing.HERE
    agency: str = ""
    role: str = ""
    area: str = ""

    def leaves(self, line: PersonLine) -> bool:
        """Whether this person is shown."""
        return (
            self._stands(line)
            and (not self.agency or line.person.agency == self.agency)
            and (not self.area or line.person.area == self.area)
            and (not self.role or any(m.role == self.role for m in line.memberships))
        )

    def among(self, lines: Iterable[PersonLine]) -> list[PersonLine]:
        """Return those who are shown; who is here now, which is asked most, is told quickly."""
        if self != Sieve(group=self.group):
            return [line for line in lines if self.leaves(line)]
        if self.group:
            group = self.group
            return [line for line in lines if group in line.in_now and not line.person.away]
        return [
            line for line in lines if (line.in_now or not line.memberships) and not line.person.away
        ]

    def _stands(self, line: PersonLine) -> bool:
        if line.person.away or self.standing is Standing.AWAY:
            return line.person.away and self.standing is Standing.AWAY and self._belongs(line)
        if not self._belongs(line):
            return False
        gone = line.has_left if not self.group else self._left_group(line)
        if self.standing is Standing.EVERYBODY:
            return True
        if self.standing is Standing.LEFT:
            return gone
        return not gone and (self.standing is Standing.HERE or line.unpaid)

    def _belongs(self, line: PersonLine) -> bool:
        return not self.group or any(m.group == self.group for m in line.memberships)

    def _left_group(self, line: PersonLine) -> bool:
        return self.group not in line.in_now

    @property
    def narrowed(self) -> str:
        """The facets in words, "" when it is everybody who is here."""
        standing = "" if self.standing is Standing.HERE else self.standing.value
        return ", ".join(filter(None, (standing, self.agency, self.role, self.area)))


class Order(StrEnum):
    """What a list of people is sorted by."""

    OWN = "own order"
    NAME = "name"
    AGENCY = "agency"
    PROFESSION = "profession"
    ROLE = "role"
    AREA = "area"
    GROUP = "group"
    JOINED = "joined"


_TEXTS: dict[Order, Callable[[PersonLine, str], str]] = {
    Order.NAME: lambda line, group: line.sort_name,
    Order.AGENCY: lambda line, group: folded(line.person.agency),
    Order.PROFESSION: lambda line, group: folded(line.person.profession),
    Order.ROLE: lambda line, group: folded(line.role(group)),
    Order.AREA: lambda line, group: folded(line.person.area),
    Order.GROUP: lambda line, group: folded(", ".join(line.groups)),
    Order.JOINED: lambda line, group: line.joined(group),
}


def _own_order(line: PersonLine) -> tuple[float, str, str]:
    return line.person.order, line.sort_name, line.person.uid


def in_order(lines: Iterable[PersonLine], order: Order, group: str = "") -> list[PersonLine]:
    """Return the lines sorted; what is not known comes last, and equals stand by name."""
    if order is Order.OWN:
        return sorted(lines, key=_own_order)
    text = _TEXTS[order]

    def by(line: PersonLine) -> tuple[bool, str, str, str]:
        value = text(line, group)
        return not value, value, line.sort_name, line.uid

    return sorted(lines, key=by)


def facets(lines: Iterable[PersonLine], field: str) -> list[tuple[str, int]]:
    """Return the values of "agency", "area" or "role" among the lines, and how many have each."""
    counts: Counter[str] = Counter()
    for line in lines:
        if field == "role":
            counts.update({m.role for m in line.memberships if m.role})
        elif value := getattr(line.person, field):
            counts[value] += 1
    return sorted(counts.items(), key=lambda pair: folded(pair[0]))
