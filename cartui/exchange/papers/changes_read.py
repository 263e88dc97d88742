"""Tracked changes as they are read: each with its words and where it begins and ends."""

from collections.abc import Mapping

from cartui.exchange.papers.found import (
    DELETION,
    INSERTION,
    MOVED_AWAY,
    MOVED_HERE,
    PaperChange,
)
from cartui.exchange.papers.lines import Line, Spot

KINDS = {"ins": INSERTION, "del": DELETION, "moveTo": MOVED_HERE, "moveFrom": MOVED_AWAY}
"""What Word calls them."""
_TAKEN = frozenset((DELETION, MOVED_AWAY))


class _Open:
    """A change that is being read."""

    def __init__(self, kind: str, author: str, date: str) -> None:
        self.kind, self.author, self.date = kind, author, date
        self.words: list[str] = []


class Changes:
    """All changes of a paper in order; `deleting` while within words that were taken out."""

    def __init__(self) -> None:
        self._all: list[_Open] = []
        self._open: list[int] = []
        self.deleting = False

    def begin(self, kind: str, author: str, date: str, line: Line) -> int:
        """A change begins here; return its number, by which it is ended."""
        number = len(self._all)
        self._open.append(number)
        line.spot(Spot(f"change {number}", "start"))
        self._all.append(_Open(kind, author, date))
        self._tell()
        return number

    def end(self, number: int, line: Line) -> None:
        """A change ends here."""
        self._open.remove(number)
        line.spot(Spot(f"change {number}", "end"))
        self._tell()

    def begin_paragraph(self) -> None:
        """A change goes on in another paragraph."""
        self.write("\n")

    def write(self, words: str) -> None:
        """Words stand here: they belong to the innermost change."""
        if self._open:
            self._all[self._open[-1]].words.append(words)

    def ended(self, spots: Mapping[Spot, int]) -> tuple[PaperChange, ...]:
        """Return the changes that hold text, with their offsets in the Markdown."""
        found = []
        for at, each in enumerate(self._all):
            start = spots.get(Spot(f"change {at}", "start"), 0)
            end = spots.get(Spot(f"change {at}", "end"), start)
            if words := "".join(each.words):
                found.append(
                    PaperChange(
                        kind=each.kind,
                        author=each.author,
                        date=each.date,
                        text=words,
                        start=min(start, end) if each.kind in _TAKEN else start,
                        end=max(start, end),
                    )
                )
        return tuple(found)

    def _tell(self) -> None:
        self.deleting = any(self._all[at].kind in _TAKEN for at in self._open)
