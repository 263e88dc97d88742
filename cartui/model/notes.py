"""Notes that the group may read. Private notes are a kind of the back stage."""

from typing import Annotated

from cartui.model.records import Record
from cartui.model.rooms import G


class Note(Record, frozen=True):
    """A group note. `about` is the uid of what it stands beside; empty for a loose note."""

    about: Annotated[str, G] = ""
    text: Annotated[str, G] = ""
    by: Annotated[str, G] = ""
    at: Annotated[str, G] = ""
    away: Annotated[bool, G] = False
