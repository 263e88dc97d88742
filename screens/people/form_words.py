"""A filled form as a text that is reworded: whose fields stand when two windows fill one in."""

from collections.abc import Mapping
from typing import Any

from cartui.model.problems import ChangedMeanwhile
from cartui.services.people_form import Clash, FormChangedMeanwhile
from cartui.services.people_lines import PersonLine
from cartui.services.roster import Roster
from cartui.store.events import Change
from screens.people.person_form import PersonForm, word_of


class FilledForm:
    """Writes what was typed in a form against what was read there; `line` names the groups."""

    def __init__(self, roster: Roster, kept: PersonForm.Kept, line: PersonLine | None) -> None:
        self._roster, self._kept = roster, kept
        held = zip(line.memberships, line.titles, strict=True) if line is not None else ()
        self._titles = {each.uid: title for each, title in held}
        self._was = dict(kept.was)
        self._clashes: tuple[Clash, ...] = ()

    def write(self, _: str, was: str | None) -> Change | None:
        """Write the form; with None put back theirs, where both had changed a field.

        Raises ChangedMeanwhile with the fields in words, and what `Roster.edit` raises.
        """
        person = self._roster.person(self._kept.uid)
        if was is None:
            fields, memberships = self._theirs()
            return self._roster.edit(person, memberships=memberships, **fields)
        try:
            return self._roster.edit(
                person, memberships=self._kept.memberships, was=self._was, **self._kept.fields
            )
        except FormChangedMeanwhile as changed:
            self._clashes = changed.clashes
            self._was |= {(each.home, each.field): each.theirs for each in changed.clashes}
            theirs = {each: each.theirs for each in changed.clashes}
            mine = {each: each.mine for each in changed.clashes}
            raise ChangedMeanwhile(self._words(theirs), self._words(mine)) from changed

    def _theirs(self) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
        fields: dict[str, Any] = {}
        memberships: dict[str, dict[str, str]] = {}
        for each in self._clashes:
            if each.home:
                memberships.setdefault(each.home, {})[each.field] = str(each.theirs)
            else:
                fields[each.field] = each.theirs
        return fields, memberships

    def _words(self, said: Mapping[Clash, str | bool]) -> str:
        return "\n".join(f"{self._label(each)}: {_in_words(said[each])}" for each in said)

    def _label(self, clash: Clash) -> str:
        word, title = word_of(clash.field), self._titles.get(clash.home, "")
        return f"{title}, {word.lower()}" if title else word


def _in_words(value: str | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value.split()) or "(nothing)"
