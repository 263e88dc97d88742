"""A text read once for comparing: its words, where they stand, and the units they form."""

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise

from msgspec import Struct

from cartui.anchoring.units import unit_starts
from cartui.anchoring.words import word_spans

Span = tuple[int, int]
"""From the first (counted) to the last (not counted)."""


class Prose(Struct, frozen=True):
    """A text with its words. `keys` are the words as they are compared; offsets count raw
    characters. `units` are sentences, headings, items and the like, as spans of words.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    units: tuple[Span, ...]

    def words(self, span: Span) -> tuple[str, ...]:
        """Return the words of a span as they are compared."""
        return self.keys[span[0] : span[1]]

    def touched(self, passage: Span) -> Span:
        """Return the words that a passage of characters touches."""
        return bisect_right(self.ends, passage[0]), bisect_left(self.starts, passage[1])

    def between(self, word: int) -> str:
        """Return what stands between a word and the one before it."""
        before = self.ends[word - 1] if word else 0
        return self.text[before : self.starts[word] if word < len(self.starts) else None]


def read(text: str) -> Prose:
    """Return a text read for comparing, in time in proportion to its length."""
    spans = word_spans(text)
    starts = tuple(start for start, _ in spans)
    cuts = unit_starts(text, starts)
    return Prose(
        text=text,
        starts=starts,
        ends=tuple(end for _, end in spans),
        keys=tuple(_key(text[start:end]) for start, end in spans),
        units=tuple(pairwise(cuts)),
    )


def _key(word: str) -> str:
    """Return a word without the differences that do not count: case, and how accents are kept."""
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
