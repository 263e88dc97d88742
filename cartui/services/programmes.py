"""The programme of a workspace and its groups: beginning, naming, putting away."""

from collections.abc import Iterable

from cartui.model.people import Group, Programme
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.service import Service
from cartui.store.events import Change

WORDS = {
    "programme.begin": "Began the programme {0}",
    "programme.rename": "Renamed the programme to {0}",
    "group.start": "Started the group {0}",
    "group.rename": "Renamed a group to {0}",
    "group.put_away": "Put away the group {0}",
    "group.bring_back": "Brought back the group {0}",
}


class NoName(CartuiProblem):
    """A programme or a group was to be called nothing."""


class NameTaken(CartuiProblem):
    """Another group has that name already."""


class Programmes(Service):
    """The programme this workspace is about, and the groups in it."""

    def programme(self) -> Programme | None:
        """Return the programme's own record; None before anything was named."""
        return next(iter(self._ws.table(Programme).values()), None)

    def name(self) -> str:
        """Return the programme's name, "" before it has one."""
        programme = self.programme()
        return programme.name if programme is not None else ""

    def is_practice(self) -> bool:
        """Whether this is a made-up programme to practise on."""
        programme = self.programme()
        return programme is not None and programme.practice

    def rename(self, name: str, *, was: str | None = None) -> Change | None:
        """Call the programme something; None if it is called so already.

        It `was` called this when its name was read. Raises NoName and ChangedMeanwhile.
        """
        name = _named(name)
        self._still(was, self.name, name)
        programme = self.programme()
        if programme is None:
            begun = Programme(uid=self._ws.new_uid(), name=name)
            draft = self._ws.draft("programme.begin", about=(begun.uid,))
            draft.create(begun)
            return self._commit(draft)
        draft = self._ws.draft("programme.rename", about=(programme.uid,))
        draft.set(programme, name=name)
        return None if draft.is_empty else self._commit(draft)

    def groups(self, *, away: bool = False) -> list[Group]:
        """Return the groups in order; `away` those that are put away."""
        groups = (group for group in self._ws.table(Group).values() if group.away == away)
        return sorted(groups, key=lambda group: (group.order, group.uid))

    def start_group(self, name: str, kind: str = "case study", cycle: str = "CS5") -> Change:
        """Start a group; its uid is the first of the change's `about`. Raises NoName, NameTaken.

        `kind` is one of the shipped words/group_kinds, `cycle` the uid of a cycle template.
        """
        name = self._free(name)
        last = max((group.order for group in self._ws.table(Group).values()), default=0.0)
        group = Group(uid=self._ws.new_uid(), name=name, kind=kind, cycle=cycle, order=last + 1)
        draft = self._ws.draft("group.start", about=(group.uid,))
        draft.create(group)
        return self._commit(draft)

    def rename_group(self, group: Group, name: str, *, was: str | None = None) -> Change | None:
        """Call a group something else; None if it is called so.

        It `was` called this when its name was read. Raises NoName, NameTaken, ChangedMeanwhile.
        """

        def now() -> Group:
            return self._ws.get(Group, group.uid) or group

        self._still(was, lambda: now().name, _named(name))
        group = now()
        if _named(name) == group.name:
            return None
        draft = self._ws.draft("group.rename", about=(group.uid,))
        draft.set(group, name=self._free(name, group.uid))
        return self._commit(draft)

    def put_away_group(self, group: Group) -> Change:
        """Take a group off the wall; its cards and people stay as they are."""
        return self._set_away("group.put_away", group, away=True)

    def bring_back_group(self, group: Group) -> Change:
        """Put a group back on the wall."""
        return self._set_away("group.bring_back", group, away=False)

    def _set_away(self, verb: str, group: Group, *, away: bool) -> Change:
        draft = self._ws.draft(verb, about=(group.uid,))
        draft.set(group, away=away)
        return self._commit(draft)

    def _free(self, name: str, but: str = "") -> str:
        """Return a name that no other group has; `but` is the uid of the group itself."""
        name = _named(name)
        if name.lower() in _lowered(group.name for group in self.groups() if group.uid != but):
            raise NameTaken(f"There is a group called “{name}” already. Nothing was changed.")
        return name


def _named(name: str) -> str:
    if not (name := clean(name)):
        raise NoName("A name is needed. Nothing was changed.")
    return name


def _lowered(names: Iterable[str]) -> set[str]:
    return {name.lower() for name in names}
