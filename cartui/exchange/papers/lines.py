"""A paragraph of a paper on its way to Markdown: its words, their looks, the spots in between."""

import re
import unicodedata

from msgspec import Struct

from cartui.model.text import inert

_BLANKS = re.compile(r"[\t\r\n\u2028\u2029]")
_ZERO_WIDTH = "\ufeff"


class Spot(Struct, frozen=True):
    """Where something begins ("start"), ends ("end") or stands ("at"): a comment, a change."""

    of: str
    side: str = "at"


class Look(Struct, frozen=True):
    """How words look. `as_is` are marks of our own, as `[^1]`; `link` is an address."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    as_is: bool = False


PLAIN = Look()
MARK = Look(as_is=True)


class Line:
    """Words as they are read. A line end in them is one that somebody meant."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.spots: list[tuple[int, Spot]] = []
        self.looks: list[tuple[int, int, Look]] = []

    def write(self, words: str, look: Look = PLAIN) -> None:
        """Add words. Tabs and line ends in them are blanks; nothing a terminal obeys is left."""
        words = inert(_BLANKS.sub(" ", words).replace(_ZERO_WIDTH, ""))
        self._add(words)
        if words and look != PLAIN:
            self._dress(self.length - len(words), self.length, look)

    def break_here(self) -> None:
        """Begin another line within the paragraph."""
        self._add("\n")

    def spot(self, spot: Spot) -> None:
        """Remember that something begins, ends or stands here."""
        self.spots.append((self.length, spot))

    @property
    def text(self) -> str:
        """All words, as they were written."""
        return "".join(self._parts)

    def _add(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self.length += len(words)

    def _dress(self, start: int, end: int, look: Look) -> None:
        """Note a look; words that go on in the same one are one stretch."""
        if self.looks and not look.as_is:
            first, last, before = self.looks[-1]
            if last == start and before == look:
                self.looks[-1] = (first, end, look)
                return
        self.looks.append((start, end, look))


class Composed(Struct, frozen=True):
    """A line's words as they are kept (NFC, no blanks at the edges), with spots and looks moved."""

    text: str
    spots: tuple[tuple[int, Spot], ...]
    looks: tuple[tuple[int, int, Look], ...]


def composed(line: Line, *, breaks: bool = True) -> Composed:
    """Return a line as it is kept; without `breaks` each line end is a blank."""
    text = line.text if breaks else line.text.replace("\n", " ")
    cuts = [at for at, _ in line.spots] + [at for look in line.looks for at in look[:2]]
    places, text = _normalised(text, cuts)
    begin = len(text) - len(text.lstrip())
    kept = text.strip()

    def moved(at: int) -> int:
        return min(max(places.get(at, at) - begin, 0), len(kept))

    return Composed(
        text=kept,
        spots=tuple((moved(at), spot) for at, spot in line.spots),
        looks=tuple((moved(a), moved(b), look) for a, b, look in line.looks),
    )


def _normalised(text: str, cuts: list[int]) -> tuple[dict[int, int], str]:
    """Return where each cut is in the text's NFC form, and that form."""
    if unicodedata.is_normalized("NFC", text):
        return {}, text
    whole = unicodedata.normalize("NFC", text)
    places = {at: len(unicodedata.normalize("NFC", text[:at])) for at in set(cuts)}
    return {at: min(place, len(whole)) for at, place in places.items()}, whole
