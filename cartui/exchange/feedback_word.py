"""The author's answer sheet as a Word file: each comment by lens, with what was decided."""

from docx.document import Document

from cartui.exchange.feedback_markdown import FeedbackPage, Saying
from cartui.exchange.papers.word_out import new_document, saved
from cartui.exchange.papers.word_pages import for_xml


def feedback_word_out(*pages: FeedbackPage) -> bytes:
    """Return the feedback on one draft or several as a Word file."""
    document = new_document(pages[0].title if len(pages) == 1 else "Feedback")
    for page in pages:
        _page(document, page)
    if not pages:
        document.add_paragraph("No group has a draft yet.")
    return saved(document)


def _page(document: Document, page: FeedbackPage) -> None:
    document.add_heading(for_xml(page.title) or "Feedback", 1)
    for line in filter(None, page.about):
        document.add_paragraph(for_xml(line))
    if not page.parts:
        document.add_paragraph("No comments yet.")
    for name, sayings in page.parts:
        document.add_heading(for_xml(f"{name} ({len(sayings)})"), 2)
        for saying in sayings:
            _saying(document, saying)


def _saying(document: Document, saying: Saying) -> None:
    document.add_paragraph(for_xml(saying.passage) or "On the whole draft.", "Quote")
    document.add_paragraph(for_xml(saying.text))
    for line in filter(None, (saying.about, saying.decided, *saying.notes)):
        document.add_paragraph(for_xml(line), "List Bullet")
