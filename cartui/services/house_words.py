"""The words of every open service, gathered in one place."""

from cartui.services import (
    board,
    bringing_in,
    captures,
    card_ends,
    cards,
    cycles,
    designs,
    dilemmas,
    drafts,
    feedback,
    ground_rules,
    ground_rules_adopting,
    ground_rules_gathering,
    ground_rules_welcome,
    ground_rules_writing,
    meetings,
    memberships,
    mending,
    new_cycle,
    notebook,
    partnerships,
    presences,
    programmes,
    roster,
    trail,
)
from cartui.services.wording import Wording

WORDS: dict[str, str] = {
    **board.WORDS,
    **bringing_in.WORDS,
    **captures.WORDS,
    **card_ends.WORDS,
    **cards.WORDS,
    **cycles.WORDS,
    **designs.WORDS,
    **dilemmas.WORDS,
    **drafts.WORDS,
    **feedback.WORDS,
    **ground_rules.WORDS,
    **ground_rules_adopting.WORDS,
    **ground_rules_gathering.WORDS,
    **ground_rules_welcome.WORDS,
    **ground_rules_writing.WORDS,
    **meetings.WORDS,
    **memberships.WORDS,
    **mending.WORDS,
    **new_cycle.WORDS,
    **notebook.WORDS,
    **partnerships.WORDS,
    **presences.WORDS,
    **programmes.WORDS,
    **roster.WORDS,
    **trail.WORDS,
}


def house_wording(*more: dict[str, str]) -> Wording:
    """Return the wording of every open service, and of `more` verbs (the back stage's, in BACK)."""
    return Wording(WORDS, *more)
