"""A list as one widget with its own viewport: as quick with 10,000 rows as with ten.

A row is drawn only when it is on the screen, by the `face` that the screen gives; moving the
highlight repaints two lines. Text in a row is never markup.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import clip, fit, wrap
from screens.parts.columns import GAP, Column, Place, lay_out
from screens.parts.listing import Listing


class Face(Struct, frozen=True):
    """What a row shows: one text for each column. `tone` is "", "muted" or "strong"."""

    cells: tuple[str, ...]
    tone: str = ""


def _no_face(uid: str) -> Face:
    return Face((uid,))


class RowList(Widget, can_focus=True):
    """Rows under column headings, with a highlight, `[x]` marks and sifting in place."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "rows--heading",
        "rows--cursor",
        "rows--resting",
        "rows--hit",
        "rows--muted",
        "rows--strong",
        "rows--thumb",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        & > .rows--heading { color: $foreground-muted; text-style: bold; }
        & > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: bold; }
        & > .rows--resting { text-style: bold; }
        & > .rows--hit { text-style: underline bold; }
        & > .rows--muted { color: $foreground-muted; }
        & > .rows--strong { text-style: bold; }
        & > .rows--thumb { background: $foreground-muted; }
    }
    """
    BINDINGS: list[BindingType] = [
        Binding("down,j", "step(1)", "Next row", id="rows.down", show=False),
        Binding("up,k", "step(-1)", "Row before", id="rows.up", show=False),
        Binding("home", "end(-1)", "First row", id="rows.first", show=False),
        Binding("end", "end(1)", "Last row", id="rows.last", show=False),
        Binding("pagedown", "page(1)", "A page on", id="rows.page_down", show=False),
        Binding("pageup", "page(-1)", "A page back", id="rows.page_up", show=False),
        Binding("space", "mark", "Select", id="rows.mark", show=False),
        Binding("enter", "open", "Open", id="rows.open", show=False),
    ]

    class Highlighted(Message):
        """Another row is under the cursor; `uid` is None when the list is empty."""

        def __init__(self, rows: "RowList", uid: str | None) -> None:
            super().__init__()
            self.rows, self.uid = rows, uid

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.rows

    class Opened(Highlighted):
        """Enter or a second click on a row."""

    class Marked(Message):
        """The marks have changed; `uids` are all the marked rows in order."""

        def __init__(self, rows: "RowList", uids: tuple[str, ...]) -> None:
            super().__init__()
            self.rows, self.uids = rows, uids

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "",
        headings: bool = True,
        here: str = "▸",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.columns = columns
        self.empty = empty
        self.here = here
        self.sorted_by = ""
        self.cosy = False
        self._head = int(headings)
        self._face: Callable[[str], Face] = _no_face
        self._list = Listing()
        self._told: str | None = None
        self._looks: dict[str, Style] = {}
        self._places: tuple[tuple[int, Sequence[Column]], tuple[Place, ...]] | None = None

    # --- what the screen says

    def show(
        self, uids: Sequence[str], face: Callable[[str], Face], keys: Sequence[str] = ()
    ) -> None:
        """Show these rows; highlight, marks and sifting stay. `keys` are lower-cased texts."""
        self._face = face
        self._list.show(uids, keys)
        self._settle()

    def sift(self, needle: str) -> tuple[int, int]:
        """Show only rows that hold every word of `needle`; return (shown, all)."""
        self._list.sift(needle)
        self._settle()
        return self.count

    @property
    def count(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return len(self._list.hits), len(self._list.uids)

    @property
    def needle(self) -> str:
        """The text that the rows are sifted by."""
        return self._list.needle

    @property
    def highlighted(self) -> str | None:
        """The uid under the cursor."""
        return self._list.highlighted

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked uids in the order of the list."""
        return self._list.marked

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an act is for: the marked rows, or else the highlighted one."""
        return self.marked or ((self.highlighted,) if self.highlighted is not None else ())

    def highlight(self, uid: str) -> bool:
        """Move the highlight to `uid` if it is shown; return whether it is."""
        found = self._list.go_to(uid)
        self._settle()
        return found

    def mark(self, uids: Iterable[str]) -> None:
        """Mark these rows too."""
        self._list.mark(uids)
        self._tell_marks()

    def mark_shown(self) -> None:
        """Mark every row that the sifting leaves."""
        self.mark(self._list.shown)

    def clear_marks(self) -> bool:
        """Take all marks away; return whether there were any."""
        had = bool(self._list.marks)
        self._list.marks.clear()
        if had:
            self._tell_marks()
        return had

    # --- keys and mouse

    def action_step(self, rows: int) -> None:
        """Move the highlight by rows."""
        self._move(self._list.at + rows)

    def action_end(self, way: int) -> None:
        """Go to the first or the last row."""
        self._move(0 if way < 0 else len(self._list.hits))

    def action_page(self, way: int) -> None:
        """Go one window of rows on or back."""
        self._move(self._list.at + way * self._rows_high)

    def action_mark(self) -> None:
        """Mark the highlighted row or unmark it, and step on."""
        if (uid := self.highlighted) is not None:
            self._list.toggle(uid)
            self._tell_marks()
            self.action_step(1)

    def action_open(self) -> None:
        """Say that the highlighted row was opened."""
        if (uid := self.highlighted) is not None:
            self.post_message(self.Opened(self, uid))

    def on_click(self, event: events.Click) -> None:
        """Highlight the row under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or (row := self._row_at(offset.y)) is None:
            return
        self._move(row)
        if event.chain == 2:
            self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the highlight."""
        self._scroll(3, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the highlight."""
        self._scroll(-3, event)

    def _scroll(self, rows: int, event: events.MouseEvent) -> None:
        event.stop()
        if self._list.scroll_to(self._list.top + rows, self._rows_high):
            self.refresh()

    # --- keeping the picture true

    @property
    def _pitch(self) -> int:
        return 2 if self.cosy else 1

    @property
    def _rows_high(self) -> int:
        return max(1, (self.size.height - self._head) // self._pitch)

    def _row_at(self, y: int) -> int | None:
        row = self._list.top + (y - self._head) // self._pitch
        return row if y >= self._head and row < len(self._list.hits) else None

    def _move(self, to: int) -> None:
        before = self._list.at
        self._list.step(to - before)
        if self._list.keep_in_view(self._rows_high):
            self.refresh()
        else:
            self.refresh(*(self._line_of(at) for at in {before, self._list.at}))
        self._tell()

    def _line_of(self, at: int) -> Region:
        y = self._head + (at - self._list.top) * self._pitch
        left, top = self.gutter.left, self.gutter.top
        return Region(left, top + y, self.size.width, 1)

    def _settle(self) -> None:
        self._list.keep_in_view(self._rows_high)
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        uid = self.highlighted
        if uid != self._told:
            self._told = uid
            self.post_message(self.Highlighted(self, uid))

    def _tell_marks(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self, self.marked))

    def on_resize(self) -> None:
        """Keep the highlight in view when the window changes."""
        self._settle()

    def on_focus(self) -> None:
        """Show the highlight as the live one."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the highlight as resting."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._looks.clear()
        super().notify_style_update()
