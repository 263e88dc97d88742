"""Newcomers and the rules: who has not taken a position yet on what holds, asked over all rules."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from cartui.model.rules import Position
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_adopting import NobodyToAsk
from cartui.services.ground_rules_lines import Member, RuleLine
from cartui.services.ground_rules_words import positions
from cartui.store.events import Change

WORDS = {
    "rules.welcome": "{1} {2}: {0}",
    "rules.welcome_many": "{1} people {2}: {0}",
}


class Open(Struct, frozen=True, kw_only=True):
    """One rule that holds, and one person who has not taken a position on it yet, or did now."""

    line: RuleLine
    member: Member

    @property
    def key(self) -> tuple[str, str]:
        """The rule's uid and the person's."""
        return self.line.uid, self.member.uid


class Welcoming(GroundRules):
    """The rules as newcomers meet them, at the first meeting they come to."""

    def open_for(self, people: Collection[str]) -> list[Open]:
        """Return what these people (uids) have not taken a position on, person by person."""
        lines = [line for line in self.rules() if not line.is_proposed]
        asked = lines[0].asked if lines else ()
        return [
            Open(line=line, member=member)
            for member in asked
            if member.uid in people
            for line in lines
            if member.uid not in line.taken
        ]

    def welcome(self, marks: Mapping[tuple[str, str], Position], *, meeting: int = 0) -> Change:
        """Note where people stand on rules, by the uids of rule and person, as one change.

        Raises NobodyToAsk without marks, NothingNew if all of them stand there already.
        """
        if not marks:
            raise NobodyToAsk("Everybody has been asked. Nothing was changed.")
        lines = {line.uid: line for line in self.rules()}
        marked = {key: position for key, position in marks.items() if key[0] in lines}
        draft = self._draft(*_said(marked))
        set_: dict[tuple[str, str], str] = {}
        for (rule, person), position in marked.items():
            wording = lines[rule].wording
            held = self._held(wording, person)
            if held is None:
                self._take(draft, wording, person, position)
            else:
                draft.set(held, position=position.value, reason="", on=self.today())
            set_[wording.uid, person] = position.value
        if not draft.is_empty:
            self._mint(draft, set_, meeting=meeting)
        return self._save(draft)


def _said(marked: Mapping[tuple[str, str], Position]) -> tuple[str, ...]:
    """Return the verb of a change and what its sentence is made of."""
    people = list(dict.fromkeys(person for _, person in marked))
    rules, kinds = len({rule for rule, _ in marked}), set(marked.values())
    word = positions()[next(iter(kinds))] if len(kinds) == 1 else None
    many = f"{rules} {'rule' if rules == 1 else 'rules'}"
    if len(people) == 1:
        return "rules.welcome", many, people[0], word.one if word else "took a position", *people
    said = word.many if word else "took a position"
    return "rules.welcome_many", many, str(len(people)), said, *people
