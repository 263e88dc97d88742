"""Changing a group's cycle on the way: old stages are mapped to new ones, the history stays."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from cartui.model.cycles import Card, CycleTemplate, Stage
from cartui.model.problems import CartuiProblem
from cartui.services.group_service import GroupService
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {"board.change_cycle": "Changed the cycle of {0} to {1}"}
ALIKE = 0.72


class NotMapped(CartuiProblem):
    """A stage that holds cards was given no stage of the new cycle."""


class CycleChange(GroupService):
    """The step from one cycle to another."""

    def stages_in_use(self) -> list[Stage]:
        """Return the stages that hold cards now, ended and put-away ones too, in order."""
        used = {card.stage for card in self._ws.table(Card, group=self.group_uid).values()}
        known = [stage for stage in self.stages() if stage.id in used]
        strange = sorted(used - {stage.id for stage in self.stages()})
        return known + [Stage(id=uid, name=uid) for uid in strange]

    def propose_mapping(self, new: CycleTemplate) -> dict[str, str]:
        """Return for each stage of the cycle now a stage of `new`: by name, else by position."""
        old = self.stages()
        proposal = {
            stage.id: _namesake(stage, new) or _neighbour(place, len(old), new)
            for place, stage in enumerate(old)
        }
        for stage in self.stages_in_use():
            proposal.setdefault(stage.id, new.stages[0].id)
        return proposal

    def change_template(self, new: CycleTemplate, mapping: Mapping[str, str]) -> Change:
        """Put the group into another cycle; each card goes where `mapping` says.

        Moves made so far keep the names their stages had. The step stands on each card's trail
        and owes no why. Raises NotMapped.
        """
        known = {stage.id: stage for stage in new.stages}
        for stage in self.stages_in_use():
            if mapping.get(stage.id) not in known:
                raise NotMapped(f"Say which stage “{stage.name}” becomes. Nothing was changed.")
        draft = self._draft("board.change_cycle", self.group_uid, new.name)
        draft.set(self.group, group="", cycle=new.uid)
        for card in self._ws.table(Card, group=self.group_uid).values():
            self._map(draft, card, known[mapping[card.stage]], new)
        return self._save(draft)

    def _map(self, draft: Draft, card: Card, stage: Stage, new: CycleTemplate) -> None:
        if self._own_stage(card).name != stage.name:
            self._note_move(draft, card, stage, round=card.round, waived=True)
        draft.set(card, cycle=new.uid, stage=stage.id)


def _namesake(stage: Stage, new: CycleTemplate) -> str:
    """Return the stage of `new` with the same id or a like name, "" if there is none."""
    if any(other.id == stage.id for other in new.stages):
        return stage.id
    alike = [
        (SequenceMatcher(None, stage.name.lower(), other.name.lower()).ratio(), -place)
        for place, other in enumerate(new.stages)
    ]
    best, place = max(alike)
    return new.stages[-place].id if best >= ALIKE else ""


def _neighbour(place: int, count: int, new: CycleTemplate) -> str:
    """Return the stage of `new` that stands as far along as `place` does among `count`."""
    last = len(new.stages) - 1
    return new.stages[round(place * last / max(1, count - 1))].id
