"""Gathering blind: a line is written, Enter takes it in, and nothing of it is left on the screen.

The laptop goes round, so nothing half written may meet the next pair of eyes: Esc puts it out of
sight at once, and only a word says that it is there. It waits in memory, never on the disk.
"""

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cartui.model.problems import CartuiProblem
from cartui.services.gathering_words import gathering_words
from cartui.store.problems import SaveFailed
from screens.parts.field import Line
from screens.parts.popup import Popup


class GatherActs(Struct, frozen=True):
    """What the box may do. `lay_in` keeps a line and returns how many there are; it raises
    CartuiProblem. `halves` are the half-written lines of this group, kept as long as cartui runs.
    """

    lay_in: Callable[[str], int]
    count: Callable[[], int]
    halves: list[str]


class GatherLine(Line):
    """The field. An empty one answers to two keys for what is half written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.put_by", "Out of sight", show=False, id="gather.put_by"),
        Binding("tab", "screen.take_halves", "Gather", show=False, id="gather.take_halves"),
    ]

    class Forgotten(Message):
        """What is half written is to be forgotten."""

    def action_delete_left(self) -> None:
        """Delete a sign; on an empty line, forget what is half written."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Forgotten())


class GatherBox(Popup[None]):
    """One field, and a count."""

    KEEPS = True
    TYPES = True
    FOOT = "Enter gathers the line   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    GatherBox Static { margin-bottom: 1; }
    GatherBox .gather--prompt { text-style: bold; }
    GatherBox .gather--quiet { color: $text-muted; }
    GatherBox Line { margin-bottom: 1; }
    GatherBox .gather--count { text-style: bold; margin-bottom: 0; }
    GatherBox .gather--state { color: $text-muted; margin-bottom: 0; height: auto; }
    """

    def __init__(self, acts: GatherActs) -> None:
        super().__init__("Gather blind, show together")
        self._acts = acts
        self._line = GatherLine()
        self._count = Static("", markup=False, classes="gather--count")
        self._state = Static("", markup=False, classes="gather--state")

    def compose_box(self) -> ComposeResult:
        """The question, the field, the count, and what is true of it."""
        words = gathering_words()
        yield Static(Content(words.prompt), classes="gather--prompt")
        yield Static(Content(words.way))
        yield self._line
        yield self._count
        yield self._state
        yield Static(Content(words.truth), classes="gather--quiet")
        yield Static(Content(words.projector), classes="gather--quiet")

    def on_mount(self) -> None:
        """Begin to write."""
        self._line.focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Another window may have gathered meanwhile."""
        self._tell()

    def on_unmount(self) -> None:
        """Closed from outside, what is half written goes out of sight as with Esc."""
        self._put_half_by()

    def _tell(self, problem: str = "") -> None:
        words = gathering_words()
        try:
            self._count.update(Content(words.counted(self._acts.count())))
        except CartuiProblem as damaged:
            problem = problem or str(damaged)
        self._state.update(Content(problem or words.half_written(len(self._acts.halves))))

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Take the line in; if it could not be saved it stands there still."""
        event.stop()
        if self._line.value.strip() and self._taken(self._line.value):
            self._line.offer("", over=False)

    def _taken(self, words: str) -> bool:
        """Keep one line, and tell how many there are; False if it was not saved."""
        try:
            self._acts.lay_in(words)
        except CartuiProblem as problem:
            why = problem.reason if isinstance(problem, SaveFailed) else str(problem)
            self._tell(gathering_words().not_kept.format(why))
            return False
        self._tell()
        return True

    def action_put_by(self) -> None:
        """Put what is half written out of sight; where there is nothing, leave."""
        if not self._put_half_by():
            self.dismiss(None)
        else:
            self._tell()

    def _put_half_by(self) -> bool:
        words = self._line.value.strip()
        self._line.offer("", over=False)  # what Ctrl+U brings back is gone with it
        if words:
            self._acts.halves.append(words)
        return bool(words)

    def action_take_halves(self) -> None:
        """Gather what is half written, unseen, as it stands."""
        halves = self._acts.halves
        while halves and self._taken(halves[0]):
            halves.pop(0)
            self._tell()

    def on_gather_line_forgotten(self, event: GatherLine.Forgotten) -> None:
        """Forget what is half written."""
        event.stop()
        self._acts.halves.clear()
        self._tell()
