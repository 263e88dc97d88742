"""What is gathered while a paper is read, of whichever kind: passages, changes, labels of notes."""

from cartui.exchange.papers.changes_read import Changes
from cartui.exchange.papers.lines import MARK, PLAIN, Line, Look, Spot
from cartui.exchange.papers.passages_read import Passages


class Reading:
    """The words of one paper as they come, and who says what of which."""

    def __init__(self) -> None:
        self.passages = Passages()
        self.changes = Changes()
        self._labels: dict[tuple[str, str], str] = {}
        self._waiting: list[Spot] = []
        self._last: Line | None = None

    # --- words

    def begin_line(self, line: Line) -> None:
        """A paragraph begins: what was waiting for it stands at its beginning."""
        self.passages.begin_paragraph()
        for spot in self._waiting:
            line.spot(spot)
        self._waiting = []
        self._last = line

    def say(self, words: str, line: Line, look: Look = PLAIN, *, deleted: bool = False) -> None:
        """Words of the paper: kept if nobody took them out."""
        deleted = deleted or self.changes.deleting
        self.changes.write(words)
        self.passages.write(words, deleted=deleted)
        if not deleted:
            line.write(words, look)

    def show(self, words: str, line: Line, look: Look = PLAIN) -> None:
        """What stands in the text but is no letter of it: a picture, a formula, a note's mark."""
        if not self.changes.deleting:
            line.write(words, look)

    def break_line(self, line: Line, *, shown: bool = True) -> None:
        """A line ends within a paragraph; unless `shown` it is a page or a column that ends."""
        self.passages.write("\n", deleted=self.changes.deleting)
        if shown and not self.changes.deleting:
            line.break_here()

    # --- comments

    def comment_starts(self, comment: str, line: Line | None) -> None:
        """A comment's passage begins here; without a line, with the next paragraph."""
        self.passages.start(comment)
        self._spot(Spot(f"comment {comment}", "start"), line)

    def comment_ends(self, comment: str, line: Line | None) -> None:
        """A comment's passage ends here; without a line, with the last paragraph."""
        self.passages.end(comment)
        self._spot(Spot(f"comment {comment}", "end"), line or self._last)

    def comment_stands(self, comment: str, line: Line | None) -> None:
        """The mark of a comment stands here."""
        self.passages.referenced.add(comment)
        self._spot(Spot(f"comment {comment}"), line)

    def _spot(self, spot: Spot, line: Line | None) -> None:
        keep = self._waiting.append if line is None else line.spot
        keep(spot)

    # --- notes

    def note(self, kind: str, note: str, line: Line) -> None:
        """The mark of a footnote or an endnote stands here; they are counted together."""
        if not self.changes.deleting:
            label = self._labels.setdefault((kind, note), str(len(self._labels) + 1))
            line.write(f"[^{label}]", MARK)

    @property
    def noted(self) -> list[tuple[str, str, str]]:
        """The label, kind and id of each note that the text refers to, in that order."""
        return [(label, kind, note) for (kind, note), label in self._labels.items()]
