"""Deciding about a table file that was changed by hand: the differences in words, and two verbs."""

from cartui.services.service import Service
from cartui.services.wording import name_of
from cartui.store.events import Change
from cartui.store.outside import OutsideEdit
from cartui.store.repair import Repair

WORDS = {
    "store.take_outside": "Took over what was changed outside cartui",
    "store.heal": "Wrote again what a damaged journal line had said",
}


class Mending(Service):
    """The differences between the files as somebody left them and what cartui knows."""

    def edits(self) -> list[OutsideEdit]:
        """Return the differences, in the order of the files."""
        return Repair(self._ws).outside_edits()

    def lines(self) -> list[str]:
        """Return each difference as one sentence."""
        return [self._line(edit) for edit in self.edits()]

    def _line(self, edit: OutsideEdit) -> str:
        if edit.ours is None and not edit.field:
            return f"A {edit.kind} was added by hand: {_short(_called(edit.theirs))}"
        name = name_of(edit.uid, self._ws)
        called = f"{edit.kind} “{name}”" if name != edit.uid else f"a {edit.kind}"
        if not edit.field:
            return f"{called}: taken out of the file by hand"
        return f"{called}, {edit.field}: {_short(edit.ours)} became {_short(edit.theirs)}"

    def take(self) -> Change | None:
        """Save what was changed by hand as a change like any other, then write the files anew.

        Undo takes it back. Raises SaveFailed.
        """
        repair = Repair(self._ws)
        change = repair.take(repair.outside_edits(), self._room())
        repair.settle()
        return change

    def restore(self) -> None:
        """Write the files as cartui knows them. What stood there is kept under `generations`."""
        Repair(self._ws).settle()


def _called(fields: object) -> object:
    if isinstance(fields, dict):
        return next((fields[name] for name in ("name", "title", "text") if fields.get(name)), "")
    return fields


def _short(value: object) -> str:
    text = "nothing" if value in ("", None, [], ()) else f"“{value}”"
    return text if len(text) <= 60 else f"{text[:58]}…”"
