"""What outsiders may see: types with front-stage fields only, so that a leak is a type error.

A group's own field cannot be shown on FRONT public by a slip, because these types have no place
for it. They are built by `cartui.services.public_board`.
"""

from msgspec import Struct


class PublicStage(Struct, frozen=True, kw_only=True):
    """A stage of the cycle as outsiders see it."""

    id: str
    name: str
    short: str = ""
    help: str = ""


class PublicCard(Struct, frozen=True, kw_only=True):
    """A case study or an inquiry as outsiders see it.

    `owners` are words: role and agency, or a name where the person agreed to be named. `since`
    is the ISO date on which the stage was reached.
    """

    uid: str
    title: str
    kind: str = ""
    area: str = ""
    stage: str = ""
    since: str = ""
    time_in_stage: str = ""
    round: int = 1
    status: str = ""
    owners: tuple[str, ...] = ()
    stop_reason: str = ""
    led_to: str = ""
    learning: str = ""
    housed_at: str = ""
    ended: bool = False


class PublicBoard(Struct, frozen=True, kw_only=True):
    """One group's board as outsiders see it, cards in their order."""

    group: str
    cycle: str
    centre_rule: str = ""
    stages: tuple[PublicStage, ...] = ()
    cards: tuple[PublicCard, ...] = ()
