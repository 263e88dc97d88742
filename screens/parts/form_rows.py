"""The fields of a form: a line or yes and no, a word before each, wrong input put back."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Static

from cartui.model.problems import CartuiProblem
from cartui.model.text import inert
from screens.parts.field import Line

Check = Callable[[str], object]
"""Reads what was typed in a field; raises a CartuiProblem that says what is wrong with it."""


class Asked(Struct, frozen=True):
    """A field of a form: its name, the word before it, a hint while it is empty.

    With `yes` and `no` it is one of the two, said in these words.
    """

    field: str
    word: str
    hint: str = ""
    yes: str = ""
    no: str = ""


class YesNo(Widget, can_focus=True):
    """A field that is yes or no: Space or the letter changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "Change", show=False),
        Binding("y", "say(True)", "Yes", show=False),
        Binding("n", "say(False)", "No", show=False),
    ]
    DEFAULT_CSS = """
    AskedRow YesNo {
        height: 1; width: 1fr; padding: 0 1;
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.value = False
        self._words = {True: f"[x] {asked.yes}", False: f"[ ] {asked.no}"}

    def render(self) -> Content:
        """Draw the answer as a mark and words."""
        return Content(self._words[self.value])

    def action_turn(self) -> None:
        """Change it."""
        self.action_say(not self.value)

    def action_say(self, value: bool) -> None:
        """Answer."""
        self.value = value
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Change it by the mouse."""
        event.stop()
        self.action_turn()


class AskedRow(Horizontal):
    """A word and the field it stands before."""

    DEFAULT_CSS = """
    AskedRow {
        height: 1; max-width: 100;
        & > Static { width: 14; height: 1; color: $text-muted; }
        & > Line { width: 1fr; }
        &:focus-within > Static { color: $focus; text-style: bold; }
    }
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.answer = YesNo(asked) if asked.yes else Line(placeholder=asked.hint)
        self.before: str | bool = self.answer.value
        self.refused: str | bool | None = None
        self._check: Check | None = None

    def compose(self) -> ComposeResult:
        """The word, then the field."""
        yield Static(Content(self.asked.word), markup=False)
        yield self.answer

    @property
    def is_changed(self) -> bool:
        """Whether something else stands here than when the form was opened."""
        return self.answer.value != self.before

    def take(self, value: str | bool, check: Check | None, words: Sequence[str]) -> None:
        """Show what is kept; `words` are proposed while writing."""
        self._check, self.refused = check, None
        self.before = value if isinstance(value, bool) else inert(value)
        if isinstance(self.answer, Line):
            self.answer.suggester = SuggestFromList(words, case_sensitive=False) if words else None
        self.put_back()

    def put_back(self) -> None:
        """Show again what stood here."""
        if isinstance(self.answer, Line):
            self.answer.value = str(self.before)
            self.answer.cursor_position = len(self.answer.value)
        else:
            self.answer.action_say(bool(self.before))

    def problem(self) -> CartuiProblem | None:
        """Return what is wrong with what stands here, if anything."""
        if self._check is None or not self.is_changed:
            return None
        try:
            self._check(str(self.answer.value))
        except CartuiProblem as problem:
            return problem
        return None
