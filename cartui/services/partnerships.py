"""What surrounds the groups: the programme's facts, its partnerships, what a group is for."""

from typing import Any

from cartui.model.people import Group, Partnership
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.text import clean
from cartui.services.programmes import Programmes
from cartui.store.events import Change

WORDS = {
    "programme.describe": "Filled in the programme {0}",
    "partnership.take_in": "Took in the partnership {0}",
    "group.describe": "Filled in the group {0}",
    "group.phase": "{0} is now {1}",
}
PROGRAMME = frozenset({"field_start", "field_end", "policy_context", "practice"})
GROUP = frozenset({"area", "kind", "partnership", "topic_proposed_by", "meeting_plan"})


class PartnershipNameless(CartuiProblem):
    """A partnership was to be called nothing."""


class Partnerships(Programmes):
    """The programme and its groups, and the partnerships around them."""

    def partnerships(self) -> list[Partnership]:
        """Return the partnerships by name."""
        return sorted(self._ws.table(Partnership).values(), key=lambda each: each.name.casefold())

    def describe(self, **facts: Any) -> Change | None:
        """Fill in `field_start`, `field_end`, `policy_context` or `practice` of the programme.

        Returns None when nothing is different. Raises NotFoundHere before it has a name.
        """
        if (programme := self.programme()) is None:
            raise NotFoundHere("The programme has no name yet. Give it one first.")
        draft = self._ws.draft("programme.describe", about=(programme.uid,))
        draft.set(programme, **_known(facts, PROGRAMME))
        return None if draft.is_empty else self._commit(draft)

    def take_in(self, name: str, *, kind: str = "", applied_on: str = "") -> Change:
        """Take a partnership in; its uid is the first of the change's `about`.

        `kind` is one of the shipped words/partnership_kinds, `applied_on` an ISO date, perhaps
        only the year. Raises PartnershipNameless.
        """
        if not (name := clean(name)):
            raise PartnershipNameless("A partnership needs a name. Nothing was saved.")
        made = Partnership(
            uid=self._ws.new_uid(), name=name, kind=clean(kind), applied_on=clean(applied_on)
        )
        draft = self._ws.draft("partnership.take_in", about=(made.uid,))
        draft.create(made)
        return self._commit(draft)

    def describe_group(self, group: Group, **facts: str) -> Change | None:
        """Fill in `area`, `kind`, `partnership`, `topic_proposed_by` or `meeting_plan`."""
        draft = self._ws.draft("group.describe", about=(group.uid,))
        draft.set(group, **_known(facts, GROUP))
        return None if draft.is_empty else self._commit(draft)

    def set_phase(self, group: Group, phase: str) -> Change | None:
        """Say where a group is in its own life; `phase` is one of words/group_phases."""
        draft = self._ws.draft("group.phase", about=(group.uid, clean(phase)))
        draft.set(group, phase=clean(phase))
        return None if draft.is_empty else self._commit(draft)


def _known(facts: dict[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    if strange := set(facts) - fields:
        raise TypeError(f"not described by {strange}")
    return {name: clean(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
