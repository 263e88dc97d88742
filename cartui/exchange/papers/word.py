"""Word files (.docx): text, comments with their threads, tracked changes, notes, in one walk."""

from collections import Counter
from collections.abc import Iterator

from cartui.exchange.papers.found import Paper, PaperCounts
from cartui.exchange.papers.page import Page, Worded, lines_in
from cartui.exchange.papers.placing import placed
from cartui.exchange.papers.word_body import WordBody
from cartui.exchange.papers.word_comments import word_comments
from cartui.exchange.papers.word_parts import WordParts, word
from cartui.exchange.papers.word_reading import ENDNOTE, FOOTNOTE, WordReading
from cartui.exchange.papers.xml import Element, attribute, child
from cartui.exchange.papers.zipped import Zipped, broken


def read_word(zipped: Zipped) -> Paper:
    """Return what stands in a Word file. Raises Unreadable with what to do, never half of it."""
    parts = WordParts(zipped)
    body = child(parts.document, "body")
    if body is None:
        raise broken()
    reading = WordReading(parts)
    page = Page()
    main = WordBody(reading)
    main.read(body)
    for block in main.ended():
        page.put(block)
    for note in _notes(reading):
        page.put(note)
    text = page.ended()
    reading.passages.refuse_bombs()
    return Paper(
        text=text,
        comments=tuple(placed(each, reading, page) for each in word_comments(parts)),
        changes=reading.changes.ended(page.spots),
        counts=_counts(body, reading),
    )


def _notes(reading: WordReading) -> Iterator[Worded]:
    """Yield the footnotes and endnotes that the text refers to; what goes on is a paragraph."""
    read = 0
    while read < len(reading.noted):  # a note may refer to another one
        label, kind, note = reading.noted[read]
        body = WordBody(reading)
        body.read(reading.notes[kind][note])
        for at, line in enumerate(lines_in(body.ended())):
            yield Worded(line=line, kind="note" if at == 0 else "paragraph", mark=label)
        read += 1


def _counts(body: Element, reading: WordReading) -> PaperCounts:
    """Count what there is, wherever it stands in the body."""
    names = Counter(word(each) for each in body.iter())
    styles = (attribute(each, "val") for each in body.iter() if word(each) == "pStyle")
    return PaperCounts(
        headings=sum(reading.styles.is_named_heading(each) for each in styles),
        lists=names["numPr"],
        tables=names["tbl"],
        paragraphs=names["p"],
        footnotes=len(reading.notes[FOOTNOTE]),
        endnotes=len(reading.notes[ENDNOTE]),
    )
