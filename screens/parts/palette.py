"""`:` every action by name, with its key; only what the present stage of the room allows."""

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screens.parts.columns import Column
from screens.parts.field import Line
from screens.parts.finding import best
from screens.parts.popup import Popup
from screens.parts.rows import Face, RowList


class Offer(Struct, frozen=True):
    """One line of the palette. `where` is the screen it belongs to, when that is another one."""

    words: str
    key: str = ""
    where: str = ""
    also: str = ""


class Palette(Popup[int]):
    """Type a few letters, Enter does the highlighted action. Answers with its index."""

    TYPES = True
    FOOT = "Type to find   Enter does it   Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, id="palette.down"),
        Binding("up", "step(-1)", show=False, id="palette.up"),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
    ]
    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > Box { margin-top: 2; }
    Palette RowList { height: 12; margin-top: 1; }
    """

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__("What would you like to do?")
        self._offers = offers
        self._line = Line(placeholder="move, undo, people ...")
        columns = (
            Column(key="words", title="", least=24, share=1),
            Column(key="key", title="", least=9, rank=1),
        )
        nothing = "Nothing is called that. Try one word of what you want to do."
        self._rows = RowList(columns, headings=False, marking=False, empty=nothing)
        self._rows.can_focus = False

    def compose_box(self) -> ComposeResult:
        """The line to type in, and what fits."""
        yield self._line
        yield self._rows

    def on_mount(self) -> None:
        """Offer everything at first."""
        self._rows.styles.height = max(6, min(14, self.app.size.height - 8))
        self.set_focus(self._line)
        self._find("")

    def on_input_changed(self, event: Line.Changed) -> None:
        """Find as it is typed."""
        event.stop()
        self._find(event.value)

    def _find(self, query: str) -> None:
        among = (
            (str(n), f"{offer.where} {offer.words}".strip(), offer.also)
            for n, offer in enumerate(self._offers)
        )
        self._rows.show(best(query, among), self._face)
        self._rows.action_end(-1)

    def _face(self, uid: str) -> Face:
        offer = self._offers[int(uid)]
        words = f"{offer.where}: {offer.words}" if offer.where else offer.words
        return Face((words, offer.key))

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Do the highlighted action."""
        event.stop()
        self._take(self._rows.highlighted)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Do what was clicked twice."""
        event.stop()
        self._take(event.uid)

    def _take(self, uid: str | None) -> None:
        if uid is not None:
            self.dismiss(int(uid))

    def action_step(self, rows: int) -> None:
        """Move the highlight while the line keeps the focus."""
        self._rows.action_step(rows)
