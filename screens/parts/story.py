"""`i`: who changed what and when, on the highlighted record; newest first."""

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.parts.columns import Column
from screens.parts.popup import Popup
from screens.parts.rows import Face, RowList
from screens.parts.symbols import mark


class Chapter(Struct, frozen=True):
    """One change: when, by whom, what it did, in words. `texts` is old and new, if it had any."""

    when: str
    who: str
    what: str
    texts: str = ""


USUAL = 90
"""Cells of a box while no line in it is longer."""
BEFORE_WHAT = 44
"""Cells that the mark, the day and the name take up, with the blanks between them."""


class Texts(Popup[None]):
    """The old and the new text of one change; the arrows go through what is long."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Texts > Box { width: 90; }
    Texts VerticalScroll { height: auto; max-height: 18; background: $background; }
    """

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def compose_box(self) -> ComposeResult:
        """The texts."""
        with VerticalScroll():
            yield Static(Content(self._text))

    def on_mount(self) -> None:
        """Give long lines the room there is."""
        self.make_room(max(map(cell_len, self._text.split("\n"))), USUAL)


class Story(Popup[None]):
    """The changes of one record. Enter opens one: what stood there before, and after."""

    FOOT = "Enter shows old and new   Esc closes"

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Story > Box { width: 90; }
    Story RowList { height: 10; }
    """

    def __init__(self, title: str, chapters: Sequence[Chapter]) -> None:
        super().__init__(title)
        self._chapters = chapters
        columns = (
            Column(key="when", title="When", least=16),
            Column(key="who", title="Who", least=10, rank=1, most=20, share=1),
            Column(key="what", title="What", least=24, share=4),
        )
        self._rows = RowList(
            columns, here=mark("here"), empty="Nothing has been changed here yet. Esc closes."
        )

    def compose_box(self) -> ComposeResult:
        """The changes."""
        self._rows.styles.height = max(4, min(18, len(self._chapters) + 1))
        yield self._rows

    def on_mount(self) -> None:
        """Show them, newest first."""
        longest = max((cell_len(each.what) for each in self._chapters), default=0)
        self.make_room(BEFORE_WHAT + longest, USUAL)
        self._rows.show([str(n) for n in range(len(self._chapters))], self._face)
        self.set_focus(self._rows)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Show the old and the new text of a change."""
        event.stop()
        chapter = self._chapters[int(event.uid)]
        self.app.push_screen(Texts(chapter.what, chapter.texts or "No words were changed by it."))

    def _face(self, uid: str) -> Face:
        chapter = self._chapters[int(uid)]
        return Face((chapter.when, chapter.who or "not said", chapter.what))
