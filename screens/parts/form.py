"""A form of one record: fields one under the other, wrong input said at once and put back."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Static

from cartui.model.problems import CartuiProblem
from cartui.model.text import inert
from screens.parts.field import Line
from screens.parts.keys import verb

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


class Form(VerticalScroll, can_focus=False):
    """Enter goes on to the next field, Esc keeps what was typed and closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "keep", "keep and close", "Keep what was typed and close the form",
             "filled.keep", group="The form", rank=1),
        verb("down,enter", "next", "next field", "Go to the next field",
             "filled.next", group="The form", rank=2),
        verb("up", "before", "field before", "Go to the field before",
             "filled.before", group="The form", rank=3),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Form { display: none; height: 1fr; padding: 0 1; }
    """

    class Kept(Message):
        """The form was left: these fields are different."""

        def __init__(self, fields: Mapping[str, str | bool]) -> None:
            super().__init__()
            self.fields = dict(fields)

    class Wrong(Message):
        """A field holds what cannot be kept; the form stays."""

        def __init__(self, problem: CartuiProblem) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self, asked: Sequence[Asked]) -> None:
        super().__init__()
        self._rows = [AskedRow(each) for each in asked]

    def compose(self) -> ComposeResult:
        """The fields."""
        yield from self._rows

    def open(
        self,
        values: Mapping[str, str | bool],
        checks: Mapping[str, Check],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        """Show what is kept, and write in the first field at once, so that no key goes astray."""
        for row in self._rows:
            field = row.asked.field
            row.take(values[field], checks.get(field), words.get(field, ()))
        self.screen.set_focus(self.first)
        self.scroll_home(animate=False)

    @property
    def first(self) -> Widget:
        """The first field."""
        return self._rows[0].answer

    def action_next(self) -> None:
        """Go to the next field; after the last one, keep and close."""
        self._step(1)

    def action_before(self) -> None:
        """Go to the field before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        here = [number for number, row in enumerate(self._rows) if row.answer.has_focus]
        to = (here[0] if here else 0) + way
        if to >= len(self._rows):
            self.action_keep()
        else:
            self._rows[max(0, to)].answer.focus(scroll_visible=True)

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_keep(self) -> None:
        """Hand over what is different. What is wrong is said; left again, it is put back."""
        for row in self._rows:
            if (problem := row.problem()) is None:
                continue
            if row.refused == row.answer.value:
                row.put_back()
                continue
            row.refused = row.answer.value
            row.answer.focus()
            self.post_message(self.Wrong(problem))
            return
        fields = {row.asked.field: row.answer.value for row in self._rows if row.is_changed}
        self.post_message(self.Kept(fields))
