"""What could not be saved: kept for every screen alike, until it is saved or let go."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.problems import SaveFailed

Act = Callable[[], Change | None]

_TYPED = ("name", "title", "text", "justification", "next_step", "why_joined", "learning")
"""The fields whose words somebody has just typed, and will look for."""


class Kept(Struct, eq=False):
    """An act that was not saved, why, and on which stage of the room.

    `place` is where it was typed: a question, a pop-up, a form. Trying again from the same place
    takes the place of what was kept from there.
    """

    act: Act
    failed: SaveFailed
    room: Room
    place: object

    @property
    def draft(self) -> Draft | None:
        """The change that was to be saved, where there is one."""
        return self.failed.unsaved if isinstance(self.failed.unsaved, Draft) else None

    def typed(self) -> list[str]:
        """Return the words that it holds."""
        found = []
        for event in self.draft.events if self.draft is not None else ():
            fields = event.value if isinstance(event.value, dict) else {event.field: event.value}
            found += [str(fields[name]) for name in _TYPED if fields.get(name)]
        return found


class Unsaved:
    """All that is not saved, oldest first. Whoever shows it reads it anew."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []

    @property
    def count(self) -> int:
        """How many acts are not saved, on all stages of the room."""
        return len(self._kept)

    def here(self, room: Room) -> list[Kept]:
        """Return what was tried on this side of the curtain: BACK, or FRONT."""
        return [kept for kept in self._kept if (kept.room is Room.BACK) == (room is Room.BACK)]

    def keep(self, new: Kept) -> None:
        """Keep an act, in the place of what was kept from the same place."""
        at = next((n for n, kept in enumerate(self._kept) if kept.place is new.place), None)
        if at is None:
            self._kept.append(new)
        else:
            self._kept[at] = new

    def holds(self, place: object) -> bool:
        """Whether something from a place is not saved."""
        return any(kept.place is place for kept in self._kept)

    def drop(self, place: object) -> None:
        """Keep nothing more from a place: it was saved, or let go."""
        self._kept = [kept for kept in self._kept if kept.place is not place]

    def save_each(self, room: Room, save: Callable[[SaveFailed], Path]) -> list[Path]:
        """Save the changes of this side by `save`; each that was saved no longer stands here."""
        places = []
        for kept in self.here(room):
            places.append(save(kept.failed))
            self.drop(kept.place)
        return places
