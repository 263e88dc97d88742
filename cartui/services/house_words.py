"""The words of every open service, gathered in one place."""

from cartui.services import (
    board,
    bringing_in,
    card_ends,
    cards,
    cycles,
    designs,
    dilemmas,
    memberships,
    mending,
    new_cycle,
    notebook,
    partnerships,
    programmes,
    roster,
    trail,
)
from cartui.services.wording import Wording

WORDS: dict[str, str] = {}
for _room in (
    board,
    bringing_in,
    card_ends,
    cards,
    cycles,
    designs,
    dilemmas,
    memberships,
    mending,
    new_cycle,
    notebook,
    partnerships,
    programmes,
    roster,
    trail,
):
    WORDS.update(_room.WORDS)


def house_wording(*more: dict[str, str]) -> Wording:
    """Return the wording of every open service, and of `more` verbs (the back stage's, in BACK)."""
    return Wording(WORDS, *more)
