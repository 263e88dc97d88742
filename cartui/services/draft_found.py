"""What a draft's file holds, counted: for previews, before anything is written."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.draft_files import DraftFile
from cartui.exchange.draft_text import word_count
from cartui.exchange.markdown_blocks import blocks
from cartui.exchange.papers.found import PaperCounts


class FoundComment(Struct, frozen=True, kw_only=True):
    """A comment or a reply as the file has it. `parent` is the id of the one it answers.

    `anchored_text` leaves out what was deleted; it is None where the comment has no passage.
    """

    id: str
    author: str
    initials: str = ""
    date: str = ""
    text: str = ""
    anchored_text: str | None = None
    referenced: bool = True
    parent: str | None = None
    resolved: bool = False


class FoundChange(Struct, frozen=True, kw_only=True):
    """A tracked change: insertion, deletion, moved here, moved away."""

    kind: str
    author: str
    date: str
    text: str


class Found(Struct, frozen=True, kw_only=True):
    """What is in a file. The figures count insertions and deletions that hold text."""

    file: str
    comments: tuple[FoundComment, ...]
    changes: tuple[FoundChange, ...]
    authors: tuple[str, ...]
    revision_authors: tuple[str, ...]
    counts: PaperCounts
    n_words: int
    n_comments: int
    n_replies: int
    n_resolved: int
    n_anchored: int
    n_insertions: int
    n_deletions: int
    n_headings: int
    n_list_paras: int
    n_tables: int
    n_footnotes: int
    n_paragraphs: int


def found_in(file: DraftFile) -> Found:
    """Return what a file holds."""
    comments = tuple(_comments(file))
    changes = tuple(_changes(file))
    kinds = [each.kind for each in changes]
    return Found(
        file=file.source,
        comments=comments,
        changes=changes,
        authors=tuple(sorted({each.author for each in comments} - {""})),
        revision_authors=tuple(sorted({each.author for each in changes} - {""})),
        n_words=word_count(file.text),
        n_comments=len(comments),
        n_replies=sum(each.parent is not None for each in comments),
        n_resolved=sum(each.resolved for each in comments),
        n_anchored=sum(bool(each.anchored_text) for each in comments),
        n_insertions=kinds.count("insertion"),
        n_deletions=kinds.count("deletion"),
        counts=(counts := _counts(file)),
        n_headings=counts.headings,
        n_list_paras=counts.lists,
        n_tables=counts.tables,
        n_footnotes=counts.footnotes,
        n_paragraphs=counts.paragraphs,
    )


def _comments(file: DraftFile) -> Iterator[FoundComment]:
    if file.paper is not None:
        names = FoundComment.__struct_fields__
        for each in file.paper.comments:
            yield FoundComment(**{name: getattr(each, name) for name in names})
        return
    for number, said in enumerate(file.comments, 1):
        passage = file.text[said.start : said.end] or None
        yield FoundComment(id=str(number), author=said.name, text=said.text, anchored_text=passage)


def _changes(file: DraftFile) -> Iterator[FoundChange]:
    for each in file.paper.changes if file.paper is not None else ():
        yield FoundChange(kind=each.kind, author=each.author, date=each.date, text=each.text)


def _counts(file: DraftFile) -> PaperCounts:
    if file.paper is not None:
        return file.paper.counts
    kinds = [each.kind for each in blocks(file.text)]
    return PaperCounts(
        headings=kinds.count("heading"),
        lists=kinds.count("item"),
        tables=kinds.count("table"),
        paragraphs=len(kinds),
    )
