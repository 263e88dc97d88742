"""Ground rules: their wordings, who adopted which, when they carried something (product.md a5)."""

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from cartui.model.records import Record
from cartui.model.rooms import G


class Position(StrEnum):
    """Where a person stands on a wording. An objection asks the group to talk."""

    AGREE = "agree"
    LIVE_WITH = "can live with"
    ASIDE = "stand aside"
    OBJECT = "object"

    @property
    def asks_why(self) -> bool:
        """Whether a reason belongs to it; left out, it is owed."""
        return self in (Position.ASIDE, Position.OBJECT)


class Rule(Record, frozen=True):
    """One ground rule. Its words stand in its wordings; the one with the highest number holds.

    `meeting` is the number of the meeting it was made at, 0 if unknown; `review_due` and
    `reviewed_on` are ISO dates; `outcome` is what the last review came to ("keep", "reword",
    "retire", "add"). A rule that is `away` was retired and stays in the history.
    """

    purpose: Annotated[str, G] = ""
    order: Annotated[float, G] = 0.0
    made_on: Annotated[str, G] = ""
    meeting: Annotated[int, G] = 0
    review_due: Annotated[str, G] = ""
    reviewed_on: Annotated[str, G] = ""
    outcome: Annotated[str, G] = ""
    away: Annotated[bool, G] = False


class Wording(Record, frozen=True):
    """The words of a rule as they were put at one time. `number` counts from 1 within a rule."""

    rule: Annotated[str, G] = ""
    number: Annotated[int, G] = 1
    text: Annotated[str, G] = ""
    at: Annotated[str, G] = ""


class Adoption(Record, frozen=True):
    """Where one person stands on one wording. `reason` is in the person's own words."""

    rule: Annotated[str, G] = ""
    wording: Annotated[str, G] = ""
    person: Annotated[str, G] = ""
    position: Annotated[str, G] = Position.AGREE.value
    reason: Annotated[str, G] = ""
    on: Annotated[str, G] = ""


class Line(Struct, frozen=True, kw_only=True):
    """One line of a version of the rules: which rule, in which wording."""

    rule: str
    wording: str


class RulesVersion(Record, frozen=True):
    """The rules as the group had adopted them by the end of a day. `number` counts from 1."""

    number: Annotated[int, G] = 1
    on: Annotated[str, G] = ""
    meeting: Annotated[int, G] = 0
    lines: Annotated[tuple[Line, ...], G] = ()


class RuleUse(Record, frozen=True):
    """That a rule was called upon, on a day. Nobody is named, and no hour is kept."""

    rule: Annotated[str, G] = ""
    wording: Annotated[str, G] = ""
    on: Annotated[str, G] = ""
    meeting: Annotated[int, G] = 0
