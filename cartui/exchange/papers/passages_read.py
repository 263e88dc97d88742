"""Passages of a paper as they are read: letter by letter what its comments are about."""

from cartui.exchange.papers.zipped import WHOLE, swollen


class Stream:
    """The words of a paper one after the other; paragraphs are joined by a line feed."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._new_line = False
        self._whole: str | None = None

    def write(self, words: str) -> None:
        """Add words."""
        if words:
            self._parts.append(words)
            self._length += len(words)

    def begin_paragraph(self) -> None:
        """A paragraph begins: a line feed parts it from the one before."""
        if self._new_line:
            self.write("\n")
        self._new_line = False

    def end_paragraph(self) -> None:
        """A paragraph ends; the line feed waits for another one."""
        self._new_line = True

    @property
    def here(self) -> int:
        """Where a passage ends that ends here."""
        return self._length

    @property
    def ahead(self) -> int:
        """Where a passage begins that begins here: behind the line feed that waits."""
        return self._length + self._new_line

    def between(self, start: int, end: int) -> str:
        """Return the words of a passage, once everything is read."""
        if self._whole is None or len(self._whole) != self._length:
            self._whole = "".join(self._parts)
        return self._whole[start:end]


class Passages:
    """Where each comment's passage begins and ends, with deleted words and without."""

    def __init__(self) -> None:
        self._kept, self._all = Stream(), Stream()
        self._starts: dict[str, tuple[int, int]] = {}
        self._ends: dict[str, tuple[int, int]] = {}
        self.referenced: set[str] = set()

    def write(self, words: str, *, deleted: bool = False) -> None:
        """Add words of the paper."""
        self._all.write(words)
        if not deleted:
            self._kept.write(words)

    def begin_paragraph(self) -> None:
        """A paragraph begins."""
        self._all.begin_paragraph()
        self._kept.begin_paragraph()

    def end_paragraph(self) -> None:
        """A paragraph ends."""
        self._all.end_paragraph()
        self._kept.end_paragraph()

    def start(self, comment: str) -> None:
        """The passage of a comment begins here; if it was said twice, the first holds."""
        self._starts.setdefault(comment, (self._kept.ahead, self._all.ahead))

    def end(self, comment: str) -> None:
        """The passage of a comment ends here."""
        if comment in self._starts:
            self._ends.setdefault(comment, (self._kept.here, self._all.here))

    def passage(self, comment: str) -> tuple[str | None, str]:
        """Return the words of a passage (None if it has no range), and what of it was deleted."""
        if comment not in self._starts or comment not in self._ends:
            return None, ""
        (kept, whole), (kept_end, whole_end) = self._starts[comment], self._ends[comment]
        words = self._kept.between(kept, max(kept, kept_end))
        deleted = "" if words.strip() else self._all.between(whole, max(whole, whole_end))
        return words, deleted.strip()

    def refuse_bombs(self) -> None:
        """Raise Unreadable if the passages come to more than any review could hold."""
        sums = (end - self._starts[each][0] for each, (end, _) in self._ends.items())
        if sum(sums) > 4 * WHOLE:  # a whole book with a hundred comments on all of it is less
            raise swollen()
