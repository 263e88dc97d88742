"""What stands in front of an idle BACK screen: nothing that anybody could read."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from screens.parts.popup import Popup

WORDS = "This screen rests. Any key wakes it, f shows what is for the group."


class Neutral(Popup[bool]):
    """Covers all until a key is pressed, and that key does nothing else. Answers True for `f`."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Neutral {
        background: $background;
        & > Box { border: none; width: auto; }
        & Static { width: auto; color: $text-muted; }
    }
    """

    def compose_box(self) -> ComposeResult:
        """One sentence, without a word of what is behind."""
        yield Static(Content(WORDS))

    def on_key(self, event: events.Key) -> None:
        """Wake."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.key == "f")

    def on_click(self, event: events.Click) -> None:
        """Wake."""
        event.stop()
        self.dismiss(None)
