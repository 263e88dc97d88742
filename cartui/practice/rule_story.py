"""What can happen to a ground rule in a story, each written as one entry of `rules.json`."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from cartui.model.rules import Position, Rule
from cartui.practice.telling import Act, Telling


class _Entry(Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Something that happened to a rule on the ISO date `on`, at a meeting (0 for none)."""

    on: str
    meeting: int = 0


class Adopted(_Entry, frozen=True, kw_only=True, tag="adopt"):
    """Members said where they stand, by their ids; with `rest` all others agreed."""

    stand: dict[str, Position] = {}
    reasons: dict[str, str] = {}
    rest: bool = True

    def tell(self, told: Telling, rule: str) -> None:
        """Hold the round."""
        rules, now = told.rules(), _rule(told, rule)
        for who, position in self.stand.items():
            rules.adopt(now, {told.uids[who]: position}, meeting=self.meeting)
        for who, reason in self.reasons.items():
            rules.give_reason(now, told.uids[who], reason)
        if self.rest:
            rules.rest_agree(now, meeting=self.meeting)


class Reworded(_Entry, frozen=True, kw_only=True, tag="reword"):
    """It was put in other words."""

    text: str

    def tell(self, told: Telling, rule: str) -> None:
        """Reword it."""
        told.rules().reword(_rule(told, rule), self.text)


class Used(_Entry, frozen=True, kw_only=True, tag="use"):
    """It was called upon."""

    def tell(self, told: Telling, rule: str) -> None:
        """Note that it was used."""
        told.rules().use(_rule(told, rule), meeting=self.meeting)


class ReviewSet(_Entry, frozen=True, kw_only=True, tag="review_by"):
    """A day was set to look at it again."""

    by: str

    def tell(self, told: Telling, rule: str) -> None:
        """Set the day."""
        told.rules().set_review(self.by, _rule(told, rule))


class Reviewed(_Entry, frozen=True, kw_only=True, tag="reviewed"):
    """It was looked at again."""

    outcome: str

    def tell(self, told: Telling, rule: str) -> None:
        """Say what that came to."""
        told.rules().reviewed(self.outcome, _rule(told, rule))


RuleEntry = Adopted | Reworded | Used | ReviewSet | Reviewed


class RuleStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule, proposed on the day `on`, and what happened to it in the order of time."""

    id: str
    on: str
    meeting: int
    text: str
    purpose: str
    story: tuple[RuleEntry, ...]


def rule_acts(rules: list[RuleStory]) -> Iterator[Act]:
    """Yield every act of the rules' stories; not yet in the order of time."""
    for rule in rules:
        yield Act(on=rule.on, do=partial(_propose, rule=rule))
    for rule in rules:
        for entry in rule.story:
            yield Act(on=entry.on, do=partial(entry.tell, rule=rule.id))


def _propose(told: Telling, rule: RuleStory) -> None:
    change = told.rules().propose(rule.text, rule.purpose, meeting=rule.meeting)
    told.uids[rule.id] = change.about[1]


def _rule(told: Telling, id_: str) -> Rule:
    return told.ws.table(Rule, group=told.uids["group"])[told.uids[id_]]
