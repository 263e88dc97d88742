"""Ground rules as things that are written: proposing, rewording, their order, retiring them."""

from collections.abc import Sequence
from typing import Any

from cartui.model.problems import CartuiProblem
from cartui.model.rules import Rule, Wording
from cartui.services.cards import worded
from cartui.services.ground_rules_versions import Versions
from cartui.services.ground_rules_words import Starter
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "rules.propose": "Proposed the rule “{0}”",
    "rules.start": "Proposed {0} rules to begin with",
    "rules.reword": "Put new words to a rule: “{0}”; they are not adopted yet",
    "rules.edit": "Reworded the rule “{0}”",
    "rules.purpose": "Said what the rule “{0}” is for",
    "rules.purpose_many": "Said what {0} rules are for",
    "rules.reorder": "Moved the rule “{0}”",
    "rules.reorder_many": "Moved {0} rules",
    "rules.retire": "Retired the rule “{0}”",
    "rules.retire_many": "Retired {0} rules",
    "rules.bring_back": "Brought back the rule “{0}”",
    "rules.bring_back_many": "Brought back {0} rules",
}
NO_RULE_WORDS = "A rule needs words. Nothing was written."


class AtTheEnd(CartuiProblem):
    """A rule stands first or last already."""


class Writing(Versions):
    """Verbs on the words of rules and their places. Several rules at once are one change."""

    def propose(self, text: str, purpose: str = "", *, meeting: int = 0) -> Change:
        """Write a new rule; its uid is the second of the change's `about`. Raises NoWords."""
        rule, wording = self._new(worded(text, NO_RULE_WORDS), purpose, self._foot(), meeting)
        draft = self._draft("rules.propose", wording.uid, rule.uid)
        draft.create(rule)
        draft.create(wording)
        return self._commit(draft)

    def start_with(self, starters: Sequence[Starter]) -> Change:
        """Write several shipped rules as one change."""
        made = [
            self._new(starter.text, starter.purpose, self._foot() + place, 0)
            for place, starter in enumerate(starters)
        ]
        if len(made) == 1:
            return self.propose(starters[0].text, starters[0].purpose)
        draft = self._draft("rules.start", str(len(made)), *(rule.uid for rule, _ in made))
        for pair in made:
            for record in pair:
                draft.create(record)
        return self._save(draft)

    def reword(self, rule: Rule, text: str, *, was: str | None = None) -> Change:
        """Put a rule, which `was` this when it was read, in other words.

        Once anybody has taken a position on the words they stay as they were and new ones stand
        beside them, to be adopted; before that they are simply put right. Raises NoWords,
        NothingNew and ChangedMeanwhile.
        """
        said = worded(text, NO_RULE_WORDS)
        self._still(was, lambda: self.line(rule).text, said)
        line = self.line(rule)
        now = line.wording
        if said == now.text or not self._is_taken_up(now):
            draft = self._draft("rules.edit", now.uid, rule.uid)
            draft.set(now, text=said)
            return self._save(draft)
        made = Wording(
            uid=self._ws.new_uid(),
            rule=rule.uid,
            number=now.number + 1,
            text=said,
            at=self._ws.now(),
        )
        draft = self._draft("rules.reword", made.uid, rule.uid)
        draft.create(made)
        return self._commit(draft)

    def set_purpose(self, purpose: str, *rules: Rule) -> Change:
        """Say what rules are for, in one of the shipped words."""
        return self._write("rules.purpose", rules, purpose=purpose)

    def reorder(self, step: int, *rules: Rule) -> Change:
        """Move rules up (-1) or down (1) by one. Raises AtTheEnd."""
        now = self._now_of(rules)
        before, draft = self._in_order(), self._draft_of("rules.reorder", now)
        after = stepped(before, {rule.uid for rule in now}, step)
        places = sorted(rule.order for rule in before)
        if len(set(places)) < len(places):
            places = [float(place) for place in range(1, len(places) + 1)]
        if [rule.uid for rule in after] == [rule.uid for rule in before]:
            raise AtTheEnd("That rule stands at the end already.")
        for rule, place in zip(after, places, strict=True):
            draft.set(rule, order=place)
        return self._commit(draft)

    def retire(self, *rules: Rule) -> Change:
        """Take rules off the wall. They stay in the versions, and can be brought back."""
        return self._put("rules.retire", rules, away=True)

    def bring_back(self, *rules: Rule) -> Change:
        """Put retired rules back where they were."""
        return self._put("rules.bring_back", rules, away=False)

    # --- how

    def _new(self, text: str, purpose: str, order: float, meeting: int) -> tuple[Rule, Wording]:
        rule = Rule(
            uid=self._ws.new_uid(),
            purpose=purpose,
            order=order,
            made_on=self.today(),
            meeting=meeting,
        )
        uid = self._ws.new_uid()
        return rule, Wording(uid=uid, rule=rule.uid, text=text, at=self._ws.now())

    def _foot(self) -> float:
        orders = (rule.order for away in (False, True) for rule in self._in_order(away=away))
        return max(orders, default=0.0) + 1.0

    def _is_taken_up(self, wording: Wording) -> bool:
        """Whether somebody stands on these words, or a version holds them."""
        held = any(line.wording == wording.uid for each in self._kept() for line in each.lines)
        return held or bool(self._positions().get(wording.uid))

    def _put(self, verb: str, rules: Sequence[Rule], *, away: bool) -> Change:
        now = self._now_of(rules)
        draft = self._filled(verb, now, away=away)
        if not draft.is_empty:
            self._mint(draft, {}, away={rule.uid: away for rule in now})
        return self._save(draft)

    def _write(self, verb: str, rules: Sequence[Rule], **fields: Any) -> Change:
        return self._save(self._filled(verb, self._now_of(rules), **fields))

    def _filled(self, verb: str, rules: Sequence[Rule], **fields: Any) -> Draft:
        draft = self._draft_of(verb, rules)
        for rule in rules:
            draft.set(rule, **fields)
        return draft


def stepped(row: Sequence[Rule], chosen: set[str], step: int) -> list[Rule]:
    """Return rules with the chosen ones one place on; those at the end stay."""
    found = list(row) if step < 0 else list(reversed(row))
    for place in range(1, len(found)):
        if found[place].uid in chosen and found[place - 1].uid not in chosen:
            found[place - 1], found[place] = found[place], found[place - 1]
    return found if step < 0 else list(reversed(found))
