"""Lines to be read, wrapped to the window and scrolled in it: one widget, drawn by the line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from screens.parts.cells import wrap
from screens.parts.kept_lines import KeptLines
from screens.parts.keys import verb
from screens.parts.symbols import mark

Line = Sequence[tuple[str, str]]
"""Pieces of a line, each with its look."""
Made = Callable[[int], Sequence[Line]]
"""What makes the lines for a width in cells."""
Led = tuple[str, str, str]
"""What stands before a paragraph, the paragraph, its look."""


class Reading(KeptLines, can_focus=True):
    """Shows what `show` is given. Looks: "", "name", "word", "muted", "differs", "problem".

    `AWAY` is how to read on while something else has the focus.
    """

    LOOKS = "reading--"
    AWAY: ClassVar[str] = "Tab, then Down reads on"
    DEFAULT_CSS = """
    Reading {
        height: 1fr;
        & > .reading--name { color: $foreground; text-style: bold; }
        & > .reading--word { color: $focus; text-style: bold; }
        & > .reading--muted { color: $text-muted; }
        & > .reading--differs { color: $foreground; text-style: bold underline; }
        & > .reading--problem { color: $bad; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--name", "reading--word", "reading--muted", "reading--differs", "reading--problem",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("down,j", "scroll_lines(1)", "down", "Read on", "reading.down",
             show=False, group="Look around"),
        verb("up,k", "scroll_lines(-1)", "up", "Read back", "reading.up",
             show=False, group="Look around"),
        verb("pagedown", "scroll_lines(10)", "page on", "A page on", "reading.page_down",
             show=False, group="Look around"),
        verb("pageup", "scroll_lines(-10)", "page back", "A page back", "reading.page_up",
             show=False, group="Look around"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._made: Made = _nothing
        self._lines: Sequence[Line] = ()
        self._made_at = -1
        self._top = 0

    def show(self, made: Made, *, anew: bool) -> None:
        """Show other lines; from the top if they are about something else."""
        size = self.size
        before = self._window(size)
        self._made, self._made_at = made, -1
        if anew:
            self._top = 0
        if changed := [Region(0, y, size.width, 1) for y in _unlike(before, self._window(size))]:
            self.refresh(*changed)
        elif not size:  # out of sight nothing is painted, and nothing trusted that was
            self._standing.clear()

    @property
    def top(self) -> int:
        """Which line is the first in the window, counted from 0."""
        return self._top

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        return self.draw_lines([y])[0]

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Draw these lines of the window."""
        size = self.size
        window = self._window(size)
        return [self._in_cells(window[y] if y < len(window) else (), size.width) for y in lines]

    def _window(self, size: Size) -> list[Line]:
        """Return the lines of the window, those below the text left out."""
        lines, end = self._laid_out(size.width), self._top + size.height
        window = list(lines[self._top : end])
        if window and end < len(lines):
            way = "Down reads on" if self.has_focus else self.AWAY
            window[-1] = [(f"{mark('more')} {way}", "muted")]
        return window

    def _laid_out(self, width: int) -> Sequence[Line]:
        if self._made_at != width:
            self._made_at, self._lines = width, self._made(width)
        return self._lines

    def action_scroll_lines(self, lines: int) -> None:
        """Read on or back."""
        self._top_at(self._top + lines)
        self.refresh()

    def _top_at(self, top: int) -> None:
        last = max(0, len(self._laid_out(self.size.width)) - self.size.height)
        self._top = max(0, min(last, top))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Read on."""
        event.stop()
        self.action_scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Read back."""
        event.stop()
        self.action_scroll_lines(-3)

    def on_focus(self) -> None:
        """Say the shorter way to read on."""
        self.refresh()

    def on_blur(self) -> None:
        """Say the way from where the focus is now."""
        self.refresh()

    def fit(self) -> None:
        """Keep to what there is to read when the window grows."""
        self._top_at(self._top)


def _unlike(before: Sequence[Line], now: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that look different where one window follows another."""
    for y, (was, line) in enumerate(zip_longest(before, now, fillvalue=())):
        if list(was) != list(line):
            yield y


def _nothing(width: int) -> Sequence[Line]:
    return ()


def paragraphs(said: Sequence[tuple[str, str]]) -> Made:
    """Return what wraps (text, look) paragraphs; lines are never longer than 90 cells."""
    return lambda width: [
        [(line, look)] for text, look in said for line in wrap(text, max(1, min(width, 90)))
    ]


def led(said: Sequence[Led]) -> Made:
    """Return what wraps the paragraphs like that; what stands before one stands alone there."""

    def made(width: int) -> list[Line]:
        lines: list[Line] = []
        for lead, text, look in said:
            indent = len(lead) + 2 if lead else 0
            for number, line in enumerate(wrap(text, max(1, min(width, 90) - indent))):
                lines.append([((lead if number == 0 else "").ljust(indent) + line, look)])
        return lines

    return made
