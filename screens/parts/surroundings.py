"""What stands around a screen and is the same for all: stage, clock, the other screens' words."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct, field

from cartui.model.rooms import Room
from cartui.services.tour import Tour
from cartui.store.events import Change
from screens.parts.half_typed import HalfTyped
from screens.parts.unsaved import Unsaved


class Tab(Struct, frozen=True):
    """A screen in the top bar: the key that opens it, its word, and the app's name for it."""

    key: str
    word: str
    mode: str


def _members() -> Room:
    return Room.MEMBERS


def _now() -> datetime:
    return datetime.now().astimezone()


def _no() -> bool:
    return False


def _none() -> Change | None:
    return None


def _verb_itself(change: Change) -> str:
    return change.verb


class Surroundings(Struct, frozen=True, kw_only=True):
    """Given to every screen by the app; the defaults let a screen stand alone. `rehearsal` says
    that the clock is not the machine's.

    `sentence` says a change in words; `practice` is whether this is a practice programme, `cosy`
    whether lists leave a line between two rows; `unsaved` is what could not be saved, on whatever
    screen it was done, `half_typed` what was left in the middle of typing; `next_undo` and
    `next_redo` return the change that `u` and `U` would turn now; `tour` is how far the tour is.
    """

    room: Callable[[], Room] = _members
    clock: Callable[[], datetime] = _now
    practice: Callable[[], bool] = _no
    rehearsal: bool = False
    cosy: Callable[[], bool] = _no
    sentence: Callable[[Change], str] = _verb_itself
    next_undo: Callable[[], Change | None] | None = None
    next_redo: Callable[[], Change | None] = _none
    tabs: tuple[Tab, ...] = ()
    unsaved: Unsaved = field(default_factory=Unsaved)
    half_typed: HalfTyped = field(default_factory=HalfTyped)
    tour: Tour = field(default_factory=Tour)

    def clock_words(self) -> str:
        """The time as HH:MM on this machine's clock; in a rehearsal it is not really that late."""
        about = "~" if self.rehearsal else ""
        return about + self.clock().astimezone().strftime("%H:%M")
