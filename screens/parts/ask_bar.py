"""A question of one line under the body; what was half typed is kept and offered again."""

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cartui.model.rooms import Room
from cartui.model.text import clean
from screens.parts.field import Line
from screens.parts.half_typed import HalfTyped
from screens.parts.keys import EVERYWHERE, verb

Then = Callable[[str | None], None]


class Question(Struct):
    """What is asked. `then` gets the answer, or None when it was left; `room` is where.

    `value` is what stands in the line, `offered` what was proposed when it was asked; it is
    `fresh` until somebody has typed there. `unsaved` says that the answer was given and could not
    be saved: it stands here again.
    """

    words: str
    then: Then
    id: str
    room: Room
    value: str = ""
    offered: str = ""
    fresh: bool = True
    back_to: Widget | None = None
    unsaved: bool = False


class AskBar(Horizontal):
    """Hidden until something is asked. Enter answers, Esc leaves and keeps the text for later.

    `kept` returns what was half typed on all screens, so that leaving a page loses nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "leave", "keeps it for later",
             "Leave the question; what is typed is kept for later",
             "line.leave", rank=1, group="Writing", rooms=EVERYWHERE),
    ]  # fmt: skip
    DEFAULT_CSS = """
    AskBar {
        height: 1; display: none; background: $panel;
        & > Static { width: auto; max-width: 60%; height: 1; padding: 0 1; text-style: bold; }
        & > Line { width: 1fr; }
        &.-long { layout: vertical; height: auto; }
        &.-long > Static { max-width: 100%; height: auto; }
    }
    """

    def __init__(self, kept: Callable[[], HalfTyped]) -> None:
        super().__init__()
        self._now: Question | None = None
        self._aside: dict[Room, Question] = {}
        self.answering: Question | None = None
        self._answered = ("", "")
        self._kept = kept

    # Both stand here from the first question on: no start waits for a line nobody may write in.

    @cached_property
    def _words(self) -> Static:
        return Static("", markup=False)

    @cached_property
    def _line(self) -> Line:
        return Line()

    @property
    def asking(self) -> bool:
        """Whether a question stands."""
        return self._now is not None

    @property
    def half_typed(self) -> str:
        """What stands in the line now."""
        return self._line.value if self._now else ""

    def ask(self, question: Question) -> None:
        """Ask; a question that stood before is left. The focus goes to the line at once."""
        self._end(None)
        question.back_to = question.back_to or self.screen.focused
        question.offered = question.value
        kept = self._kept().take(question.id, question.room)
        question.fresh = kept is None and (question.id, question.value) != self._answered
        question.value = question.value if kept is None else kept
        self._open(question)

    def _open(self, question: Question) -> None:
        self._now = question
        if not self.children and self.is_attached:
            self.mount(self._words, self._line)
        self._words.update(Content(question.words))
        self._line.offer(question.value, over=question.fresh)
        question.fresh = False
        asks = cell_len(question.words) + 2
        self.set_class(asks > self.app.size.width * 0.6, "-long")
        self.display = True
        self.screen.set_focus(self._line)

    def enter_room(self, room: Room) -> None:
        """Put a question of another stage out of sight, and bring back the one of this stage."""
        if self._now is not None and self._now.room is not room:
            question, self._now = self._now, None
            question.value = self._line.value
            self._aside[question.room] = question
            self._close(question)
        if self._now is None and room in self._aside:
            self._open(self._aside.pop(room))

    def on_unmount(self) -> None:
        """Keep what is half typed when the page is left as a whole."""
        for question in self._aside.values():
            self._keep(question, question.value)
        if self._now is not None:
            self._keep(self._now, self._line.value)

    def _keep(self, question: Question, text: str) -> None:
        in_banner = question.unsaved and text == question.value
        if text.strip() and text != question.offered and not in_banner:
            self._kept().keep(question.id, question.room, text)

    @property
    def unsaved(self) -> Question | None:
        """The question that stands here because its answer could not be saved."""
        return self._now if self._now is not None and self._now.unsaved else None

    def stand_again(self) -> bool:
        """Let the question just answered stand again with its answer; False if there is none."""
        if (question := self.answering) is None or self._now is not None:
            return False
        question.unsaved = True
        self._open(question)
        return True

    def close_saved(self, place: object) -> None:
        """Close the question if it is this one: its answer has been saved after all."""
        if self._now is not None and self._now is place:
            question, self._now = self._now, None
            self._close(question)

    def submit(self) -> None:
        """Answer with what stands in the line."""
        self._end(clean(self._line.value))

    def _close(self, question: Question) -> None:
        self.display = False
        self._line.value = ""
        self._words.update("")
        back = question.back_to
        self.screen.set_focus(back if back is not None and back.is_mounted else None)

    def _end(self, answer: str | None) -> None:
        if self._now is None:
            return
        question, self._now = self._now, None
        if answer is None:
            self._keep(question, self._line.value)
        question.value = self._line.value
        self._close(question)
        if answer is None:
            question.then(None)
            return
        self.answering, question.unsaved = question, False
        self._answered = (question.id, answer)
        try:
            question.then(answer)
        finally:
            self.answering = None

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Answer."""
        event.stop()
        self.submit()

    def action_leave(self) -> None:
        """Leave the question; the text is offered again by the next one of the same id."""
        self._end(None)
