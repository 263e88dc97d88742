"""Where a card can go: the rules of a cycle, as pure functions of its template."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

import data
from cartui.model.cycles import Card, CycleTemplate, Stage, Status
from cartui.model.problems import CartuiProblem


class NoNextStage(CartuiProblem):
    """The card stands at the end of a cycle that does not begin again."""


class NoEarlierStage(CartuiProblem):
    """The card stands at the very first stage of its first round."""


class AlreadyThere(CartuiProblem):
    """The card stands where it was to go."""


class HasEnded(CartuiProblem):
    """The card has left the cycle; it is read, not moved."""


class Place(Struct, frozen=True):
    """A stage in a round, and whether going there is going back."""

    stage: Stage
    round: int
    backward: bool = False


def place_of(template: CycleTemplate, card: Card) -> int:
    """Return the index of a card's stage; 0 for a stage that this template does not have."""
    for index, stage in enumerate(template.stages):
        if stage.id == card.stage:
            return index
    return 0


def stage_of(template: CycleTemplate, card: Card) -> Stage:
    """Return the stage a card stands in."""
    return template.stages[place_of(template, card)]


def next_place(template: CycleTemplate, card: Card) -> Place:
    """Return one stage on; after the last stage of a cyclic template, the next round's first.

    Raises HasEnded, NoNextStage.
    """
    _still_here(card)
    here = place_of(template, card)
    if here + 1 < len(template.stages):
        return Place(template.stages[here + 1], card.round)
    if not template.cyclic:
        raise NoNextStage(
            f"“{card.title}” is at the last stage. F2 offers completed, published and more."
        )
    return Place(template.stages[0], card.round + 1)


def previous_place(template: CycleTemplate, card: Card) -> Place:
    """Return one stage back; before the first stage of a later round, the earlier round's last.

    Raises HasEnded, NoEarlierStage.
    """
    _still_here(card)
    here = place_of(template, card)
    if here:
        return Place(template.stages[here - 1], card.round, backward=True)
    if card.round <= 1:
        raise NoEarlierStage(f"“{card.title}” is at the first stage of its first round.")
    return Place(template.stages[-1], card.round - 1, backward=True)


def place_at(template: CycleTemplate, card: Card, stage_id: str) -> Place:
    """Return a named stage in the card's own round. Raises HasEnded, AlreadyThere."""
    _still_here(card)
    here = place_of(template, card)
    for index, stage in enumerate(template.stages):
        if stage.id == stage_id:
            if index == here and card.stage == stage_id:
                raise AlreadyThere(f"“{card.title}” is in {stage.name} already.")
            return Place(stage, card.round, backward=index < here)
    raise AlreadyThere("That stage is not in this cycle. Nothing was moved.")


def _still_here(card: Card) -> None:
    if Status(card.status).ended:
        raise HasEnded(
            f"“{card.title}” has left the cycle ({card.status}). F2 offers to take it up again."
        )


class Pace(Struct, frozen=True):
    """From how many days in a stage a wording holds. Shipped as words/time_in_stage."""

    from_days: int
    says: str


def time_in_stage(since: str, today: str, paces: Sequence[Pace] = ()) -> str:
    """Return how long a card has been in its stage, in neutral words; "" if not known.

    `since` and `today` are ISO dates; a clock set back counts as no time at all.
    """
    try:
        days = max(0, (date.fromisoformat(today) - date.fromisoformat(since)).days)
    except ValueError:
        return ""
    fitting = [pace for pace in paces or _paces() if pace.from_days <= days]
    if not fitting:
        return ""
    return fitting[-1].says.format(days=days, weeks=days // 7, months=days // 30, years=days // 365)


_PACES: list[Pace] = []


def _paces() -> list[Pace]:
    if not _PACES:
        _PACES.extend(data.load("words/time_in_stage", list[Pace]))
    return _PACES
