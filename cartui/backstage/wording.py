"""The sentences of the back stage's verbs. The app joins them to the house's own in BACK only."""

from cartui.backstage import (
    attendance_reasons,
    comments,
    contacts,
    hats,
    private_facts,
    private_notebook,
    private_whys,
    raising,
    reflections,
    signals,
    storage_notes,
    tally,
)

BACK_WORDS: dict[str, str] = {
    **attendance_reasons.WORDS,
    **comments.WORDS,
    **contacts.WORDS,
    **hats.WORDS,
    **private_facts.WORDS,
    **private_notebook.WORDS,
    **private_whys.WORDS,
    **raising.WORDS,
    **reflections.WORDS,
    **signals.WORDS,
    **storage_notes.WORDS,
    **tally.WORDS,
}
