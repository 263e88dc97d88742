"""How a list looks: one widget with its own viewport, drawn line by line, only what is seen."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from screens.parts.cells import fit, wrap
from screens.parts.columns import GAP, Column, Place, lay_out
from screens.parts.kept_lines import KeptLines, filled
from screens.parts.listing import Listing
from screens.parts.symbols import mark


class Face(Struct, frozen=True):
    """What a row shows: one text for each column. `tone` is "", "muted" or "strong"."""

    cells: tuple[str, ...]
    tone: str = ""


def _thumb(bar: range, top: int, seen: int, rows: int) -> range:
    """Return the lines on which the thumb of a scroll bar stands: of `rows`, `seen` are in sight
    from `top` on.
    """
    length = max(1, len(bar) * seen // rows)
    first = bar.start + round((len(bar) - length) * top / (rows - seen))
    return range(first, first + length)


def _no_face(uid: str) -> Face:
    return Face((uid,))


class Frame(NamedTuple):
    """What all lines of one painting have in common; `thumb` is where the scroll bar has its."""

    wide: int
    overflows: bool
    live: bool
    places: tuple[Place, ...]
    thumb: range


class RowView(KeptLines):
    """The picture of a `Listing`. Text in a row is never markup."""

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
        self.here = self.rests = here or mark("here")
        self.sorted_by = ""
        self.cosy = False
        self._list = Listing()
        self._face: Callable[[str], Face] = _no_face
        self._head = int(headings)
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

    def _places(self, wide: int, *, overflows: bool) -> tuple[Place, ...]:
        known = (wide, self.columns, bool(self._list.marks), overflows)
        if self._laid[0] != known:
            self._laid = (known, lay_out(self.columns, wide - self._margin - 2 * overflows))
        return self._laid[1]

    @property
    def _margin(self) -> int:
        return 6 if self._list.marks else 2

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the highlight."""
        self._scroll(3, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the highlight."""
        self._scroll(-3, event)

    def _scroll(self, rows: int, event: events.MouseEvent) -> None:
        event.stop()
        if self._list.scroll_to(self._list.top + rows, self.rows_high):
            self.refresh(self.size.region)

    # --- drawing

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Return these lines, those that were drawn before as they are."""
        frame, strips = self._frame(), []
        for y in lines:
            shows = self._shows(y, frame)
            if (strip := self.kept.get(shows)) is None:
                strip = self.kept[shows] = self.draw_line(y, frame)
            strips.append(strip)
        return strips

    def _frame(self) -> Frame:
        (wide, high), seen, rows = self.size, self.rows_high, len(self._list.hits)
        overflows = rows > seen
        bar = range(self._head, max(high, self._head + 1))
        thumb = _thumb(bar, self._list.top, seen, rows) if overflows else range(0)
        live = self.has_focus or not self.can_focus
        return Frame(wide, overflows, live, self._places(wide, overflows=overflows), thumb)

    def _shows(self, y: int, frame: Frame) -> Hashable:
        """Return all that a line shows and that can change while its row stays the same."""
        same = frame.wide, frame.overflows, y in frame.thumb, self._list.needle
        if (uid := self._uid_at(y)) is None:
            return y, bool(self._list.hits), frame.live, same
        here = uid == self._list.highlighted
        return uid, here, here and frame.live, uid in self._list.marks, same

    def _uid_at(self, y: int) -> str | None:
        at = self.row_at(y)
        if at is None or (y - self._head) % self._pitch:
            return None
        return self._list.uids[self._list.hits[at]]

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        return self.draw_line(y, self._frame())

    def draw_line(self, y: int, frame: Frame) -> Strip:
        """Draw one line of a painting."""
        uid, plain = self._uid_at(y), self._look("")
        if not self._list.hits:
            return Strip(filled(self._blank_line(y, frame), frame.wide, plain), frame.wide)
        drawn, style = ([] if y >= self._head else self._heading(frame)), plain
        if uid is not None:
            drawn, style = self._row(uid, frame)
        line = filled(drawn, frame.wide - frame.overflows, style)
        if frame.overflows:
            thumb = mark("thumb") if y in frame.thumb else " "
            line.append(Segment(thumb, self._look("rows--thumb")))
        return Strip(line, frame.wide)

    def _blank_line(self, y: int, frame: Frame) -> list[Segment]:
        nothing_found = "Nothing here matches. Esc shows all again."
        words = nothing_found if self._list.uids else self.empty
        lines = wrap(words, min(78, max(1, frame.wide - 4)))
        text = lines[y - 1] if 1 <= y <= len(lines) else ""
        return [Segment("  " + text, self._look(""))]

    def _heading(self, frame: Frame) -> list[Segment]:
        style = self._look("rows--heading")
        texts = []
        for place in frame.places:
            sorts = place.column.key == self.sorted_by
            title = place.column.title + (f" {mark('sorted')}" if sorts else "")
            texts.append(fit(title, place.width, right=place.column.right))
        return [Segment(" " * self._margin + (" " * GAP).join(texts), style)]

    def _row(self, uid: str, frame: Frame) -> tuple[list[Segment], Style]:
        face, here = self._face(uid), uid == self._list.highlighted
        name = f"rows--{face.tone}" if face.tone else ""
        if here:
            name = "rows--cursor" if frame.live else "rows--resting"
        style = self._look(name)
        front = fit((self.here if frame.live else self.rests) if here else "", 2)
        if self._list.marks:
            front += "[x] " if uid in self._list.marks else "    "
        return list(
            Segment.simplify([Segment(front, style), *self._cells(face, style, frame)])
        ), style

    def _cells(self, face: Face, style: Style, frame: Frame) -> Iterator[Segment]:
        places = frame.places
        texts = [face.cells[p.index] if p.index < len(face.cells) else "" for p in places]
        number = 0
        while number < len(places):
            if number:
                yield Segment(" " * GAP, style)
            text, place, room = texts[number], places[number], places[number].width
            number += 1
            while _lends(texts, number) and cell_len(text) > room:
                room += GAP + places[number].width  # what is empty lends its cells to a long text
                number += 1
            yield from self._found(fit(text, room, right=place.column.right), style)

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

    def on_focus(self, event: events.Focus) -> None:
        """Show the highlight as the live one."""
        self._turn_live(event, events.DescendantFocus(self), live=True)

    def on_blur(self, event: events.Blur) -> None:
        """Show the highlight as resting."""
        self._turn_live(event, events.DescendantBlur(self), live=False)

    def _turn_live(self, event: events.Event, word: events.Event, *, live: bool) -> None:
        """Do what the toolkit does when the focus comes or goes, but for painting every line."""
        event.prevent_default()
        self.has_focus = live
        self.refresh(Region(0, 0, self.size.width, 1), self.line_of(self._list.at))
        if self.parent is not None:
            self.parent.post_message(word)


def _lends(texts: Sequence[str], number: int) -> bool:
    """Whether there is a cell of that number, and nothing stands in it."""
    return number < len(texts) and not texts[number]
