"""A small list to choose from, by arrows and Enter or by the letter before each line."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from screens.parts.columns import GAP, Column
from screens.parts.popup import Popup
from screens.parts.rows import Face, RowList


class Option(Struct, frozen=True):
    """One line of a choice. `key` is the letter or digit that takes it at once, perhaps none."""

    words: str
    key: str = ""
    more: str = ""


NOTHING_YET = "-1"
USUAL = 76
"""Cells of the box while no line in it is longer."""
MARGIN = 8
"""Cells of the box that its columns do not get: the frame, the mark before a line, a scroll bar."""
SHORT = 12
"""A help of so many cells, as a key is, always stands whole in its line."""


class Choice(Popup[int]):
    """Answers with the index of the option taken. With `at` None nothing is highlighted yet, so
    that Enter alone takes nothing. Helps too long for one line stand whole under the list.
    """

    FOOT = "Enter takes it   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Choice RowList { height: auto; min-height: 1; max-height: 20; }
    Choice .choice--help { height: 2; color: $text-muted; padding: 0 1; }
    """

    def __init__(
        self, title: str, options: Sequence[Option], *, at: int | None = 0, text: str = ""
    ) -> None:
        super().__init__(title)
        self._text = text
        self._options = options
        self._at = at
        self._keys = max((len(option.key) for option in options), default=0)
        self._more = max((len(option.more) for option in options), default=0)
        self._words = max((cell_len(option.words) for option in options), default=0)
        self._rows = RowList((), headings=False, marking=False)
        self._help = Static("", markup=False, classes="choice--help")

    @property
    def _longest(self) -> int:
        """How many cells the longest line takes: of an option, or of what it is about."""
        before = self._keys + GAP if self._keys else 0
        after = max(self._more, SHORT) + GAP if self._more else 0
        option = before + self._words + after + 1  # the mark before it
        return max(option, *map(cell_len, self._text.split("\n")))

    def _lay_out(self) -> None:
        """Give the columns what there is in the box."""
        wide = self.width_for(self._longest, USUAL) - MARGIN
        least = min(self._words, wide - SHORT - GAP)
        columns = [Column(key="words", title="", least=least, share=not self._more)]
        if self._keys:
            columns.insert(0, Column(key="key", title="", least=self._keys))
        if more := self._more:
            columns.append(Column(key="more", title="", least=min(more, SHORT), most=more, share=1))
        self._rows.columns = columns
        self._help.display = more > SHORT and self._words + more > wide

    def compose_box(self) -> ComposeResult:
        """What it is about, if that needs saying, and the options."""
        self._lay_out()
        if self._text:
            yield Static(Content(self._text + "\n"))
        rows = len(self._options) + (self._at is None)
        self._rows.styles.height = max(1, min(18 if self._help.display else 20, rows))
        yield self._rows
        yield self._help

    def on_mount(self) -> None:
        """Show them with the highlight on the first, or where it was asked to be."""
        self.make_room(self._longest, USUAL)
        uids = [str(n) for n in range(len(self._options))]
        self._rows.show([NOTHING_YET, *uids] if self._at is None else uids, self._face)
        self._rows.highlight(NOTHING_YET if self._at is None else str(self._at))
        self._show_help(self._rows.highlighted)
        self.set_focus(self._rows)

    def _face(self, uid: str) -> Face:
        nothing = Option("nothing chosen yet")
        option = nothing if uid == NOTHING_YET else self._options[int(uid)]
        cells = [option.words]
        if self._keys:
            cells.insert(0, option.key)
        if self._more:
            cells.append(option.more)
        return Face(tuple(cells), "muted" if option is nothing else "")

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Say the highlighted option's help whole."""
        event.stop()
        self._show_help(event.uid)

    def _show_help(self, uid: str | None) -> None:
        more = "" if uid in (None, NOTHING_YET) else self._options[int(uid or 0)].more
        self._help.update(Content(more))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Take the highlighted option."""
        event.stop()
        if event.uid != NOTHING_YET:
            self.dismiss(int(event.uid))

    def on_key(self, event: events.Key) -> None:
        """Take the option whose letter was pressed."""
        for index, option in enumerate(self._options):
            if option.key and event.character == option.key:
                event.stop()
                event.prevent_default()
                self.dismiss(index)
                return


def lettered(words: Sequence[str]) -> list[Option]:
    """Return options with digits, and letters after nine, as their keys (j and k stay arrows)."""
    keys = [*"123456789", *(letter for letter in ascii_lowercase if letter not in "jk")]
    more = [""] * max(0, len(words) - len(keys))
    return [Option(text, key) for text, key in zip(words, [*keys, *more], strict=False)]
