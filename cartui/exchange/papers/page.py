"""Paragraphs, headings, lists, tables and notes put together as one Markdown text."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cartui.exchange.draft_text import draft_text
from cartui.exchange.papers.lines import Line, Spot
from cartui.exchange.papers.rendered import Rendered, rendered


class Worded(Struct, frozen=True, kw_only=True):
    """A paragraph, a heading of a level, an item so deep in its list, or a note by its label."""

    line: Line
    kind: str = "paragraph"
    level: int = 0
    mark: str = ""


class Table(Struct, frozen=True):
    """Rows of cells; a cell has lines. The first row is taken for the headings."""

    rows: Sequence[Sequence[Sequence[Line]]]


def lines_in(blocks: Sequence[Worded | Table]) -> Iterator[Line]:
    """Yield the lines of blocks: a table within a cell is read out row by row."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (line for row in block.rows for cell in row for line in cell)
        else:
            yield block.line


class Page:
    """A Markdown text as it grows, and the offsets of all spots in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._lists: list[tuple[int, int]] = []
        self._waiting: list[Spot] = []
        self.spots: dict[Spot, int] = {}

    def put(self, block: Worded | Table) -> None:
        """Put a block below what is there. One without words leaves only its spots."""
        if isinstance(block, Table):
            self._table(block)
        elif block.kind == "item":
            self._list_entry(block)
        elif block.kind == "heading":
            self._block("#" * block.level + " ", rendered(block.line, heading=True))
        else:
            lead = f"[^{block.mark}]: " if block.kind == "note" else ""
            self._block(lead, rendered(block.line))

    def ended(self) -> str:
        """Return the whole text, as drafts keep it; the spots are offsets in it."""
        text = "".join(self._parts)
        for spot in self._waiting:
            self.spots.setdefault(spot, len(text))
        kept = draft_text(text)
        if kept != text:  # letters of two paragraphs' edges never meet, so this is rare
            places = {at: len(draft_text(text[:at])) for at in set(self.spots.values())}
            self.spots = {spot: places[at] for spot, at in self.spots.items()}
        return kept

    def _block(self, lead: str, words: Rendered) -> None:
        """Put one block: what leads it, its words, and the blank line above it."""
        if not words.text:
            self._keep_spots(words)
            return
        self._lists = []
        self._separate("\n\n")
        self._write(lead)
        self._write_words(words)

    def _list_entry(self, block: Worded) -> None:
        depth, before = block.level, list(self._lists)
        while before and before[-1][0] >= depth:
            before.pop()
        indent = before[-1][1] if before else 0
        lead = f"{' ' * indent}{block.mark} "
        words = rendered(block.line, indent=len(lead))
        if not words.text:
            self._keep_spots(words)
            return
        deeper = len(before) == len(self._lists)
        # A list that does not begin with 1 cannot begin right below words.
        loose = not self._lists or (deeper and block.mark[:1].isdigit() and block.mark != "1.")
        self._lists = [*before, (depth, len(lead))]
        self._separate("\n\n" if loose else "\n")
        self._write(lead)
        self._write_words(words)

    def _table(self, table: Table) -> None:
        wide = max((len(row) for row in table.rows), default=0)
        cells = [
            [[rendered(line, cell=True, header=not at) for line in cell] for cell in row]
            for at, row in enumerate(table.rows)
        ]
        words = [each for row in cells for cell in row for each in cell]
        if not any(each.text for each in words):
            self._keep_spots(*words)
            return
        self._lists = []
        self._separate("\n\n")
        for at, row in enumerate(cells):
            self._write("\n" if at else "")
            self._row(row, wide)
            if not at:
                self._write("\n|" + " --- |" * wide)

    def _row(self, row: Sequence[Sequence[Rendered]], wide: int) -> None:
        self._write("|")
        for cell in row:
            for each in cell:
                if each.text:
                    self._write(" ")
                self._write_words(each)
            self._write(" |")
        self._write(" |" * (wide - len(row)))

    def _keep_spots(self, *empty: Rendered) -> None:
        """Keep the spots of what has no words: what ends there ends with the words before it."""
        for _, spot in (each for words in empty for each in words.spots):
            if spot.side == "end":
                self.spots.setdefault(spot, self._length)
            else:
                self._waiting.append(spot)

    def _separate(self, blank: str) -> None:
        if self._length:
            self._write(blank)
        for spot in self._waiting:
            self.spots.setdefault(spot, self._length)
        self._waiting = []

    def _write_words(self, words: Rendered) -> None:
        for at, spot in words.spots:
            self.spots.setdefault(spot, self._length + at)
        self._write(words.text)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
