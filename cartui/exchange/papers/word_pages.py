"""Markdown blocks as paragraphs of a Word file: headings, lists, tables, bold and italics."""

import re
from collections.abc import Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from cartui.exchange.markdown_blocks import Block
from cartui.exchange.shown_letters import Letter, shown_letters, shown_rows

_DEEPEST_LIST = 3
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Written:
    """The runs of a Word file, and where each stands in the whole raw text."""

    def __init__(self, document: Document, cuts: Sequence[int]) -> None:
        """Write into a document. Runs end at `cuts`, so that a passage is a number of runs."""
        self._document = document
        self._cuts = frozenset(cuts)
        self.runs: list[tuple[int, int, Run]] = []

    def block(self, block: Block) -> None:
        """Write one block."""
        letters = list(shown_letters(block))
        if block.kind == "table":
            self._table(block)
        elif block.kind == "heading":
            paragraph = self._document.add_heading("", min(block.level, 9))
            self._fill(paragraph, block.start, letters)
        else:
            paragraph = self._document.add_paragraph("", self._style(block))
            self._fill(paragraph, block.start, letters)

    def between(self, start: int, end: int) -> list[Run]:
        """Return the runs of a passage of the whole text."""
        return [run for first, last, run in self.runs if first >= start and last <= end]

    def _style(self, block: Block) -> str:
        if block.kind == "item":
            deep = min(max(block.level, 1), _DEEPEST_LIST)
            name = "List Number" if block.mark[:1].isdigit() else "List Bullet"
            return name if deep == 1 else f"{name} {deep}"
        return "Quote" if block.kind == "quote" else "Normal"

    def _fill(self, paragraph: Paragraph, at: int, letters: Sequence[Letter]) -> None:
        """Write letters into a paragraph, a run for each stretch of one style between cuts."""
        waiting: list[Letter] = []
        for letter in letters:
            ends = waiting and (letter[2] != waiting[-1][2] or self._is_cut(at, waiting, letter))
            if ends:
                self._run(paragraph, at, waiting)
                waiting = []
            waiting.append(letter)
        if waiting:
            self._run(paragraph, at, waiting)

    def _is_cut(self, at: int, waiting: Sequence[Letter], letter: Letter) -> bool:
        """Whether a passage begins or ends between two letters; marks may stand there too."""
        return any(at + place in self._cuts for place in range(waiting[-1][0] + 1, letter[0] + 1))

    def _run(self, paragraph: Paragraph, at: int, letters: Sequence[Letter]) -> None:
        run = paragraph.add_run(for_xml("".join(letter for _, letter, _ in letters)))
        style = letters[0][2]
        run.bold = True if "strong" in style else None
        run.italic = True if "emphasis" in style else None
        self.runs.append((at + letters[0][0], at + letters[-1][0] + 1, run))

    def _table(self, block: Block) -> None:
        rows = shown_rows(block)
        wide = max((len(row) for row in rows), default=1)
        table = self._document.add_table(len(rows), wide, "Table Grid")
        for at, row in enumerate(rows):
            cells = table.rows[at].cells
            for cell, letters in zip(cells, row, strict=False):
                self._fill(cell.paragraphs[0], block.start, letters)


def for_xml(words: str) -> str:
    """Return words without what XML cannot hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words)
