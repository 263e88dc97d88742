"""A draft with its comments as a Word file: passages exact, threads and resolved ones told."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.critic_names import CriticWords, Said
from cartui.exchange.markdown_blocks import blocks
from cartui.exchange.papers.spoken import VERDICT
from cartui.exchange.papers.word_pages import Written, for_xml

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_THREADS = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"


def word_out(
    title: str, text: str, comments: Sequence[CriticComment], words: CriticWords | None = None
) -> bytes:
    """Return a Word file of a draft and what was said of it.

    What was decided stands as the last reply, marked as a verdict by its initials. Comments on
    the whole draft have no passage and stand before its first word. `words` names lenses and
    tones, which stand before a comment's own words.
    """
    document = new_document(title)
    written = Written(document, [at for each in comments for at in (each.start, each.end)])
    for block in blocks(text):
        written.block(block)
    threads = _Threads(document, words or CriticWords())
    for each in comments:
        threads.put(each, written)
    threads.ended()
    return saved(document)


def new_document(title: str) -> Document:
    """Return an empty document with a title among its properties, and nobody as its author."""
    document = docx.Document()
    document.core_properties.title = for_xml(title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def saved(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


class _Threads:
    """The comments of a document, and which of them answer which."""

    def __init__(self, document: Document, words: CriticWords) -> None:
        self._document = document
        self._words = words
        self._told = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15})
        self._count = 0

    def put(self, comment: CriticComment, written: Written) -> None:
        """Put a comment at its passage, and its replies at the same."""
        runs = [] if comment.whole else written.between(comment.start, comment.end)
        text = comment.text
        if comment.lens or comment.tone:
            text = self._words.write(Said(text=text, lens=comment.lens, tone=comment.tone))
        first = CriticReply(text=text, name=comment.name, at=comment.at)
        at = -1 if comment.whole else comment.start
        decided = [comment.decided] if comment.decided is not None else []
        parent = ""
        for each in (first, *comment.replies, *decided):
            element = self._add(each)
            _mark(element.get(qn("w:id")), runs, self._document, written, at)
            paragraph = self._tell(element, parent, resolved=comment.resolved)
            parent = parent or paragraph

    def _add(self, said: CriticReply) -> Any:
        initials = "".join(part[0] for part in said.name.split())[:4]
        initials = VERDICT if said.verdict else initials
        text, name = for_xml(said.text), for_xml(said.name)
        made: Any = self._document.comments.add_comment(text, name, for_xml(initials))
        element = made._comment_elm
        element.date = _moment(said.at)
        return element

    def _tell(self, element: Any, parent: str, *, resolved: bool) -> str:
        """Say of a comment what it answers; return the id of its last paragraph."""
        self._count += 1
        paragraph = f"{self._count:08X}"
        element.findall(qn("w:p"))[-1].set(f"{{{_W14}}}paraId", paragraph)
        told = etree.SubElement(self._told, f"{{{_W15}}}commentEx")
        told.set(f"{{{_W15}}}paraId", paragraph)
        if parent:
            told.set(f"{{{_W15}}}paraIdParent", parent)
        told.set(f"{{{_W15}}}done", str(int(resolved)))
        return paragraph

    def ended(self) -> None:
        """Put the part about threads beside the document, if there is any comment."""
        if self._count:
            raw = etree.tostring(self._told, xml_declaration=True, encoding="UTF-8")
            name, main = PackURI("/word/commentsExtended.xml"), self._document.part
            main.relate_to(Part(name, _KIND, raw, main.package), _THREADS)


def _mark(comment: str, runs: Sequence[Run], document: Document, written: Written, at: int) -> None:
    """Mark a passage. One without a letter, as Markdown's marks alone, is an empty range where it
    stands: `at` is its place, -1 for a comment on the whole draft, whose mark has no range.
    """
    if runs:
        runs[0].mark_comment_range(runs[-1], int(comment))
        return
    mark, reference = OxmlElement("w:r"), OxmlElement("w:commentReference")
    mark.append(reference)
    bounds = (
        [] if at < 0 else [OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")]
    )
    for each in (*bounds, reference):
        each.set(qn("w:id"), comment)
    after = next((run for first, _, run in written.runs if first >= at), None)
    last = (document.paragraphs[-1:] or [document.add_paragraph()])[0]._p
    for each in (*bounds, mark):
        if after is not None:
            after._r.addprevious(each)
        else:
            last.append(each)


def _moment(at: str) -> datetime:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return datetime.now(UTC)
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
