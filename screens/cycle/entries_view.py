"""A page of entries: a label, a text that may run over several lines, one highlight among them.

One widget with its own viewport, drawn line by line; what is pressed is the Entries' own.
"""

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from screens.parts.cells import clip, fit, wrap
from screens.parts.kept_lines import KeptLines
from screens.parts.symbols import mark

LABELS = (26, 28)
READABLE = 90


class Entry(Struct, frozen=True, kw_only=True):
    """One entry. `key` says what Enter is about; a heading has none and is stepped over."""

    key: str = ""
    label: str = ""
    text: str = ""
    tone: str = ""


class _Line(Struct, frozen=True):
    entry: int
    label: str
    text: str


class EntriesView(KeptLines):
    """The picture of a page; `can_focus` False shows it without a highlight."""

    LOOKS = "entries--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entries--heading", "entries--label", "entries--muted", "entries--cursor",
        "entries--resting",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._lines: list[_Line] = []
        self._at = 0
        self._top = 0
        self._label = LABELS[0]

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the highlight stays on its key, or else near where it was."""
        was = self.highlighted
        self._entries = entries
        self._at = min(self._at, max(0, len(entries) - 1))
        if not self.highlight(was):
            self._step_over(1)
        self._settle()

    @property
    def highlighted(self) -> str:
        """The key under the cursor; "" on an empty page."""
        return self._entries[self._at].key if self._at < len(self._entries) else ""

    def highlight(self, key: str) -> bool:
        """Move the highlight to an entry; return whether it is there."""
        for index, entry in enumerate(self._entries):
            if key and entry.key == key:
                self._at = index
                self._settle()
                return True
        return False

    def _step_over(self, way: int) -> None:
        """Leave a heading by the next entry that way, or else by the other."""
        for direction in (way, -way):
            at = self._at
            while 0 <= at < len(self._entries):
                if self._entries[at].key:
                    self._at = at
                    return
                at += direction

    def _scroll(self, lines: int) -> None:
        self._top_at(self._top + lines)
        self.refresh()

    def _top_at(self, top: int) -> None:
        last = max(0, len(self._lines) - self.size.height)
        self._top = max(0, min(last, top))

    def _settle(self) -> None:
        self.fit()
        self.refresh()

    def fit(self) -> None:
        """Break the lines for this window, and keep the highlight in view."""
        longest = max((cell_len(entry.label) for entry in self._entries if entry.key), default=0)
        most = LABELS[self.size.width >= 100]
        self._label = min(most, max(10, longest))
        width = max(20, min(READABLE, self.size.width - self._label - 5))
        self._lines = []
        for index, entry in enumerate(self._entries):
            texts = wrap(entry.text, width) if entry.text else [""]
            for number, text in enumerate(texts):
                self._lines.append(_Line(index, "" if number else entry.label, text))
        mine = [number for number, line in enumerate(self._lines) if line.entry == self._at]
        if mine and self.size.height:
            self._top = max(self._top, mine[-1] - self.size.height + 1)
            self._top = min(self._top, mine[0])
            if self._at <= 1:
                self._top = 0
        self._top_at(self._top)

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the page."""
        number, width = self._top + y, self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self._look(""))
        line = self._lines[number]
        entry, here = self._entries[line.entry], line.entry == self._at and self.can_focus
        if not entry.key:
            label = clip(line.label, width - 2)
            heading = Segment(" " + label, self._look("heading"))
            room = max(0, width - cell_len(label) - 4)
            rest = Segment("  " + clip(line.text, room), self._look("muted"))
            return Strip([heading, rest]).adjust_cell_length(width, self._look(""))
        style = self._look("" if not here else "cursor" if self.has_focus else "resting")
        named = style if here else self._look("label")
        text = style if here or entry.tone != "muted" else self._look("muted")
        sign = mark("here") if here and line.label else " "
        drawn = [Segment(f"{sign} ", style), Segment(fit(line.label, self._label), named)]
        return Strip([*drawn, Segment("  " + line.text, text)]).adjust_cell_length(width, style)

    def on_focus(self) -> None:
        """Show the highlight as the live one."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the highlight as resting."""
        self.refresh()
