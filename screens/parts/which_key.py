"""After a prefix such as `m`: the next key chooses; the box that says how comes after a moment."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from screens.parts.choice import Option
from screens.parts.popup import Box, Popup

DELAY = 0.3


class WhichKey(Popup[int]):
    """Answers with the index of the option whose key came next; any other key leaves.

    The box shows after 0.3 s, or at once on `?`.
    """

    FOOT = "Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    WhichKey { align: center bottom; }
    WhichKey > Box { width: auto; min-width: 30; max-width: 90%; margin-bottom: 2; }
    WhichKey.-waiting > Box { visibility: hidden; }
    WhichKey Static { width: auto; }
    """

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__(title)
        self._options = options
        self.add_class("-waiting")

    def compose_box(self) -> ComposeResult:
        """The keys and what they do."""
        lines = (
            Content.assemble((option.key, "bold $focus"), "  ", option.words)
            for option in self._options
        )
        yield Static(Content("\n").join(lines))

    def on_mount(self) -> None:
        """Wait a moment before saying what can be pressed."""
        self.set_timer(DELAY, self._say)

    def _say(self) -> None:
        self.remove_class("-waiting")
        self.query_one(Box).refresh()

    def on_key(self, event: events.Key) -> None:
        """Answer, or leave; `?` shows the box."""
        event.stop()
        event.prevent_default()
        if event.character == "?":
            self._say()
            return
        keys = [option.key for option in self._options]
        self.dismiss(keys.index(event.character) if event.character in keys else None)


def answered(options: Sequence[Option], then: Callable[[Option], None]) -> Callable[..., None]:
    """Return a callback for `push_screen`: `then` gets the option, if one was taken."""

    def take(index: int | None) -> None:
        if index is not None:
            then(options[index])

    return take
