"""The ground rules of one group: written, adopted, reviewed, and used."""

from collections.abc import Mapping, Sequence

from cartui.model.rules import Rule, RuleUse
from cartui.services.ground_rules_adopting import Adopting
from cartui.services.ground_rules_gathering import Gathering
from cartui.services.memberships import dated
from cartui.store.events import Change
from cartui.store.problems import Damaged

WORDS = {
    "rules.review_by": "The rule “{0}” is to be looked at again by {1}",
    "rules.review_by_many": "{0} rules are to be looked at again by {1}",
    "rules.no_review": "No day is set to look again at the rule “{0}”",
    "rules.no_review_many": "No day is set to look again at {0} rules",
    "rules.reviewed": "Looked again at the rule “{0}”: {1}",
    "rules.reviewed_many": "Looked again at {0} rules: {1}",
    "rules.use": "Noted that rule {0} was used. No name is kept",
}
RETIRE = "retire"


class GroundRules(Adopting):
    """The rules on the wall. `group_uid` says whose; all of it is the group's own."""

    def use(self, rule: Rule, *, meeting: int = 0) -> Change:
        """Note that a rule was called upon today. No name is kept, and no hour.

        The change is not about the rule's uid, so that the rule's history does not give the hour.
        """
        line = self.line(rule)
        made = RuleUse(
            uid=self._ws.new_uid(),
            rule=line.uid,
            wording=line.wording.uid,
            on=self.today(),
            meeting=meeting,
        )
        draft = self._draft("rules.use", str(line.number))
        draft.create(made)
        return self._commit(draft)

    def set_review(self, due: str, *rules: Rule) -> Change:
        """Say by which day rules are to be looked at again; "" takes the day away.

        Raises WrongDate, NothingNew.
        """
        day = dated(due)
        now = self._now_of(rules)
        words = ("rules.review_by", day) if day else ("rules.no_review",)
        draft = self._draft_of(words[0], now, *words[1:])
        for rule in now:
            draft.set(rule, review_due=day)
        return self._save(draft)

    def reviewed(self, outcome: str, *rules: Rule) -> Change:
        """Note what a review of rules came to, today; the outcome "retire" retires them."""
        now = self._now_of(rules)
        draft = self._draft_of("rules.reviewed", now, outcome)
        for rule in now:
            draft.set(rule, outcome=outcome, reviewed_on=self.today(), review_due="")
            if outcome == RETIRE:
                draft.set(rule, away=True)
        if outcome == RETIRE:
            self._mint(draft, {}, away={rule.uid: True for rule in now})
        return self._save(draft)

    def uses(self) -> Mapping[str, Sequence[RuleUse]]:
        """Return when each rule was called upon, by the rule's uid."""
        return self._uses()

    def gathered(self) -> int:
        """Return how many lines wait to be shown together; none if that cannot be read."""
        try:
            return Gathering(self._ws, self._room, self.group_uid).count()
        except Damaged:
            return 0
