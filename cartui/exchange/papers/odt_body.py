"""The blocks of an OpenDocument text: one walk over paragraphs, headings, lists and tables."""

from collections.abc import Iterator, Sequence

from cartui.exchange.papers.lines import Line
from cartui.exchange.papers.odt_reading import OdtReading
from cartui.exchange.papers.odt_runs import OdtRuns
from cartui.exchange.papers.page import Table, Worded, lines_in
from cartui.exchange.papers.xml import Element, attribute, children, local

AROUND = frozenset(
    ("section", "index-body", "table-of-content", "illustration-index", "alphabetical-index")
)
_ROWS_AROUND = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_WIDEST = 64
_DEEPEST_HEADING = 6


class OdtBody:
    """Reads what holds paragraphs into `blocks`: the body, a cell, a text box, a note."""

    def __init__(self, reading: OdtReading) -> None:
        self._reading = reading
        self.blocks: list[Worded | Table] = []

    def read(self, holder: Element) -> None:
        """Read the blocks within an element."""
        for each in children(holder):
            name = local(each)
            if name in ("p", "h"):
                self._paragraph(each)
            elif name == "list":
                self._list(each, depth=0, style=attribute(each, "style-name"))
            elif name == "table":
                self.blocks.append(Table([list(self._row(row)) for row in _rows(each)]))
            elif name in AROUND:
                self.read(each)
            elif name in ("frame", "change", "change-start", "change-end", "annotation-end"):
                self._between(each)

    def _between(self, element: Element) -> None:
        """What stands between two paragraphs makes a line of its own, mostly without words."""
        line = Line()
        runs = OdtRuns(self._reading, line)
        runs.read_one(element)
        self.blocks.append(Worded(line=line))
        for box in runs.boxes:
            self.read(box)

    def _paragraph(self, paragraph: Element, item: tuple[int, str] | None = None) -> None:
        line = Line()
        self._reading.begin_line(line)
        self._reading.changes.begin_paragraph()
        runs = OdtRuns(self._reading, line)
        runs.read(paragraph)
        self._reading.passages.end_paragraph()
        self.blocks.append(self._block(paragraph, line, item))
        for box in runs.boxes:
            self.read(box)

    def _block(self, paragraph: Element, line: Line, item: tuple[int, str] | None) -> Worded:
        style, level = attribute(paragraph, "style-name"), attribute(paragraph, "outline-level")
        if local(paragraph) == "h":
            deep = min(max(int(level), 1), _DEEPEST_HEADING) if level.isdecimal() else 1
            return Worded(line=line, kind="heading", level=deep)
        if self._reading.styles.is_title(style):
            return Worded(line=line, kind="heading", level=1)
        if item is not None:
            return Worded(line=line, kind="item", level=item[0], mark=item[1])
        return Worded(line=line)

    def _list(self, element: Element, depth: int, style: str) -> None:
        style = attribute(element, "style-name") or style
        first = number = self._reading.styles.first_mark(style, depth)
        for each in children(element):
            if local(each) in ("list-item", "list-header"):
                mark = f"{number}." if first else "-"
                number += self._list_entry(each, depth, style, mark)

    def _list_entry(self, element: Element, depth: int, style: str, mark: str) -> bool:
        """Read one item; whether it took its mark, as one with a list alone does not."""
        took = False
        for each in children(element):
            if local(each) in ("p", "h"):
                self._paragraph(each, (depth, mark) if not took else None)
                took = True
            elif local(each) == "list":
                self._list(each, depth + 1, style)
        return took

    def _row(self, row: Element) -> Iterator[Sequence[Line]]:
        """Yield the lines of each cell; a cell that stands for several is not repeated."""
        for cell in children(row):
            if local(cell) in ("table-cell", "covered-table-cell"):
                inner = OdtBody(self._reading)
                inner.read(cell)
                yield list(lines_in(inner.blocks))
                times = attribute(cell, "number-columns-repeated")
                yield from ([] for _ in range(1, _times(times)))


def _times(number: str) -> int:
    return min(int(number), _WIDEST) if number.isdecimal() else 1


def _rows(holder: Element) -> Iterator[Element]:
    for each in children(holder):
        if local(each) == "table-row":
            yield each
        elif local(each) in _ROWS_AROUND:
            yield from _rows(each)
