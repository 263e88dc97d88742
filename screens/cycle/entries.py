"""A page of entries that is worked by keys or mouse: the highlight steps from entry to entry.

A card's page, a design form and a cycle's stages are pages of entries.
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from screens.cycle.entries_view import EntriesView, Entry

__all__ = ["Entries", "Entry"]


class Entries(EntriesView, can_focus=True):
    """Entries in order, with headings between them that are stepped over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next entry", id="entries.down", show=False),
        Binding("up,k", "step(-1)", "Entry before", id="entries.up", show=False),
        Binding("home", "end(-1)", "First entry", id="entries.first", show=False),
        Binding("end", "end(1)", "Last entry", id="entries.last", show=False),
        Binding("pagedown", "page(1)", "A page on", id="entries.page_down", show=False),
        Binding("pageup", "page(-1)", "A page back", id="entries.page_up", show=False),
        Binding("enter", "open", "Open", id="entries.open", show=False),
    ]

    class Opened(Message):
        """Enter was pressed on an entry, or it was clicked twice."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Highlighted(Message):
        """Another entry is under the cursor."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def action_step(self, way: int) -> None:
        """Go to the next entry or the one before."""
        before, self._at = self._at, max(0, min(len(self._entries) - 1, self._at + way))
        self._step_over(way)
        if self._at != before:
            self._settle()
            self.post_message(self.Highlighted(self.highlighted))
        elif self._top:
            self._scroll(way)

    def action_end(self, way: int) -> None:
        """Go to the first or the last entry."""
        self._at = 0 if way < 0 else max(0, len(self._entries) - 1)
        self._step_over(-way)
        self._settle()
        self.post_message(self.Highlighted(self.highlighted))

    def action_page(self, way: int) -> None:
        """Go some entries on or back."""
        for _ in range(6):
            self.action_step(way)

    def action_open(self) -> None:
        """Say that the highlighted entry was opened."""
        if self.highlighted:
            self.post_message(self.Opened(self.highlighted))

    def landmarks(self) -> list[tuple[Offset, Callable[[], None]]]:
        """Return every entry in sight, for `g`."""
        seen = self._lines[self._top : self._top + self.size.height]
        places = {line.entry: y for y, line in reversed(list(enumerate(seen)))}
        return [
            (Offset(0, y), partial(self._go_to, entry))
            for entry, y in sorted(places.items())
            if self._entries[entry].key
        ]

    def _go_to(self, entry: int) -> None:
        self._at = entry
        self._settle()
        self.post_message(self.Highlighted(self.highlighted))

    def on_click(self, event: events.Click) -> None:
        """Highlight the entry under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        line = self._top + offset.y if offset is not None else -1
        if 0 <= line < len(self._lines) and self._entries[self._lines[line].entry].key:
            self._go_to(self._lines[line].entry)
            if event.chain == 2:
                self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the highlight."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the highlight."""
        event.stop()
        self._scroll(-3)
