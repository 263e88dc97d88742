"""The top bar: the stage of the room in words, the screens with their digits, the clock."""

from rich.cells import cell_len
from textual import events
from textual.message import Message

from cartui.model.rooms import Room
from screens.parts.cells import clip
from screens.parts.one_line import OneLine, Piece
from screens.parts.surroundings import Surroundings, Tab


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
        word = f" {room.words} "
        drawn: list[Piece] = [(word, "back" if room is Room.BACK else "front"), ("  ", "")]
        used = len(word) + 2
        self._places = []
        for tab in self.around.tabs:
            text = f"{tab.key} {tab.word}"
            if used + len(text) + 2 <= width - 6:
                self._places.append((used, used + len(text), tab))
                drawn += [(text, "here" if tab.word == self.title_word else ""), ("  ", "")]
                used += len(text) + 2
        return [*drawn, (self._right(width - used), "")]

    def _right(self, room: int) -> str:
        """Return heading, "practice" and the clock in exactly `room` cells; the clock goes last."""
        self._clock = self.around.clock_words()
        practice = "practice" if self.around.practice() else ""
        practice = "rehearsal" if self.around.rehearsal else practice
        fixed = "  ".join(word for word in (practice, self._clock) if word)
        if len(fixed) + 1 > room:
            fixed = self._clock
        space = room - len(fixed) - 4
        heading = clip(self.heading, space) if space >= 8 else ""
        text = "  ".join(word for word in (heading, fixed) if word)
        return " " * (room - cell_len(text) - 1) + text

    def on_click(self, event: events.Click) -> None:
        """Go to the screen whose word was clicked."""
        for start, end, tab in self._places:
            if start <= event.x < end:
                self.post_message(self.Chosen(tab))
