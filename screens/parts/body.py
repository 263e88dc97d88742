"""The middle of the frame: a screen's own widgets, or what stands there in their place."""

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

LEAST = (80, 24)


def put_up(widget: Widget, on: Widget, **where: Widget) -> None:
    """Put a part of the frame up the first time it is wanted; not on a screen that is leaving."""
    if widget.parent is None and on.is_attached:
        on.mount(widget, **where)


class Body(Container):
    """Where a screen's own widgets stand. On BACK it has a dotted border that says "private"."""


class MembersOnly(Static):
    """What a screen shows on FRONT public when it has nothing for outsiders."""

    DEFAULT_CSS = """
    MembersOnly { height: 1fr; padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__(Content("Members only. Press 1 for Home."))


class TooSmall(Static):
    """What a window shows that is too small for the frame; it covers it.

    What stands under it stays as it is, and a line keeps the focus: letters that were meant for
    it must not be taken for commands in a window that was made smaller.
    """

    DEFAULT_CSS = """
    TooSmall { background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def measure(self, wide: int, high: int) -> bool:
        """Return whether the window is too small; only then say how large it should be."""
        small = wide < LEAST[0] or high < LEAST[1]
        if small:  # new words lay the whole screen out again, shown or not
            self.update(Content(f"Please widen to {LEAST[0]} by {LEAST[1]} (now {wide} by {high})"))
        return small
