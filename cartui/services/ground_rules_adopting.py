"""The adoption round: where each person stands on the words of a rule, and their reasons."""

from collections.abc import Mapping

from cartui.model.meetings import AWAY, Attendance, Meeting
from cartui.model.problems import CartuiProblem
from cartui.model.rules import Adoption, Position, Rule, Wording
from cartui.model.text import clean
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.ground_rules_words import positions
from cartui.services.ground_rules_writing import Writing
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "rules.stand": "{1} {2}: “{0}”",
    "rules.stand_many": "{1} people {2}: “{0}”",
    "rules.unmark": "{1} is still to be asked: “{0}”",
    "rules.reason": "Wrote the reason of {1}: “{0}”",
}


class NobodyToAsk(CartuiProblem):
    """A round was asked for, and there is nobody in it who could take a position."""


class NoPosition(CartuiProblem):
    """A reason was given for a position that nobody has taken."""


class Adopting(Writing):
    """Who stands where. Every mark is one change, saved at once."""

    def adopt(self, rule: Rule, marks: Mapping[str, Position], *, meeting: int = 0) -> Change:
        """Note where people stand on a rule's current words, by their uids.

        Raises NobodyToAsk without people, NothingNew if all of them stand there already.
        """
        if not marks:
            raise NobodyToAsk("Everybody has been asked. Nothing was changed.")
        line = self.line(rule)
        kinds = set(marks.values())
        word = positions()[next(iter(kinds))] if len(kinds) == 1 else None
        if len(marks) == 1:
            person = next(iter(marks))
            about = ("rules.stand", person, word.one if word else "")
        else:
            about = ("rules.stand_many", str(len(marks)), word.many if word else "took a position")
        draft = self._draft(about[0], line.wording.uid, *about[1:], rule.uid)
        return self._mark(draft, line, marks, meeting)

    def rest_agree(self, rule: Rule, *, meeting: int = 0) -> Change:
        """Let everybody agree who has taken no position yet, but nobody who is noted as away from
        a meeting of today: they have not been asked. Raises NobodyToAsk.
        """
        waiting, away = self.not_yet(rule), self._away_today()
        rest = {member.uid: Position.AGREE for member in waiting if member.uid not in away}
        if waiting and not rest:
            raise NobodyToAsk("All who are here have been asked. a is for one who is away.")
        return self.adopt(rule, rest, meeting=meeting)

    def unmark(self, rule: Rule, person: str) -> Change:
        """Take a position away: the person is still to be asked. Raises NothingNew."""
        line = self.line(rule)
        draft = self._draft("rules.unmark", line.wording.uid, person, rule.uid)
        held = self._held(line.wording, person)
        if held is not None and held.position:
            draft.set(held, position="", reason="")
            self._mint(draft, {(line.wording.uid, person): ""})
        return self._save(draft)

    def give_reason(self, rule: Rule, person: str, reason: str) -> Change:
        """Write why a person stands where they stand; an empty text takes it away.

        Raises NoPosition, NothingNew.
        """
        line = self.line(rule)
        held = self._held(line.wording, person)
        if held is None or not held.position:
            raise NoPosition("First say where they stand: a, c, s or o. Then e writes why.")
        draft = self._draft("rules.reason", line.wording.uid, person, rule.uid)
        draft.set(held, reason=clean(reason))
        return self._save(draft)

    # --- how

    def _away_today(self) -> set[str]:
        table, today = self._ws.table, self.today()
        meetings = table(Meeting, self.group_uid).values()
        on = {each.uid for each in meetings if each.on == today and not each.away}
        marks = table(Attendance, self.group_uid).values()
        return {each.person for each in marks if each.meeting in on and each.state in AWAY}

    def _mark(
        self, draft: Draft, line: RuleLine, marks: Mapping[str, Position], meeting: int
    ) -> Change:
        wording = line.wording
        for person, position in marks.items():
            held = self._held(wording, person)
            if held is None:
                self._take(draft, wording, person, position)
            elif held.position != position.value:
                draft.set(held, position=position.value, reason="", on=self.today())
        if not draft.is_empty:
            set_ = {(wording.uid, person): position.value for person, position in marks.items()}
            self._mint(draft, set_, meeting=meeting)
        return self._save(draft)

    def _take(self, draft: Draft, wording: Wording, person: str, position: Position) -> None:
        uid = _uid(wording, person)
        made = Adoption(uid=uid, rule=wording.rule, wording=wording.uid, person=person)
        draft.create(made)
        # All is said, defaults too: a mark that was taken back left its words under this uid.
        draft.set(made, position=position.value, reason="", on=self.today())

    def _held(self, wording: Wording, person: str) -> Adoption | None:
        return self._ws.get(Adoption, _uid(wording, person), group=self.group_uid)


def tally(line: RuleLine) -> list[tuple[Position, int]]:
    """Return how many stand where, the warmest position first; none that nobody has taken."""
    counted = [(position, len(line.standing(position))) for position in positions()]
    return [(position, count) for position, count in counted if count]


def _uid(wording: Wording, person: str) -> str:
    # Two devices that mark the same person at the same time must meet in one record.
    return f"{wording.uid}.{person}"


__all__ = ["Adopting", "NoPosition", "NobodyToAsk", "tally"]
