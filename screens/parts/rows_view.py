"""How a list looks: one widget with its own viewport, drawn line by line, only what is seen."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import fit, wrap
from screens.parts.columns import GAP, Column, Place, lay_out
from screens.parts.listing import Listing
from screens.parts.symbols import mark


class Face(Struct, frozen=True):
    """What a row shows: one text for each column. `tone` is "", "muted" or "strong"."""

    cells: tuple[str, ...]
    tone: str = ""


def _no_face(uid: str) -> Face:
    return Face((uid,))


class RowView(Widget):
    """The picture of a `Listing`. Text in a row is never markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--heading",
        "rows--cursor",
        "rows--resting",
        "rows--hit",
        "rows--muted",
        "rows--strong",
        "rows--thumb",
    }
    DEFAULT_CSS = """
    RowView {
        height: 1fr;
        & > .rows--heading { color: $text-muted; text-style: bold; }
        & > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: bold; }
        & > .rows--resting { text-style: bold; }
        & > .rows--hit { text-style: underline bold; }
        & > .rows--muted { color: $text-muted; }
        & > .rows--strong { text-style: bold; }
        & > .rows--thumb { color: $text-muted; }
    }
    """

    def __init__(
        self, columns: Sequence[Column], *, empty: str, headings: bool, here: str, name: str | None
    ) -> None:
        super().__init__(id=name)
        self.columns = columns
        self.empty = empty
        self.here = here or mark("here")
        self.sorted_by = ""
        self.cosy = False
        self._list = Listing()
        self._face: Callable[[str], Face] = _no_face
        self._head = int(headings)
        self._looks: dict[str, Style] = {}
        self._laid: tuple[object, tuple[Place, ...]] = (None, ())

    @property
    def uids(self) -> Sequence[str]:
        """All rows by uid, in order, the ones sifted out among them."""
        return self._list.uids

    @property
    def needle(self) -> str:
        """What the rows are sifted by, "" when all are shown."""
        return self._list.needle

    # --- geometry: lines of the window and rows of the list

    @property
    def _pitch(self) -> int:
        return 2 if self.cosy else 1

    @property
    def rows_high(self) -> int:
        """How many rows the window holds, at least one."""
        return max(1, (self.size.height - self._head) // self._pitch)

    def row_at(self, y: int) -> int | None:
        """Return which of the shown rows stands on line `y` of the window."""
        row = self._list.top + (y - self._head) // self._pitch
        return row if y >= self._head and row < len(self._list.hits) else None

    def line_of(self, at: int) -> Region:
        """Return where a shown row stands, for repainting it alone."""
        y = self._head + (at - self._list.top) * self._pitch
        return Region(0, y, self.size.width, 1)

    def _places(self) -> tuple[Place, ...]:
        known = (self.size.width, self.columns, bool(self._list.marks), self._overflows)
        if self._laid[0] != known:
            width = self.size.width - self._margin - 2 * self._overflows
            self._laid = (known, lay_out(self.columns, width))
        return self._laid[1]

    @property
    def _margin(self) -> int:
        return 6 if self._list.marks else 2

    @property
    def _overflows(self) -> bool:
        return len(self._list.hits) > self.rows_high

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the highlight."""
        self._scroll(3, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the highlight."""
        self._scroll(-3, event)

    def _scroll(self, rows: int, event: events.MouseEvent) -> None:
        event.stop()
        if self._list.scroll_to(self._list.top + rows, self.rows_high):
            self.refresh()

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        plain = self._look("")
        if not self._list.hits:
            return self._blank_line(y).adjust_cell_length(width, plain)
        if y < self._head:
            drawn, style = self._heading(), plain
        else:
            drawn, style = self._row_line(y)
        strip = Strip(drawn)
        if self._overflows:
            strip = strip.adjust_cell_length(width - 1, style)
            return Strip([*strip, self._thumb(y)], width)
        return strip.adjust_cell_length(width, style)

    def _blank_line(self, y: int) -> Strip:
        nothing_found = "Nothing here matches. Esc shows all again."
        words = nothing_found if self._list.uids else self.empty
        lines = wrap(words, min(78, max(1, self.size.width - 4)))
        text = lines[y - 1] if 1 <= y <= len(lines) else ""
        return Strip([Segment("  " + text, self._look(""))])

    def _heading(self) -> list[Segment]:
        style = self._look("rows--heading")
        texts = []
        for place in self._places():
            title = place.column.title + self._sort_mark(place)
            texts.append(fit(title, place.width, right=place.column.right))
        return [Segment(" " * self._margin + (" " * GAP).join(texts), style)]

    def _sort_mark(self, place: Place) -> str:
        return f" {mark('sorted')}" if place.column.key == self.sorted_by else ""

    def _row_line(self, y: int) -> tuple[list[Segment], Style]:
        at = self.row_at(y)
        if at is None or (y - self._head) % self._pitch:
            return [], self._look("")
        uid = self._list.uids[self._list.hits[at]]
        here, face = at == self._list.at, self._face(uid)
        name = f"rows--{face.tone}" if face.tone else ""
        if here:
            live = self.has_focus or not self.can_focus
            name = "rows--cursor" if live else "rows--resting"
        style = self._look(name)
        front = fit(self.here if here else "", 2)
        if self._list.marks:
            front += "[x] " if uid in self._list.marks else "    "
        return list(Segment.simplify([Segment(front, style), *self._cells(face, style)])), style

    def _cells(self, face: Face, style: Style) -> Iterator[Segment]:
        for number, place in enumerate(self._places()):
            if number:
                yield Segment(" " * GAP, style)
            text = face.cells[place.index] if place.index < len(face.cells) else ""
            yield from self._found(fit(text, place.width, right=place.column.right), style)

    def _found(self, text: str, style: Style) -> Iterator[Segment]:
        """Yield the text with what is searched for set off."""
        lower, start = text.lower(), 0
        if self._list.needle and len(lower) == len(text):
            hit = style + self._look("rows--hit", partial=True)
            for word in self._list.needle.split():
                if (found := lower.find(word, start)) >= 0:
                    yield Segment(text[start:found], style)
                    start = found + len(word)
                    yield Segment(text[found:start], hit)
        yield Segment(text[start:], style)

    def _thumb(self, y: int) -> Segment:
        high, rows = max(1, self.size.height - self._head), len(self._list.hits)
        length = max(1, high * self.rows_high // rows)
        last = max(1, rows - self.rows_high)
        first = self._head + round((high - length) * self._list.top / last)
        on = first <= y < first + length
        return Segment(mark("thumb") if on else " ", self._look("rows--thumb"))

    def _look(self, name: str, *, partial: bool = False) -> Style:
        key = f"{name}{partial}"
        if (style := self._looks.get(key)) is None:
            if name:
                style = self.get_component_rich_style(name, partial=partial)
            else:
                style = self.rich_style
            self._looks[key] = style
        return style

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
