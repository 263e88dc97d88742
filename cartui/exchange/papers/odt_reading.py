"""What is known while an OpenDocument text is read: styles, comments, tracked changes, notes."""

from cartui.exchange.papers.found import DELETION, INSERTION, PaperComment
from cartui.exchange.papers.lines import Line
from cartui.exchange.papers.odt_styles import OdtStyles
from cartui.exchange.papers.reading import Reading
from cartui.exchange.papers.xml import Element, attribute, child, children, local

_YES = "true"


class OdtReading(Reading):
    """The comments of one file as they are met, and what its changes are."""

    def __init__(self, body: Element, styles: OdtStyles) -> None:
        super().__init__()
        self.styles = styles
        self.comments: list[PaperComment] = []
        self.notes: dict[str, Element] = {}
        self.regions = dict(_regions(body))
        self._inserting: dict[str, int] = {}
        self._ended = {attribute(e, "name") for e in body.iter() if local(e) == "annotation-end"}

    def annotation(self, element: Element, line: Line | None) -> None:
        """A comment stands here; it has a passage if its end stands somewhere too."""
        name = attribute(element, "name")
        comment = _comment(element, name or f"comment-{len(self.comments) + 1}")
        self.comments.append(comment)
        if name in self._ended:
            self.comment_starts(comment.id, line)
        self.comment_stands(comment.id, line)

    def insertion_begins(self, element: Element, line: Line) -> None:
        """Words that somebody put in begin here."""
        change = attribute(element, "change-id")
        kind, author, date, _ = self.regions.get(change, _NOTHING)
        if kind == INSERTION and change not in self._inserting:
            self._inserting[change] = self.changes.begin(kind, author, date, line)

    def insertion_ends(self, element: Element, line: Line) -> None:
        """They end here."""
        number = self._inserting.pop(attribute(element, "change-id"), None)
        if number is not None:
            self.changes.end(number, line)

    def keep_note(self, element: Element, line: Line) -> None:
        """A footnote or an endnote stands here."""
        note = f"{len(self.notes)}"
        self.notes[note] = element
        self.note(attribute(element, "note-class"), note, line)


_Region = tuple[str, str, str, Element | None]
_NOTHING: _Region = ("", "", "", None)


def _regions(body: Element) -> list[tuple[str, _Region]]:
    """Return the tracked changes by id: kind, author, date, and what was deleted."""
    found: list[tuple[str, _Region]] = []
    for region in body.iter():
        if local(region) != "changed-region":
            continue
        for each in children(region):
            kind = {"insertion": INSERTION, "deletion": DELETION}.get(local(each), "")
            about = child(each, "change-info")
            if kind and about is not None:
                said = kind, _text(about, "creator"), _text(about, "date"), each
                found.append((attribute(region, "id"), said))
    return found


def _comment(element: Element, id_: str) -> PaperComment:
    """Return a comment as it stands in the text. What it answers is its parent's name."""
    paragraphs = [each for each in element.iter() if local(each) in ("p", "h")]
    return PaperComment(
        id=id_,
        author=_text(element, "creator"),
        initials=_text(element, "creator-initials") or _text(element, "sender-initials"),
        date=_text(element, "date"),
        text="\n".join(paragraph_text(each) for each in paragraphs).strip(),
        parent=attribute(element, "parent-name") or None,
        resolved=attribute(element, "resolved") == _YES,
    )


def _text(element: Element, name: str) -> str:
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def paragraph_text(element: Element) -> str:
    """Return the words of a paragraph; blanks, tabs and line ends are elements of their own."""
    said = [_SAYS.get(local(element), "") * _times(element), element.text or ""]
    for each in element:
        said += [paragraph_text(each) if isinstance(each.tag, str) else "", each.tail or ""]
    return "".join(said)


def _times(element: Element) -> int:
    count = attribute(element, "c", "1")
    return min(int(count), 1000) if count.isdecimal() else 1


_SAYS = {"s": " ", "tab": "\t", "line-break": "\n"}
