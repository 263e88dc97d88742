"""The blocks of a Word file: one walk from the first paragraph to the last, tables included."""

from collections.abc import Iterator, Sequence

from cartui.exchange.papers.changes_read import KINDS
from cartui.exchange.papers.lines import Line
from cartui.exchange.papers.page import Table, Worded, lines_in
from cartui.exchange.papers.word_parts import word
from cartui.exchange.papers.word_reading import WordReading
from cartui.exchange.papers.word_runs import AROUND, COMMENT_MARKS, WordRuns, chosen
from cartui.exchange.papers.xml import Element, attribute, child, children

_WIDEST = 64
"""How many cells may be counted for one that spans several: Word has at most 63 columns."""


class WordBody:
    """Reads what holds paragraphs into `blocks`: the body, a cell, a text box, a note."""

    def __init__(self, reading: WordReading) -> None:
        self._reading = reading
        self._joined: Line | None = None
        self.blocks: list[Worded | Table] = []

    def read(self, holder: Element) -> None:
        """Read the blocks within an element."""
        for each in children(holder):
            name = word(each)
            if name == "p":
                self._paragraph(each)
            elif name == "tbl":
                self.blocks.append(Table([list(self._row(row)) for row in _rows(each, "tr")]))
            elif name in COMMENT_MARKS:
                self._reading.comment(each, None)
            elif name in AROUND or name in KINDS:
                self.read(each)
            elif name == ":AlternateContent":
                self.read(chosen(each))

    def _paragraph(self, paragraph: Element) -> None:
        """Read a paragraph; one whose end was deleted goes on in the next."""
        line = self._joined or Line()
        self._reading.begin_line(line)
        runs = WordRuns(self._reading, line)
        runs.read(paragraph)
        self._reading.passages.end_paragraph()
        self._joined = line if _end_is_deleted(paragraph) else None
        if self._joined is None:
            self.blocks.append(self._block(paragraph, line))
        for box in runs.boxes:
            self.read(box)

    def ended(self) -> list[Worded | Table]:
        """Return all blocks, the last one even if its end was deleted."""
        if self._joined is not None:
            self.blocks.append(Worded(line=self._joined))
            self._joined = None
        return self.blocks

    def _block(self, paragraph: Element, line: Line) -> Worded:
        manner = self._reading.styles.manner(paragraph)
        if manner.heading:
            return Worded(line=line, kind="heading", level=manner.heading)
        if manner.list and line.text.strip():
            mark = self._reading.lists.mark(manner.list, manner.depth)
            return Worded(line=line, kind="item", level=manner.depth, mark=mark)
        return Worded(line=line)

    def _row(self, row: Element) -> Iterator[Sequence[Line]]:
        """Yield the lines of each cell; a cell over several columns leaves the others empty."""
        for cell in _rows(row, "tc"):
            inner = WordBody(self._reading)
            inner.read(cell)
            yield list(lines_in(inner.ended()))
            own = child(cell, "tcPr")
            span = child(own, "gridSpan") if own is not None else None
            wide = attribute(span, "val") if span is not None else ""
            yield from ([] for _ in range(1, min(int(wide), _WIDEST) if wide.isdecimal() else 1))


def _rows(holder: Element, name: str) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, whatever is put around them."""
    for each in children(holder):
        if word(each) == name:
            yield each
        elif word(each) in AROUND or word(each) in KINDS:
            yield from _rows(each, name)


def _end_is_deleted(paragraph: Element) -> bool:
    own = child(paragraph, "pPr")
    mark = child(own, "rPr") if own is not None else None
    return mark is not None and any(child(mark, name) is not None for name in ("del", "moveFrom"))
