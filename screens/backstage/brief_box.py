"""The brief on one person, in BACK alone: one page to be read before a meeting or a call."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from cartui.backstage.briefs import Briefs, as_text
from screens.parts.popup import Box, Popup
from screens.parts.reading import Reading, paragraphs

FOOT = "> next person   < before   y copies   Esc closes"


class BriefBox(Popup[None]):
    """Briefs on `people` (uids), one at a time; it opens `at` one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("greater_than_sign,right", "turn(1)", "Next", show=False, id="brief.next"),
        Binding("less_than_sign,left", "turn(-1)", "Before", show=False, id="brief.before"),
        Binding("y,ctrl+c", "copy", "Copy", show=False, id="brief.copy"),
    ]
    DEFAULT_CSS = """
    BriefBox > Box { width: 100; height: 90%; }
    """

    def __init__(
        self, briefs: Briefs, people: Sequence[str], at: int, copy: Callable[[str], None]
    ) -> None:
        super().__init__("Brief", FOOT)
        self._briefs, self._people, self._at, self._copy = briefs, people, at, copy
        self._page = Reading()

    def compose_box(self) -> ComposeResult:
        """The page."""
        yield self._page

    def on_mount(self) -> None:
        """Show the first."""
        self._show()
        self._page.focus()

    @property
    def _person(self) -> str:
        return self._people[self._at]

    def _show(self) -> None:
        of = f"{self._at + 1} of {len(self._people)}" if len(self._people) > 1 else ""
        title = ", ".join(filter(None, (f"Brief: {self._briefs.name(self._person)}", of)))
        self.query_one(Box).border_title = Content(title)
        self._page.show(paragraphs([*self._said()]), anew=True)

    def _said(self) -> Iterator[tuple[str, str]]:
        for number, part in enumerate(self._briefs.of(self._person)):
            if number:
                yield "", ""
            yield part.title, "word"
            for line in part.lines:
                yield line, ""

    def action_turn(self, way: int) -> None:
        """Go on to the next person, or back."""
        if len(self._people) > 1:
            self._at = (self._at + way) % len(self._people)
            self._show()

    def action_copy(self) -> None:
        """Copy the page as text."""
        self._copy(as_text(self._briefs.name(self._person), self._briefs.of(self._person)))
        self.query_one(Box).border_subtitle = Content("Copied.   " + FOOT)
