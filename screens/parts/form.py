"""A form of one record: fields one under the other, wrong input said at once and put back."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from cartui.model.problems import CartuiProblem
from screens.parts.field import Line
from screens.parts.form_rows import Asked, AskedRow, Check
from screens.parts.keys import verb


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
