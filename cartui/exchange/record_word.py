"""The record of a meeting as a Word file: headings and lists, nobody as its author."""

from docx.document import Document

from cartui.exchange.papers.word_out import new_document, saved
from cartui.exchange.papers.word_pages import for_xml
from cartui.exchange.record_pages import RecordPage


def record_word_out(*pages: RecordPage) -> bytes:
    """Return one record or several as a Word file."""
    document = new_document(pages[0].title if len(pages) == 1 else "Records")
    for page in pages:
        _page(document, page)
    if not pages:
        document.add_paragraph("No meeting was held yet.")
    return saved(document)


def _page(document: Document, page: RecordPage) -> None:
    document.add_heading(for_xml(page.title) or "Record", 1)
    for line in filter(None, page.about):
        document.add_paragraph(for_xml(line))
    for part in page.parts:
        document.add_heading(for_xml(part.title), 2)
        for line in part.lines:
            document.add_paragraph(for_xml(line), style="List Bullet")
        if not part.lines:
            document.add_paragraph(for_xml(part.otherwise))
