"""What stands within a Word paragraph: words and their looks, marks of comments, notes, changes."""

from cartui.exchange.papers.changes_read import KINDS
from cartui.exchange.papers.lines import PLAIN, Line, Look
from cartui.exchange.papers.word_parts import word
from cartui.exchange.papers.word_reading import ENDNOTE, FOOTNOTE, WordReading
from cartui.exchange.papers.xml import Element, attribute, child, children, local

COMMENT_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))
AROUND = frozenset(
    ("sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase")
)
"""Elements that matter only for what is in them."""
_NOTES = {"footnoteReference": FOOTNOTE, "endnoteReference": ENDNOTE}
_SAYS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off"))
_PRIVATE_USE = range(0xE000, 0xF900)


class WordRuns:
    """Reads one paragraph into a line. Text boxes in it are put into `boxes`, to follow it."""

    def __init__(self, reading: WordReading, line: Line) -> None:
        self._reading = reading
        self._line = line
        self._link = ""
        self.boxes: list[Element] = []

    def read(self, element: Element) -> None:
        """Read all that stands in an element."""
        for each in children(element):
            name = word(each)
            if name == "r":
                self._run(each)
            elif name in KINDS:
                self._change(KINDS[name], each)
            elif name in COMMENT_MARKS:
                self._reading.comment(each, self._line)
            elif name == "hyperlink":
                self._linked(each)
            elif name in AROUND:
                self.read(each)
            elif name in (":oMath", ":oMathPara"):
                formula = "".join(e.text or "" for e in each.iter() if word(e) == ":t")
                self._reading.show(formula, self._line)
            elif name == ":AlternateContent":
                self.read(chosen(each))

    def _change(self, kind: str, element: Element) -> None:
        author, date = attribute(element, "author"), attribute(element, "date")
        number = self._reading.changes.begin(kind, author, date, self._line)
        self.read(element)
        self._reading.changes.end(number, self._line)

    def _linked(self, element: Element) -> None:
        before, self._link = self._link, self._reading.links.get(attribute(element, "id"), "")
        self.read(element)
        self._link = before

    # --- within a run

    def _run(self, run: Element) -> None:
        reading, line = self._reading, self._line
        look = Look(link=self._link) if self._link else _look(run)
        for each in children(run):
            name = word(each)
            if name in ("t", "delText"):
                reading.say(each.text or "", line, look, deleted=name == "delText")
            elif name in _SAYS:
                reading.say(_SAYS[name], line, look)
            elif name in ("br", "cr"):
                reading.break_line(line, shown=attribute(each, "type") not in ("page", "column"))
            elif name in COMMENT_MARKS:
                self._reading.comment(each, self._line)
            else:
                self._other(name, each)

    def _other(self, name: str, element: Element) -> None:
        if name in _NOTES:
            kind, note = _NOTES[name], attribute(element, "id")
            if note in self._reading.notes[kind]:
                self._reading.note(kind, note, self._line)
        elif name == "sym":
            self._reading.show(_symbol(attribute(element, "char")), self._line)
        elif name in ("drawing", "pict", "object"):
            self._drawing(element)
        elif name == ":AlternateContent":
            for each in children(chosen(element)):
                self._other(word(each), each)
        elif name in AROUND:
            self.read(element)

    def _drawing(self, element: Element) -> None:
        boxes = [each for each in element.iter() if word(each) == "txbxContent"]
        self.boxes += [each for each in boxes if not _is_within(each, boxes)]
        if not boxes:
            shown = (attribute(e, "descr") for e in element.iter() if local(e) == "docPr")
            described = " ".join(next(shown, "").split())
            picture = f"[picture: {described}]" if described else "[picture]"
            self._reading.show(picture, self._line)


def chosen(alternates: Element) -> Element:
    """Return one of the forms in which the same thing is written: they repeat one another."""
    found = [each for each in children(alternates) if local(each) in ("Choice", "Fallback")]
    return next((each for each in found if len(each)), alternates)


def _is_within(element: Element, others: list[Element]) -> bool:
    return any(above in others for above in element.iterancestors())


def _look(run: Element) -> Look:
    own = child(run, "rPr")
    if own is None:
        return PLAIN
    style = child(own, "rStyle")
    named = attribute(style, "val").casefold() if style is not None else ""
    bold = _is_on(own, "b", otherwise=named == "strong")
    italic = _is_on(own, "i", otherwise=named == "emphasis")
    return Look(bold=bold, italic=italic) if bold or italic else PLAIN


def _is_on(properties: Element, name: str, *, otherwise: bool) -> bool:
    found = child(properties, name)
    return otherwise if found is None else attribute(found, "val", "1").lower() not in _OFF


def _symbol(code: str) -> str:
    """Return a letter by its number in hexadecimal; a box for what only its own font can show."""
    try:
        number = int(code, 16)
        return "\N{WHITE SQUARE}" if number in _PRIVATE_USE else chr(number)
    except (ValueError, OverflowError):
        return ""
