"""The top bar: the stage of the room in words, the screens with their digits, the clock."""

from rich.cells import cell_len
from textual import events
from textual.message import Message

from cartui.model.rooms import Room
from screens.parts.cells import clip
from screens.parts.one_line import OneLine, Piece
from screens.parts.surroundings import Surroundings, Tab

ROOMY = 100
"""Cells from which on the words stand two apart, and the screens' words are not shortened."""
LEGIBLE = 8
"""Cells below which a heading says nothing."""
BETWEEN = (" · ", ", ", "  ")
"""What stands between the parts of a heading."""


class TopBar(OneLine):
    """One line. The stage word stands whole at the far left at every width."""

    DEFAULT_CSS = """
    TopBar { background: $panel; }
    """

    class Chosen(Message):
        """A screen's word was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, around: Surroundings, title: str) -> None:
        super().__init__()
        self.around = around
        self.title_word = title
        self.heading = ""
        self._room: Room | None = None
        self._clock = ""
        self._places: list[tuple[int, int, Tab]] = []

    def show(self, heading: str) -> None:
        """Show what the screen is about, at the right."""
        if (heading, self.around.room()) != (self.heading, self._room):
            self.heading, self._room = heading, self.around.room()
            self.refresh()

    def tick(self) -> None:
        """Repaint if the minute has changed."""
        if self.around.clock_words() != self._clock:
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """Stage, screens, then as much of the heading as there is room for."""
        room = self.around.room()
        word, roomy = f" {room.words} ", width >= ROOMY
        gap = "  " if roomy else " "
        drawn: list[Piece] = [(word, "back" if room is Room.BACK else "front"), (gap, "")]
        used = len(word) + len(gap)
        self._places = []
        for tab in self.around.tabs:
            text = f"{tab.key} {tab.word if roomy else tab.short or tab.word}"
            if used + len(text) + len(gap) <= width - 6:
                self._places.append((used, used + len(text), tab))
                drawn += [(text, "here" if tab.word == self.title_word else ""), (gap, "")]
                used += len(text) + len(gap)
        return [*drawn, (self._right(width - used, gap), "")]

    def _right(self, room: int, gap: str) -> str:
        """Return heading, "practice" and the clock in exactly `room` cells; the clock goes last."""
        self._clock = self.around.clock_words()
        practice = "practice" if self.around.practice() else ""
        practice = "rehearsal" if self.around.rehearsal else practice
        fixed = gap.join(word for word in (practice, self._clock) if word)
        if len(fixed) + 1 > room:
            fixed = self._clock
        heading = _shortened(self.heading, room - len(fixed) - 2 * len(gap))
        text = gap.join(word for word in (heading, fixed) if word)
        return " " * (room - cell_len(text) - 1) + text

    def on_click(self, event: events.Click) -> None:
        """Go to the screen whose word was clicked."""
        for start, end, tab in self._places:
            if start <= event.x < end:
                self.post_message(self.Chosen(tab))


def _shortened(heading: str, width: int) -> str:
    """Return a heading in at most `width` cells: its last parts are left out whole. Only the
    first may end in an ellipsis, and it is left out too where hardly anything of it could be read.
    """
    while cell_len(heading) > width and (end := max(map(heading.rfind, BETWEEN))) > 0:
        heading = heading[:end]
    return clip(heading, width) if width >= min(LEGIBLE, cell_len(heading)) else ""
