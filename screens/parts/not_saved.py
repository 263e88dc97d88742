"""The banner that stays while something is not saved: why, and what to press."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.keys import EVERYWHERE, verb

Act = Callable[[], Change | None]


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
        self.waiting: list[tuple[Act, SaveFailed]] = []

    def keep(self, act: Act, failed: SaveFailed) -> None:
        """Keep an act that could not be saved, and stand there until it is."""
        self.waiting.append((act, failed))
        self.display = True
        self.refresh(layout=True)
        self.focus()

    def settle(self) -> None:
        """Go away if nothing is left."""
        if not self.waiting:
            self.display = False

    def render(self) -> Content:
        """Draw why, and what to press."""
        if not self.waiting:
            return Content("")
        count = len(self.waiting)
        many = "" if count == 1 else f" ({count} changes)"
        why = self.waiting[-1][1].reason
        return Content(
            f"NOT SAVED{many}: {why}\nNothing is lost while this stands."
            "  Enter tries again, o saves elsewhere."
        )

    def action_again(self) -> None:
        """Try again."""
        self.post_message(self.Again())

    def action_elsewhere(self) -> None:
        """Save elsewhere."""
        self.post_message(self.Elsewhere())
