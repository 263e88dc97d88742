"""OpenDocument texts (.odt): text, comments, tracked changes and notes, in one walk."""

from collections.abc import Iterator

from msgspec.structs import replace

from cartui.exchange.papers.found import Paper, PaperCounts
from cartui.exchange.papers.odt_body import OdtBody
from cartui.exchange.papers.odt_reading import OdtReading
from cartui.exchange.papers.odt_styles import OdtStyles
from cartui.exchange.papers.page import Page, Worded, lines_in
from cartui.exchange.papers.placing import placed
from cartui.exchange.papers.xml import Element, attribute, child, local, tree
from cartui.exchange.papers.zipped import Zipped, broken, locked, not_a_text

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


def read_odt(zipped: Zipped) -> Paper:
    """Return what stands in an OpenDocument text. Raises Unreadable, never half of it."""
    if b"encryption-data" in zipped.read(_MANIFEST):
        raise locked()
    if not (raw := zipped.read(CONTENT)):
        raise broken()
    content = tree(raw)
    body = child(content, "body")
    text = child(body, "text") if body is not None else None
    if text is None:
        raise not_a_text()
    named = zipped.read("styles.xml")
    reading = OdtReading(text, OdtStyles(content, tree(named) if named else None))
    return _paper(text, reading)


def _paper(text: Element, reading: OdtReading) -> Paper:
    page, main = Page(), OdtBody(reading)
    main.read(text)
    for block in (*main.blocks, *_notes(reading)):
        page.put(block)
    whole = page.ended()
    reading.passages.refuse_bombs()
    comments = [placed(each, reading, page) for each in reading.comments]
    names = {each.id for each in comments}
    return Paper(
        text=whole,
        comments=tuple(
            each if each.parent in names else replace(each, parent=None) for each in comments
        ),
        changes=reading.changes.ended(page.spots),
        counts=_counts(text, reading),
    )


def _notes(reading: OdtReading) -> Iterator[Worded]:
    """Yield the notes; a note's later paragraphs are paragraphs."""
    read = 0
    while read < len(reading.noted):
        label, _, note = reading.noted[read]
        body = OdtBody(reading)
        inner = child(reading.notes[note], "note-body")
        if inner is not None:
            body.read(inner)
        for at, line in enumerate(lines_in(body.blocks)):
            yield Worded(line=line, kind="note" if at == 0 else "paragraph", mark=label)
        read += 1


def _counts(text: Element, reading: OdtReading) -> PaperCounts:
    """Count what there is, wherever it stands in the text."""
    found = [(local(each), each) for each in text.iter() if isinstance(each.tag, str)]
    names = [name for name, _ in found]
    notes = [attribute(each, "note-class") for name, each in found if name == "note"]
    titles = (attribute(each, "style-name") for name, each in found if name == "p")
    return PaperCounts(
        headings=names.count("h") + sum(map(reading.styles.is_title, titles)),
        lists=names.count("list-item"),
        tables=names.count("table"),
        paragraphs=names.count("p") + names.count("h"),
        footnotes=notes.count("footnote"),
        endnotes=notes.count("endnote"),
    )
