"""Where one passage lands: its window, its edges and the verdict on it, or the nearest place."""

from bisect import bisect_left, bisect_right

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.characters import characters
from cartui.anchoring.edges import Edges
from cartui.anchoring.prose import Span
from cartui.anchoring.standing import Standing
from cartui.anchoring.verbatim import verbatim
from cartui.anchoring.verdict import LOST, SURE, Verdict, is_in_order
from cartui.anchoring.windows import Window, Windows
from cartui.model.drafts import Anchored


class Landings:
    """Where passages of the old text of an alignment stand in the new one."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._windows, self._edges, self._verdict = Windows(found), Edges(found), Verdict(found)

    def of(self, passage: Span) -> Standing:
        """Return where a passage stands; what lies outside the text is cut off."""
        size = len(self._found.old.text)
        start = min(max(0, passage[0]), size)
        passage = start, min(max(start, passage[1]), size)
        words = self._words(passage)
        found = self._by_words(passage, words) if words[0] < words[1] else self._between(passage)
        if found is None or found.confidence < SURE:
            found = self._by_letters(passage, words) or found
        return found or self._nearest(words)

    def _words(self, passage: Span) -> Span:
        """Return the words that a passage touches."""
        old = self._found.old
        return bisect_right(old.ends, passage[0]), bisect_left(old.starts, passage[1])

    def _by_words(self, passage: Span, words: Span) -> Standing | None:
        window = self._windows.of(words)
        if window is None:
            return None
        window = self._edges.widened(words, window)
        sure = self._verdict.confidence(words, window)
        if sure < LOST:
            return None
        start, end = characters(self._found, passage, words, window)
        how = self._found.how[max(window.carried)]
        return self._standing((start, end), sure, how, is_in_order(self._found, words, window))

    def _by_letters(self, passage: Span, words: Span) -> Standing | None:
        """Return where a passage stands verbatim, in words that came from nowhere else."""
        found = self._found
        there = verbatim(found.old.text, found.new.text, passage)
        if there is None:
            return None
        new = bisect_right(found.new.ends, there[0]), bisect_left(found.new.starts, there[1])
        window = Window(*new, frozenset())
        own = {NOWHERE, *range(*words)}
        sure = 0.9 if all(found.came[word] in own for word in range(*new)) else 0.6
        return self._standing(there, sure, "quote", is_in_order(found, words, window))

    def _between(self, passage: Span) -> Standing | None:
        """Return where signs without a word stand, between the words they stood between."""
        found, (before, after) = self._found, self._around(passage)
        quote = found.old.text[slice(*passage)]
        low = found.to[before] if before >= 0 else -1
        high = found.to[after] if after < len(found.to) else len(found.came)
        if (before >= 0 and low == NOWHERE) or high != low + 1:
            return None
        there, here = found.new.between(high), found.old.between(after)
        lead = passage[0] - (found.old.ends[before] if before >= 0 else 0)
        at = lead if there == here else there.find(quote)
        if at < 0:
            return None
        start = (found.new.ends[low] if low >= 0 else 0) + at
        return self._standing((start, start + len(quote)), 1.0, "between", True)

    def _around(self, passage: Span) -> Span:
        """Return the word before and the word after a passage without words."""
        after = bisect_left(self._found.old.starts, passage[1])
        return after - 1, after

    def _nearest(self, words: Span) -> Standing:
        """Return a lost passage, at the end of the nearest words before it that still stand, or
        else at the beginning of those after it.
        """
        to, new = self._found.to, self._found.new
        before = next((w for w in range(words[0] - 1, -1, -1) if to[w] != NOWHERE), None)
        after = next((w for w in range(words[0], len(to)) if to[w] != NOWHERE), None)
        near = words[0] - before if before is not None else len(to) + 1
        if after is not None and after - words[0] + 1 < near:
            at = new.starts[to[after]]
        else:
            at = new.ends[to[before]] if before is not None else 0
        return Standing(start=at, end=at, state=Anchored.LOST, confidence=0.0, how="nearest")

    def _standing(self, there: Span, sure: float, how: str, in_order: bool) -> Standing:
        state = Anchored.EXACT if in_order else Anchored.MOVED
        if sure < SURE:
            state = Anchored.UNSURE
        return Standing(
            start=there[0], end=there[1], state=state, confidence=round(sure, 3), how=how
        )
