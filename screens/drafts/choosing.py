"""Choosing a passage word by word: where the words and sentences of a block are, and the choice.

No toolkit here. A passage is part of one block; its edges are words, never hidden markup.
"""

import re
from bisect import bisect_right

from cartui.model.passages import Passage
from screens.drafts.sheet import Line, Sheet

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_WORD = re.compile(rf"[{_CJK}]|[^\s{_CJK}]+")
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$))|[。！？]+[」』）]*")  # noqa: RUF001


class Words:
    """The words of one block as (start, end) in its own text, and where its sentences end."""

    def __init__(self, sheet: Sheet, block: int) -> None:
        text, runs = sheet.laid(block).shown.readable
        self._places = [at for at, _ in runs]
        self._raws = [raw for _, raw in runs]
        found = [hit.span() for hit in _WORD.finditer(text)]
        self.words = [(self._raw(start), self._raw(end - 1) + 1) for start, end in found]
        ends = [hit.end() for hit in _SENTENCE_END.finditer(text)]
        starts = [start for start, _ in found]
        self._firsts = sorted({0, *(bisect_right(starts, end - 1) for end in ends)})

    def _raw(self, at: int) -> int:
        run = max(0, bisect_right(self._places, at) - 1)
        return self._raws[run] + at - self._places[run]

    def at(self, raw: int) -> int:
        """Return which word stands at a place of the block, or else the one before it."""
        return max(0, bisect_right([start for start, _ in self.words], raw) - 1)

    def sentence(self, word: int) -> tuple[int, int]:
        """Return the first and the last word of the sentence that a word belongs to."""
        which = bisect_right(self._firsts, word)
        after = self._firsts[which] if which < len(self._firsts) else len(self.words)
        return self._firsts[which - 1], max(word, after - 1)


class Choosing:
    """A passage being chosen. The cursor is a word; Space has marked where the choice starts."""

    def __init__(self, sheet: Sheet, passage: Passage) -> None:
        self._sheet = sheet
        self.block = passage.block
        self._words = Words(sheet, passage.block)
        if not self._words.words:
            self._go_on(1)
        self.word = self._words.at(passage.start) if passage.block == self.block else 0
        self.start: int | None = None
        self._whole: tuple[int, int] | None = None

    @property
    def passage(self) -> Passage:
        """What would be taken now."""
        words = self._words.words
        if not words:
            return Passage(self.block, 0, len(self._sheet.blocks[self.block].text))
        first, last = self._edges()
        return Passage(self.block, words[first][0], words[last][1])

    def _edges(self) -> tuple[int, int]:
        if self._whole is not None:
            return self._whole
        start = self.word if self.start is None else self.start
        return min(start, self.word), max(start, self.word)

    @property
    def begun(self) -> bool:
        """Whether more than the word under the cursor is chosen."""
        return self.start is not None or self._whole is not None

    def mark(self) -> None:
        """Let the passage start at the cursor, or let go of what is chosen."""
        if self.begun:
            self.start = self._whole = None
        else:
            self.start = self.word

    def by_word(self, words: int) -> None:
        """Go so many words on or back; before the start is marked, into other blocks too."""
        self._drop_whole(words)
        to = self.word + words
        if 0 <= to < len(self._words.words):
            self.word = to
        elif self.start is None:
            self._go_on(1 if words > 0 else -1)
        else:
            self.word = max(0, min(to, len(self._words.words) - 1))

    def by_line(self, lines: int) -> None:
        """Go to the word that stands under or over the cursor."""
        self._drop_whole(lines)
        words = self._words.words
        raw = words[self.word][0] if words else 0
        laid = self._sheet.laid(self.block)
        shown = laid.shown.shown(raw)
        line = laid.line_of(shown)
        column = shown - laid.lines[line][0]
        place: Line = (self.block, line)
        while (on := self._sheet.step(place, lines)) != place:
            place = on
            if place[1] < len(self._sheet.laid(place[0]).lines):
                break
        if place[0] != self.block:
            if self.start is not None:
                self.word = 0 if lines < 0 else max(0, len(words) - 1)
                return
            self._enter(place[0], 0)
        self._to_column(place, column)

    def _to_column(self, place: Line, column: int) -> None:
        laid = self._sheet.laid(self.block)
        if place[1] >= len(laid.lines):
            return
        start, end = laid.lines[place[1]]
        wanted = min(start + column, end)
        places = [laid.shown.shown(start) for start, _ in self._words.words]
        here = [n for n, at in enumerate(places) if start <= at < end]
        if here:
            self.word = max((n for n in here if places[n] <= wanted), default=here[0])

    def sentence(self) -> None:
        """Take the whole sentence; pressed again, the next one too."""
        if not self._words.words:
            return
        if self._whole is None:
            first, last = self._edges()
            self._whole = self._words.sentence(first)[0], self._words.sentence(last)[1]
        else:
            first, last = self._whole
            on = min(last + 1, len(self._words.words) - 1)
            self._whole = first, self._words.sentence(on)[1]
        self.word = self._whole[1]

    def paragraph(self) -> None:
        """Take the whole paragraph."""
        if self._words.words:
            self._whole = 0, len(self._words.words) - 1
            self.word = self._whole[1]

    def _drop_whole(self, way: int) -> None:
        """Going on by words from a sentence taken whole: its far edge is where it started."""
        if self._whole is not None:
            first, last = self._whole
            self.start, self.word = (first, last) if way > 0 or first != last else (last, first)
            self._whole = None

    def _go_on(self, way: int) -> None:
        """Enter the next block that way that has words."""
        block = self.block + way
        while 0 <= block < len(self._sheet.blocks):
            if Words(self._sheet, block).words:
                self._enter(block, 0 if way > 0 else -1)
                return
            block += way

    def _enter(self, block: int, word: int) -> None:
        self.block = block
        self._words = Words(self._sheet, block)
        self.word = word if word >= 0 else max(0, len(self._words.words) - 1)
