"""What waits for the facilitator and what is owed, as Home lists it: one record for each line."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Thing(StrEnum):
    """What can be opened from Home."""

    GROUP = "group"
    CARD = "card"
    RULE = "rule"
    DRAFT = "draft"
    PERSON = "person"
    MEETING = "meeting"


class Where(Struct, frozen=True, kw_only=True):
    """Where something stands. `within` is a part of it: a move of a card, a comment on a draft."""

    thing: Thing
    group: str = ""
    uid: str = ""
    within: str = ""


class Matter(StrEnum):
    """What waits or is owed; the first three wait for the facilitator."""

    MEETING = "meeting"
    DRAFT = "draft"
    PLACE = "place"
    REVIEW = "review"
    ADOPTION = "adoption"
    WHY = "why"
    VERDICT = "verdict"
    POSITION = "position"
    ANSWER = "answer"
    ACTION = "action"
    HOW = "how"
    RECORD = "record"
    RAISED = "raised"


class Errand(Struct, frozen=True, kw_only=True):
    """One thing that waits, in one group. Enter opens `where`.

    `name` is what it is about; `words` say more (who, from where to where); `count` is how many
    comments, places, people or reasons it is; `later` of the comments were put off. `since` is
    the ISO time or date of the oldest, "" if that is not known; of a meeting, when it begins.
    """

    matter: Matter
    where: Where
    group: str
    name: str
    words: str = ""
    count: int = 1
    later: int = 0
    since: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others, and stays the same while it waits."""
        parted = self.matter in (Matter.WHY, Matter.RAISED, Matter.ACTION, Matter.HOW)
        part = self.where.within if parted else ""
        return f"{self.matter.value} {self.where.group} {self.where.uid} {part}"

    @property
    def waits(self) -> bool:
        """Whether it waits for the facilitator; the others are owed by the group."""
        return self.matter in (Matter.MEETING, Matter.DRAFT, Matter.PLACE)


def in_order(errand: Errand) -> tuple[int, bool, str, str, str]:
    """Return the key that puts errands in order: by matter, something to do first, oldest first."""
    order = list(Matter).index(errand.matter)
    return order, not errand.count, errand.since or "9", errand.group.casefold(), errand.name


def next_of(errands: Iterable[Errand]) -> Errand | None:
    """Return the one to go on with: of those with something to do, the first in order."""
    return next((errand for errand in errands if errand.count), None)
