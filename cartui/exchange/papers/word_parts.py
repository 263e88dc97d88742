"""The parts of a Word file, found by what they are to one another and never by their path."""

from posixpath import dirname, join

from msgspec import Struct

from cartui.exchange.papers.xml import Element, attribute, children, local, namespace, tree
from cartui.exchange.papers.zipped import Zipped, not_a_text

WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
"""The namespace of Word's own elements: as Word writes it, and in the strict form."""


class Relation(Struct, frozen=True):
    """What one part is to another: `kind` is the last word of its type, `target` a member."""

    id: str
    kind: str
    target: str
    outside: bool


class WordParts:
    """The document and the parts beside it."""

    def __init__(self, zipped: Zipped) -> None:
        """Find the document. Raises Unreadable if it is another kind of file."""
        self._zipped = zipped
        names = [each.target for each in self._relations("") if each.kind == "officeDocument"]
        self._name = next((name for name in names if name in zipped), "")
        if not self._name:
            raise not_a_text()
        self.document = tree(zipped.read(self._name))
        if word(self.document) != "document":
            raise not_a_text()
        self._beside = self._relations(self._name)

    @property
    def links(self) -> dict[str, str]:
        """The addresses of links by their ids."""
        return {e.id: e.target for e in self._beside if e.kind == "hyperlink" and e.outside}

    def part(self, kind: str) -> Element | None:
        """Return the root of a part beside the document: comments, styles, footnotes ..."""
        for each in self._beside:
            if each.kind == kind and not each.outside and each.target in self._zipped:
                return tree(self._zipped.read(each.target))
        return None

    def _relations(self, name: str) -> list[Relation]:
        folder, _, file = name.rpartition("/")
        raw = self._zipped.read(join(folder, "_rels", f"{file}.rels"))
        return [_relation(each, dirname(name)) for each in children(tree(raw))] if raw else []


def word(element: Element) -> str:
    """Return the name of one of Word's own elements; of others with a colon before it."""
    if namespace(element) in WORD:
        return local(element)
    return f":{local(element)}"


def _relation(element: Element, folder: str) -> Relation:
    target, outside = attribute(element, "Target"), attribute(element, "TargetMode") == "External"
    return Relation(
        id=attribute(element, "Id"),
        kind=attribute(element, "Type").rpartition("/")[2],
        target=target if outside or target.startswith("/") else join(folder, target),
        outside=outside,
    )
