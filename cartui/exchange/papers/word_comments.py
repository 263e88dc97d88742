"""The comments of a Word file: who said what and when, what answers what, what is resolved."""

from collections.abc import Iterator

from msgspec.structs import replace

from cartui.exchange.papers.found import PaperComment
from cartui.exchange.papers.word_parts import WordParts, word
from cartui.exchange.papers.xml import Element, attribute, children, local

_YES = frozenset(("1", "true", "on"))
_SAYS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def word_comments(parts: WordParts) -> list[PaperComment]:
    """Return all comments in the order of the file, still without their places.

    A comment is known to the part that tells threads by the `paraId` of its last paragraph. That
    part has two namespaces, one of them from before it was released, so names alone count.
    """
    root = parts.part("comments")
    if root is None:
        return []
    elements = [each for each in children(root) if word(each) == "comment"]
    by_paragraph: dict[str, str] = {}
    for each in elements:
        by_paragraph.setdefault(_last_paragraph(each), attribute(each, "id"))
    threads = dict(_threads(parts.part("commentsExtended")))
    found = []
    for each in elements:
        parent, resolved = threads.get(_last_paragraph(each), ("", False))
        answered = by_paragraph.get(parent) if parent else None
        found.append(replace(_comment(each), parent=answered, resolved=resolved))
    return found


def _comment(element: Element) -> PaperComment:
    paragraphs = [each for each in element.iter() if word(each) == "p"]
    return PaperComment(
        id=attribute(element, "id"),
        author=attribute(element, "author"),
        initials=attribute(element, "initials"),
        date=attribute(element, "date"),
        text="\n".join("".join(_words(each)) for each in paragraphs).strip(),
    )


def _words(paragraph: Element) -> Iterator[str]:
    for each in paragraph.iter():
        name = word(each)
        if name == "t":
            yield each.text or ""
        elif name in _SAYS and (above := each.getparent()) is not None and word(above) == "r":
            yield _SAYS[name]  # a tab is also what a paragraph's properties call a stop


def _last_paragraph(comment: Element) -> str:
    found = [attribute(each, "paraId") for each in comment.iter() if word(each) == "p"]
    return found[-1].upper() if found else ""


def _threads(root: Element | None) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield by paragraph what it answers ("" for nothing) and whether it is resolved."""
    for each in children(root) if root is not None else ():
        paragraph = attribute(each, "paraId").upper()
        if local(each) == "commentEx" and paragraph:
            parent = attribute(each, "paraIdParent").upper()
            yield paragraph, (parent, attribute(each, "done").lower() in _YES)
