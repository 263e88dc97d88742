"""Which keys the footer offers here and now, in words that are true here."""

from msgspec.structs import replace
from textual.screen import Screen

from cartui.model.rooms import Room
from screens.parts.find_bar import FindBar
from screens.parts.keys import Living, living

FIELD_TWIN = "stage.front_now"
"""Hides what is private from within fields and pop-ups."""


def footing(frame: Screen[None], room: Room, *, at_home: bool) -> list[Living]:
    """Return the hints of a framed screen. `at_home` says that `q` leaves the program from here.

    Under a pop-up the screen's own keys rest: all that is left is how to hide what is private.
    """
    if frame.app.screen is not frame:
        return [hint for hint in living(frame, room, writing=True) if hint.verb.id == FIELD_TWIN]
    found = (_worded(hint, room, at_home=at_home) for hint in living(frame, room))
    line = frame.focused
    finding = line is not None and isinstance(line.parent, FindBar)  # it is open already
    return [
        hint
        for hint in found
        if hint.verb.show and hint.enabled and not (finding and hint.verb.action == "find")
    ]


def _worded(hint: Living, room: Room, *, at_home: bool) -> Living:
    """Say a verb as what it does here."""
    if hint.verb.id == "app.leave" and not at_home:
        return replace(hint, verb=replace(hint.verb, words="back"))
    if hint.verb.id == "stage.public" and room is Room.PUBLIC:
        return replace(hint, verb=replace(hint.verb, words="leave FRONT public", rank=2, show=True))
    return hint
