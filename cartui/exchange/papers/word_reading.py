"""What is known while a Word file is read beside its words: styles, lists, links and notes."""

from cartui.exchange.papers.lines import Line
from cartui.exchange.papers.reading import Reading
from cartui.exchange.papers.word_lists import WordLists
from cartui.exchange.papers.word_parts import WordParts, word
from cartui.exchange.papers.word_styles import WordStyles
from cartui.exchange.papers.xml import Element, attribute, children

FOOTNOTE, ENDNOTE = "footnote", "endnote"
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class WordReading(Reading):
    """The parts of one file that its text refers to, and what was gathered so far."""

    def __init__(self, parts: WordParts) -> None:
        super().__init__()
        self.links = parts.links
        self.styles = WordStyles(parts.part("styles"))
        self.lists = WordLists(parts.part("numbering"))
        self.notes = {kind: _notes(parts.part(f"{kind}s"), kind) for kind in (FOOTNOTE, ENDNOTE)}

    def comment(self, mark: Element, line: Line | None) -> None:
        """A comment's passage begins or ends here, or its mark stands here."""
        name, comment = word(mark), attribute(mark, "id")
        if name == "commentRangeStart":
            self.comment_starts(comment, line)
        elif name == "commentRangeEnd":
            self.comment_ends(comment, line)
        else:
            self.comment_stands(comment, line)


def _notes(root: Element | None, kind: str) -> dict[str, Element]:
    """Return the notes by their ids, without the lines that part them from the text."""
    return {
        attribute(each, "id"): each
        for each in (children(root) if root is not None else ())
        if word(each) == kind and attribute(each, "type") not in _SEPARATORS
    }
