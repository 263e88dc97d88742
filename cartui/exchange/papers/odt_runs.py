"""What stands within a paragraph of an OpenDocument text: words and looks, comments, changes."""

import re

from cartui.exchange.papers.lines import PLAIN, Line, Look
from cartui.exchange.papers.odt_reading import OdtReading, paragraph_text
from cartui.exchange.papers.xml import Element, attribute, local

_BLANKS = re.compile(r"[ \t\r\n]+")
_LEFT_OUT = frozenset(("note-citation", "ruby-text", "tracked-changes", "script"))
_SPACES = frozenset(("s", "tab"))


class OdtRuns:
    """Reads one paragraph into a line. Text boxes in it are put into `boxes`, to follow it."""

    def __init__(self, reading: OdtReading, line: Line) -> None:
        self._reading = reading
        self._line = line
        self.boxes: list[Element] = []

    def read(self, element: Element, look: Look = PLAIN) -> None:
        """Read all that stands in an element, in this look."""
        self._say(element.text, look)
        for each in element:
            if isinstance(each.tag, str):
                self._inside(local(each), each, look)
            self._say(each.tail, look)

    def read_one(self, element: Element) -> None:
        """Read an element that stands between two paragraphs."""
        self._inside(local(element), element, PLAIN)

    def _say(self, words: str | None, look: Look) -> None:
        if words:
            self._reading.say(_BLANKS.sub(" ", words), self._line, look)

    def _inside(self, name: str, element: Element, look: Look) -> None:
        reading, line = self._reading, self._line
        if name == "span":
            self.read(element, look if look.link else reading.styles.look(_style(element)))
        elif name == "a":
            self.read(element, Look(link=attribute(element, "href")))
        elif name in _SPACES:
            reading.say(paragraph_text(element), line, look)
        elif name == "line-break":
            reading.break_line(line)
        elif name == "annotation":
            reading.annotation(element, line)
        elif name == "annotation-end":
            reading.comment_ends(attribute(element, "name"), line)
        elif name == "note":
            reading.keep_note(element, line)
        elif name in ("change-start", "change-end", "change"):
            self._change(name, element)
        elif name in ("frame", "custom-shape", "rect"):
            self._drawing(element)
        elif name not in _LEFT_OUT:
            self.read(element, look)

    def _change(self, name: str, element: Element) -> None:
        """Words were put in or taken out here; the file keeps what was taken out apart."""
        if name == "change-start":
            self._reading.insertion_begins(element, self._line)
        elif name == "change-end":
            self._reading.insertion_ends(element, self._line)
        else:
            kind, author, date, deleted = self._reading.regions.get(
                attribute(element, "change-id"), ("", "", "", None)
            )
            if deleted is not None:
                number = self._reading.changes.begin(kind, author, date, self._line)
                self._deleted(deleted)
                self._reading.changes.end(number, self._line)

    def _deleted(self, element: Element) -> None:
        words = [each for each in element.iter() if local(each) in ("p", "h")]
        for at, each in enumerate(words):
            if at:
                self._reading.break_line(self._line)
                self._reading.changes.write("\n")
            self.read(each)

    def _drawing(self, element: Element) -> None:
        boxes = [each for each in element.iter() if local(each) == "text-box"]
        if boxes or local(element) != "frame":
            self.boxes.append(boxes[0] if boxes else element)
            return
        shown = (each.text for each in element.iter() if local(each) in ("desc", "title"))
        described = " ".join((next(shown, "") or "").split())
        picture = f"[picture: {described}]" if described else "[picture]"
        self._reading.show(picture, self._line)


def _style(element: Element) -> str:
    return attribute(element, "style-name")
