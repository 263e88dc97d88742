"""The fields of the form of a person: a line to write in, and a yes or no."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from screens.parts.field import Line


class YesNo(Widget, can_focus=True):
    """A field that is yes or no: Space or the letter changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "Change", show=False),
        Binding("y", "say(True)", "Yes", show=False),
        Binding("n", "say(False)", "No", show=False),
    ]

    def __init__(self, value: bool, no: str = "no", yes: str = "yes") -> None:
        super().__init__()
        self.value = value
        self._no, self._yes = no, yes

    def render(self) -> Content:
        """Draw the answer as a mark and a word."""
        return Content(f"[x] {self._yes}" if self.value else f"[ ] {self._no}")

    def action_turn(self) -> None:
        """Change it."""
        self.action_say(not self.value)

    def action_say(self, value: bool) -> None:
        """Answer."""
        self.value = value
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Change it by the mouse."""
        event.stop()
        self.action_turn()


class Blank(Line):
    """A line of the form: Enter goes on from it, so no hint says that it keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False)]
