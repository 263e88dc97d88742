"""The agendas that are shipped as data, to begin with and to reword."""

from functools import cache

from msgspec import Struct

import data
from cartui.model.meetings import Part

FOLDER = "agendas"


class Agenda(Struct, frozen=True, kw_only=True):
    """An agenda to begin with. `uid` is empty for a shipped one."""

    name: str
    parts: tuple[Part, ...]
    help: str = ""
    uid: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(part.minutes for part in self.parts)


@cache
def shipped_agendas() -> tuple[Agenda, ...]:
    """Return the shipped agendas in their order."""
    return tuple(data.load(f"{FOLDER}/{name}", Agenda) for name in data.names(FOLDER))
