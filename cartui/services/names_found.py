"""The names in a file or an e-mail, and whose they are: certain, decided before, or perhaps."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from cartui.model.people import Membership, Person, Spelling
from cartui.model.text import clean
from cartui.services.names_alike import Meant, meant
from cartui.store.workspace import Workspace

NOBODY = ""
"""What is decided of a name that is nobody's here."""
UNNAMED = "(somebody quoted)"
"""Who says something in a quoted mail that does not say whose it is."""
BEFORE = "decided before"
Decided = Mapping[str, str]
"""By a name as it was found the uid of a person, or NOBODY."""


class NameFound(Struct, frozen=True, kw_only=True):
    """A name as it was found, and how often it speaks. `person` is whom it means, a uid.

    Unless `sure` that is a guess, which changes nothing until somebody has decided; `decided`
    says that somebody has, at an earlier file. `why` says in words what a guess goes by.
    """

    name: str
    says: int = 0
    person: str = NOBODY
    sure: bool = False
    decided: bool = False
    why: str = ""


class NamesFound:
    """Names as one group's files and e-mails write them; what was decided in it goes first."""

    def __init__(self, workspace: Workspace, group: str) -> None:
        self._ws, self._group = workspace, group
        self._guesses: dict[str, Meant | None] = {}

    def look_up(self, name: str, says: int = 0) -> NameFound:
        """Return whom a name means, as far as that is known."""
        name = clean(name)
        if (person := self._before.get(name.casefold())) is not None:
            here = person == NOBODY or person in self._ws.table(Person)
            if here:
                return NameFound(
                    name=name, says=says, person=person, sure=True, decided=True, why=BEFORE
                )
        if name not in self._guesses:
            self._guesses[name] = self._meant(name)
        found = self._guesses[name]
        if found is None:
            return NameFound(name=name, says=says)
        return NameFound(name=name, says=says, person=found.person, sure=found.sure, why=found.why)

    def people(self, names: Iterable[str], decided: Decided | None = None) -> dict[str, str]:
        """Return people's uids by name in lower case: what was decided, then what is sure."""
        found: dict[str, str] = {}
        for name in dict.fromkeys(names):
            known = self.look_up(name)
            if known.sure and known.person:
                found[known.name.casefold()] = known.person
        for name, person in (decided or {}).items():
            found[clean(name).casefold()] = person
        return {name: person for name, person in found.items() if person}

    def spellings(self, decided: Decided | None) -> list[Spelling]:
        """Return what is to be remembered: only what is not known as it was decided already."""
        fresh = []
        for name, person in (decided or {}).items():
            known = self.look_up(name)
            if known.name not in ("", UNNAMED) and not (known.sure and known.person == person):
                uid, at = self._ws.new_uid(), self._ws.now()
                fresh.append(Spelling(uid=uid, name=known.name, person=person, at=at))
        return fresh

    def _meant(self, name: str) -> Meant | None:
        """Return whom a name means: somebody of the group, or else of the programme."""
        everybody = list(self._ws.table(Person).values())
        found = meant(name, everybody)
        if found is None or not found.sure:
            ours = [person for person in everybody if person.uid in self._members]
            found = meant(name, ours) or found
        return found

    @cached_property
    def _members(self) -> frozenset[str]:
        held = self._ws.table(Membership).values()
        return frozenset(each.person for each in held if each.group == self._group)

    @cached_property
    def _before(self) -> dict[str, str]:
        """What was decided by name: in this group, or else in another; the last decision holds."""
        found: dict[str, str] = {}
        others = [uid for uid in self._ws.group_uids() if uid != self._group]
        for group in (*others, self._group):
            kept = self._ws.table(Spelling, group).values()
            for each in sorted(kept, key=lambda one: (one.at, one.uid)):
                found[each.name.casefold()] = each.person
        return found
