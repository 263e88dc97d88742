"""What the styles of an OpenDocument text say: bold, italics, the title, the marks of lists."""

from cartui.exchange.papers.lines import PLAIN, Look
from cartui.exchange.papers.xml import Element, attribute, child, children, local

_NUMBER = "list-level-style-number"
_LONGEST_LINE = 20
"""How many styles may stand on one another."""


class OdtStyles:
    """The styles of one file by name: its own and those its paragraphs were given by hand."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for root in roots:
            for each in root.iter() if root is not None else ():
                if local(each) == "style":
                    self._styles.setdefault(attribute(each, "name"), each)
                elif local(each) == "list-style":
                    self._lists.setdefault(attribute(each, "name"), each)

    def look(self, style: str) -> Look:
        """Return how the words of a span look."""
        weight, slant = self._says(style, "font-weight"), self._says(style, "font-style")
        look = Look(bold=weight in ("bold", "700", "800", "900"), italic=slant == "italic")
        return look if look != Look() else PLAIN

    def is_title(self, style: str) -> bool:
        """Whether a paragraph of this style is the title of the text."""
        return any(attribute(each, "name") == "Title" for each in self._line_of(style))

    def first_mark(self, style: str, depth: int) -> int:
        """Return the first number of a list at a depth (from 0); 0 for a list of bullets."""
        form = self._lists.get(style)
        for each in children(form) if form is not None else ():
            if attribute(each, "level") == str(depth + 1) and local(each) == _NUMBER:
                start = attribute(each, "start-value", "1")
                return max(1, int(start)) if start.isdecimal() else 1
        return 0

    def _says(self, style: str, name: str) -> str:
        for each in self._line_of(style):
            properties = child(each, "text-properties")
            if properties is not None and (said := attribute(properties, name)):
                return said
        return ""

    def _line_of(self, style: str) -> list[Element]:
        """Return a style and those above it, the nearest first."""
        found: list[Element] = []
        while (known := self._styles.get(style)) is not None and len(found) < _LONGEST_LINE:
            if known in found:
                break
            found.append(known)
            style = attribute(known, "parent-style-name")
        return found
