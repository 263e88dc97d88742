"""A stage is left out of a cycle: who stands in it, and where those rest who have ended there."""

from collections.abc import Iterable, Sequence

from cartui.model.cycles import Card, CycleTemplate, Move, Stage, Status
from cartui.model.people import Group
from cartui.model.problems import CartuiProblem
from cartui.store.draft import Draft
from cartui.store.workspace import Workspace


class StageInUse(CartuiProblem):
    """A stage was to be left out while cards are at work in it."""


def resting_elsewhere(
    draft: Draft,
    workspace: Workspace,
    groups: Iterable[Group],
    old: CycleTemplate,
    kept: Sequence[Stage],
) -> int:
    """Let ended and put-away cards of stages that are gone rest in the stage before.

    Nobody could move them otherwise. Each step stands on its card's trail with the old stage's
    name and owes no why. Returns how many there are. Raises StageInUse for a card at work.
    """
    heirs, count = _heirs(old, kept), 0
    names = {stage.id: stage.name for stage in old.stages}
    for group in groups:
        for card in workspace.table(Card, group=group.uid).values():
            if card.stage in heirs:
                heir, name = heirs[card.stage], names[card.stage]
                _at_rest(card, group, name)
                draft.set(card, group=group.uid, stage=heir.id)
                draft.create(_step(workspace, card, name, heir), group=group.uid)
                count += 1
    return count


def _at_rest(card: Card, group: Group, stage: str) -> None:
    if not (card.away or Status(card.status).ended):
        raise StageInUse(
            f"“{card.title}” of {group.name} stands in “{stage}”. Move it and any other card "
            "there first; the cycle is as it was."
        )


def _step(workspace: Workspace, card: Card, name: str, heir: Stage) -> Move:
    """Return the line on a card's trail: it was in the stage of this `name`."""
    return Move(
        uid=workspace.new_uid(),
        card=card.uid,
        from_stage=card.stage,
        to_stage=heir.id,
        from_name=name,
        to_name=heir.name,
        round=card.round,
        at=workspace.now(),
        waived=True,
    )


def _heirs(old: CycleTemplate, kept: Sequence[Stage]) -> dict[str, Stage]:
    """Return for each stage that is gone the nearest one before it that is kept, or the first."""
    left = {stage.id: stage for stage in kept}
    heirs, before = {}, kept[0]
    for stage in old.stages:
        before = left.get(stage.id, before)
        if stage.id not in left:
            heirs[stage.id] = before
    return heirs
