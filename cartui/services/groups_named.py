"""The groups that a list of people names: found by name, or started in the same change."""

from collections.abc import Iterable, Sequence

from cartui.exchange.people_csv import Complaint, PersonRow, groups_of
from cartui.model.people import Group
from cartui.services.people_lines import folded
from cartui.store.workspace import Workspace


class GroupsNamed:
    """The groups of a workspace by their names; `new` are those started for this list."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        groups = workspace.table(Group).values()
        self._known = {folded(group.name): group.uid for group in groups if not group.away}
        self._order = max((group.order for group in groups), default=0.0)
        self.new: list[Group] = []

    def names(self, row: PersonRow) -> list[str]:
        """Return the names in a row's cell, each once.

        They stand apart by semicolons, and by commas too where the whole is no group's name.
        """
        found: list[str] = []
        for part in groups_of(row.group):
            whole = folded(part) in self._known
            found += [part] if whole else groups_of(part.replace(",", ";"))
        return list(dict.fromkeys(found))

    def missing(self, rows: Iterable[PersonRow]) -> list[str]:
        """Return the names that no group has yet, in the order of the list."""
        names: dict[str, str] = {}
        for row in rows:
            for name in self.names(row):
                names.setdefault(folded(name), name)
        return [name for key, name in names.items() if key not in self._known]

    def homes(self, row: PersonRow, group: str) -> list[str]:
        """Return the groups a row belongs to: those it names, or else the one it is brought to."""
        keys = dict.fromkeys(folded(name) for name in self.names(row))
        named = [self._known[key] for key in keys if key in self._known]
        return named or ([group] if group else [])

    def homes_called(
        self, rows: Iterable[PersonRow], group: str, *, start: bool
    ) -> dict[int, tuple[str, ...]]:
        """Return the names of each line's groups; with `start` those not begun yet too."""
        found: dict[int, tuple[str, ...]] = {}
        for row in rows:
            if start:
                self.start_missing(row)
            groups = {**self._ws.table(Group), **{new.uid: new for new in self.new}}
            homes = self.homes(row, group)
            found[row.line] = tuple(groups[uid].name for uid in homes if uid in groups)
        return found

    def start_missing(self, row: PersonRow) -> None:
        """Start what groups a row names and nobody has started; they stand in `new`."""
        for name in self.missing([row]):
            self._order += 1
            group = Group(
                uid=self._ws.new_uid(),
                name=name,
                kind="case study",
                cycle="CS5",
                order=self._order,
            )
            self._known[folded(name)] = group.uid
            self.new.append(group)

    def complaints(self, rows: Sequence[PersonRow]) -> list[Complaint]:
        """Return a complaint for each name in each line that no group has yet."""
        return [
            Complaint(
                line=row.line,
                column="Groups",
                says=f"Line {row.line}: there is no group called “{name}” yet.",
            )
            for row in rows
            for name in self.missing([row])
        ]


def started_verb(groups: Sequence[Group]) -> tuple[str, tuple[str, ...]]:
    """Return the verb of a change that starts groups for a list, and what it is about."""
    if len(groups) == 1:
        return "people.bring_in_and_start_one", (groups[0].uid,)
    return "people.bring_in_and_start", (str(len(groups)), *(group.uid for group in groups))


def started_words(names: Sequence[str]) -> list[str]:
    """Return the sentence about the groups that would be started."""
    groups = "group" if len(names) == 1 else f"{len(names)} groups"
    return [f"The {groups} {', '.join(names)} will be started in the same change."]
