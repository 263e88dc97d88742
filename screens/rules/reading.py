"""Lines to be read, wrapped to the window and scrolled in it: one widget, drawn by the line."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import one_line, wrap
from screens.parts.keys import verb
from screens.parts.symbols import mark

Line = Sequence[tuple[str, str]]
"""Pieces of a line, each with its look."""
Made = Callable[[int], Sequence[Line]]
"""What makes the lines for a width in cells."""


class Reading(Widget, can_focus=True):
    """Shows what `show` is given. Looks: "", "name", "word", "muted", "differs", "problem"."""

    ALLOW_SELECT = False
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
        self._looks: dict[str, Style] = {}

    def show(self, made: Made, *, anew: bool) -> None:
        """Show other lines; from the top if they are about something else."""
        self._made, self._made_at = made, -1
        if anew:
            self._top = 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width, high = self.size
        lines, at = self._laid_out(width), self._top + y
        if y == high - 1 and at + 1 < len(lines):
            line: Line = [(f"{mark('more')} down reads on", "muted")]
        else:
            line = lines[at] if at < len(lines) else ()
        drawn = [Segment(one_line(text), self._look(look)) for text, look in line]
        return Strip(drawn).adjust_cell_length(width, self._look(""))

    def _laid_out(self, width: int) -> Sequence[Line]:
        if self._made_at != width:
            self._made_at, self._lines = width, self._made(width)
        return self._lines

    def action_scroll_lines(self, lines: int) -> None:
        """Read on or back."""
        last = max(0, len(self._laid_out(self.size.width)) - self.size.height)
        self._top = max(0, min(last, self._top + lines))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Read on."""
        event.stop()
        self.action_scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Read back."""
        event.stop()
        self.action_scroll_lines(-3)

    def on_resize(self) -> None:
        """Keep to what there is to read when the window grows."""
        self.action_scroll_lines(0)

    def _look(self, name: str) -> Style:
        if (style := self._looks.get(name)) is None:
            style = self.get_component_rich_style(f"reading--{name}") if name else self.rich_style
            self._looks[name] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._looks.clear()
        super().notify_style_update()


def _nothing(width: int) -> Sequence[Line]:
    return ()


def paragraphs(said: Sequence[tuple[str, str]]) -> Made:
    """Return what wraps (text, look) paragraphs; lines are never longer than 90 cells."""
    return lambda width: [
        [(line, look)] for text, look in said for line in wrap(text, max(1, min(width, 90)))
    ]
