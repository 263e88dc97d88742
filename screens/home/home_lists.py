"""Where the lists of Home stand, and how they share out the lines of the window."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from cartui.model.rooms import Room
from screens.home.errand_lines import OWED, WAITS
from screens.home.lines import GROUPS, NEWS
from screens.home.pane import Pane
from screens.home.sharing import shared
from screens.parts.frame import FrameScreen
from screens.parts.rows import RowList
from screens.parts.slots import Slot
from screens.parts.symbols import mark

WIDE = 110
FRAME = 4
"""Lines of the frame and of the next step."""
LEAST_BACK, MOST_BACK = 4, 10
"""Lines of the back stage where all stands one above the other, with the focus and without."""
ENOUGH = 10
"""Lines with which a list is well served, so that none has to give way to the one in hand."""
NO_GROUPS = "No groups yet. Press n to start your first one."


class Panes(Container):
    """Where the lists stand; when its size changes they share out the lines anew."""

    def __init__(self, share: Callable[[], None]) -> None:
        super().__init__(id="home-panes")
        self._share = share

    def on_resize(self) -> None:
        """Share out the lines."""
        self._share()


class HomeLists(FrameScreen):
    """The lists, side by side where there is room, else one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self._panes = Panes(self.share_lines)
        self.next_step = Static("", id="home-next", markup=False)
        here = mark("here")
        self.groups = RowList(GROUPS, empty=NO_GROUPS, here=here, marking=False, id="home-groups")
        self.waits = Pane("Waits for you", WAITS, here=here, id="home-waits")
        self.owed = Pane("Owed", OWED, here=here, id="home-owed")
        self.news = Pane("Since you last looked", NEWS, here=here, id="home-news")
        for rows in (self.groups, self.waits, self.owed, self.news):
            rows.rests = mark("rests")  # of four lists, one alone says: here

    def compose_body(self) -> ComposeResult:
        """What to do next, the groups, what waits and is owed; what is new, the back stage."""
        self.set_class(self.app.size.width >= WIDE, "-wide", update=False)
        yield self.next_step
        with self._panes:
            with Vertical(id="home-left"):
                yield self.groups
                yield self.waits
                yield self.owed
            with Vertical(id="home-right"):
                yield self.news
                yield Slot("home-back")

    def share_lines(self) -> None:
        """Share out the lines: where they are few, the list with the focus first.

        Nothing is laid out anew in vain: in a window with room for all, Tab moves no line.
        """
        wide, pitch = self.has_class("-wide"), 2 if self.around.cosy() else 1
        lists: list[RowList] = [self.groups]
        if self.room is not Room.PUBLIC:
            lists += [self.waits, self.owed] if wide else [self.waits, self.owed, self.news]
        wants = [max(1, len(rows.uids)) * pitch + 1 for rows in lists]
        first = next((at for at, rows in enumerate(lists) if rows is self.focused), -1)
        high = self._high() - (len(lists) if wide else self._back_lines())
        lines_of = shared(wants, -1, high)
        if any(lines < min(want, ENOUGH) for lines, want in zip(lines_of, wants, strict=True)):
            lines_of = shared(wants, first, high)
        for rows, lines in zip(lists, lines_of, strict=True):
            rows.styles.height = lines
        if wide:
            back = MOST_BACK if self.room is Room.BACK else 0
            self.news.styles.height = min(len(self.news.uids) * pitch + 2, self._high() - 1 - back)

    def _high(self) -> int:
        """Return how many lines there are for all lists; before the first layout, how many will."""
        if self._panes.size.height:
            return self._panes.size.height
        return self.app.size.height - FRAME - 2 * (self.room is Room.BACK)

    def _back_lines(self) -> int:
        """Return how many lines the back stage takes where all stands one above the other."""
        if self.room is not Room.BACK:
            return 0
        return MOST_BACK if self.query_one(Slot).has_pseudo_class("focus-within") else LEAST_BACK

    def watch_focused(self) -> None:
        """Give the list that has the focus its lines in the frame that shows the focus there."""
        if self.is_mounted:
            self.share_lines()

    def on_resize(self, event: events.Resize) -> None:
        """Set the panes side by side where there is room, else one above the other."""
        self.set_class(event.size.width >= WIDE, "-wide")
