"""How a person stands to a meeting, in words: the states of a pass, and what is no absence."""

from cartui.model.meetings import Presence

COMING = "coming"
"""Said ahead of the meeting; when it is held, the person has still to be marked."""
NOT_YET = "not yet a member"
GONE = "had left"
NOT_NOTED = "not noted"
SIGNS: dict[str, str] = {
    Presence.PRESENT.value: "present",
    Presence.LATE.value: "late",
    Presence.LEFT_EARLY.value: "left",
    Presence.APOLOGIES.value: "apologies",
    Presence.ABSENT.value: "absent",
    COMING: "coming",
    NOT_YET: "dot",
    GONE: "gone",
    NOT_NOTED: "owed",
}
"""Each state with the name of its mark. `left` is "left early"."""
