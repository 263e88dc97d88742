"""Cycle templates, cards (case studies and inquiries), their moves and their design (a6, a7)."""

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from cartui.model.records import Record
from cartui.model.rooms import F, G


class Stage(Struct, frozen=True, kw_only=True):
    """One stage of a cycle. `short` is the label of a narrow column, at most 14 characters."""

    id: str
    name: str
    short: str = ""
    help: str = ""
    exit_prompt: str = ""


class CycleTemplate(Record, frozen=True):
    """The stages of a cycle in order. Shipped ones are read from `data`; own ones are kept."""

    name: Annotated[str, F] = ""
    help: Annotated[str, F] = ""
    origin: Annotated[str, F] = ""
    stages: Annotated[tuple[Stage, ...], F] = ()
    centre_rule: Annotated[str, F] = ""
    base: Annotated[str, F] = ""
    around: Annotated[tuple[str, ...], F] = ()
    cyclic: Annotated[bool, F] = True
    away: Annotated[bool, F] = False


class Status(StrEnum):
    """How a card stands, in words that may be shown to anybody."""

    LIVE = "live"
    PAUSED = "paused"
    REDIRECTED = "redirected"
    STOPPED = "stopped"
    COMPLETED = "completed"
    PUBLISHED = "published"
    HELD_LOCALLY = "completed, held locally"

    @property
    def ended(self) -> bool:
        """Whether the card has left the cycle (paused ones have not)."""
        return self not in (Status.LIVE, Status.PAUSED)


class Card(Record, frozen=True):
    """A case study or an inquiry on the board. `stage` is a stage id of its `cycle` template.

    `owners` are person uids. `stage_since` is an ISO date. `stop_reason` is the general reason
    only ("no time"); the words behind it are back stage. `led_to` is the successor's uid.
    """

    title: Annotated[str, F] = ""
    kind: Annotated[str, F] = "case study"
    owners: Annotated[tuple[str, ...], G] = ()
    area: Annotated[str, F] = ""
    cycle: Annotated[str, F] = ""
    stage: Annotated[str, F] = ""
    stage_since: Annotated[str, F] = ""
    round: Annotated[int, F] = 1
    order: Annotated[float, F] = 0.0
    status: Annotated[str, F] = Status.LIVE.value
    stop_reason: Annotated[str, F] = ""
    led_to: Annotated[str, F] = ""
    learning: Annotated[str, F] = ""
    housed_at: Annotated[str, F] = ""
    next_step: Annotated[str, G] = ""
    next_owner: Annotated[str, G] = ""
    next_due: Annotated[str, G] = ""
    scope_check: Annotated[str, G] = ""
    away: Annotated[bool, F] = False


class Move(Record, frozen=True):
    """That a card went from one stage (or status) to another, and why: the justification trail.

    An empty `justification` of a move that is not `waived` is a why that is owed.
    """

    card: Annotated[str, G] = ""
    from_stage: Annotated[str, G] = ""
    to_stage: Annotated[str, G] = ""
    from_name: Annotated[str, G] = ""
    to_name: Annotated[str, G] = ""
    status: Annotated[str, G] = ""
    round: Annotated[int, G] = 1
    at: Annotated[str, G] = ""
    backward: Annotated[bool, G] = False
    justification: Annotated[str, G] = ""
    agreed_with: Annotated[str, G] = ""
    waived: Annotated[bool, G] = False


class Answer(Record, frozen=True):
    """One answer on a card's case study design template; `field` is a field id of the template."""

    card: Annotated[str, G] = ""
    field: Annotated[str, G] = ""
    text: Annotated[str, G] = ""


class Dilemma(Record, frozen=True):
    """An ethical dilemma on a card and how it is handled. `kind` and `state` are shipped words."""

    card: Annotated[str, G] = ""
    kind: Annotated[str, G] = ""
    text: Annotated[str, G] = ""
    handling: Annotated[str, G] = ""
    state: Annotated[str, G] = "open"
    away: Annotated[bool, G] = False
