"""The banner that stays while something is not saved: why, and what to press."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.keys import EVERYWHERE, verb

Act = Callable[[], Change | None]


_TYPED = ("name", "title", "text", "justification", "next_step", "why_joined", "learning")
"""The fields whose words somebody has just typed, and will look for."""


def typed_in(failed: SaveFailed) -> list[str]:
    """Return the words that a change which was not saved holds: the edit stays in sight."""
    found = []
    for event in failed.unsaved.events if isinstance(failed.unsaved, Draft) else ():
        fields = event.value if isinstance(event.value, dict) else {event.field: event.value}
        found += [str(fields[name]) for name in _TYPED if fields.get(name)]
    return found


class NotSaved(Widget, can_focus=True):
    """Stands until every act that failed has been saved, here or elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "again", "try again", "Try to save again", "save.again",
             rank=0, rooms=EVERYWHERE, group="Not saved"),
        verb("o", "elsewhere", "save elsewhere", "Save what is not saved in another folder",
             "save.elsewhere", rank=1, rooms=EVERYWHERE, group="Not saved"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    NotSaved {
        height: 2; display: none; background: $bad-back; color: $bad-fore; padding: 0 1;
        text-style: bold;
    }
    """

    class Again(Message):
        """Enter was pressed: the failed acts are to be tried again."""

    class Elsewhere(Message):
        """`o` was pressed: the failed acts are to be saved in another folder."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[Act, SaveFailed, Room]] = []
        self._room = Room.MEMBERS

    @property
    def count(self) -> int:
        """How many acts are not saved, on all stages of the room."""
        return len(self._waiting)

    @property
    def _here(self) -> list[tuple[Act, SaveFailed, Room]]:
        """What was tried on this side of the curtain: BACK, or FRONT."""
        back = self._room is Room.BACK
        return [kept for kept in self._waiting if (kept[2] is Room.BACK) == back]

    def keep(self, act: Act, failed: SaveFailed, room: Room) -> None:
        """Keep an act that could not be saved, and stand there until it is."""
        self._waiting.append((act, failed, room))
        self._room = room
        self.settle()
        self.focus()

    def enter_room(self, room: Room) -> None:
        """Speak only of what was tried on this side of the curtain."""
        self._room = room
        self.settle()

    def take(self) -> list[Act]:
        """Hand over the acts of this side, to be tried again."""
        here = self._here
        self._waiting = [kept for kept in self._waiting if kept not in here]
        return [act for act, _, _ in here]

    def save_each(self, keep: Callable[[SaveFailed], Path]) -> list[Path]:
        """Save the changes of this side by `keep`; each that was saved no longer stands here."""
        places = []
        for kept in self._here:
            places.append(keep(kept[1]))
            self._waiting.remove(kept)
        self.settle()
        return places

    def settle(self) -> None:
        """Stand there if anything of this side is left, else go away."""
        stands = bool(self._here)
        if not stands and self.has_focus:
            self.screen.focus_next()
        self.display = stands
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw why, and what to press."""
        here = self._here
        if not here:
            return Content("")
        many = "" if len(here) == 1 else f" ({len(here)} changes)"
        typed = "  ".join(f"“{words}”" for kept in here for words in typed_in(kept[1]))
        return Content(
            f"NOT SAVED{many}: {here[-1][1].reason}\nNothing is lost while this stands."
            f"  Enter tries again, o saves elsewhere.{f'  {typed}' if typed else ''}"
        )

    def action_again(self) -> None:
        """Try again."""
        self.post_message(self.Again())

    def action_elsewhere(self) -> None:
        """Save elsewhere."""
        self.post_message(self.Elsewhere())
