"""Where one passage lands: its window, its edges and the verdict on it, or the nearest place."""

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.characters import characters
from cartui.anchoring.edges import Edges
from cartui.anchoring.letters import letters
from cartui.anchoring.prose import Span
from cartui.anchoring.signs import signs
from cartui.anchoring.standing import Standing
from cartui.anchoring.verdict import LOST, SURE, Verdict, is_in_order
from cartui.anchoring.windows import Windows
from cartui.model.drafts import Anchored


class Landings:
    """Where passages of the old text of an alignment stand in the new one."""

    def __init__(self, found: Alignment) -> None:
        self._found = self.alignment = found
        self._windows, self._edges, self._verdict = Windows(found), Edges(found), Verdict(found)

    def of(self, passage: Span) -> Standing:
        """Return where a passage stands; what lies outside the text is cut off."""
        size = len(self._found.old.text)
        start = min(max(0, passage[0]), size)
        passage = start, min(max(start, passage[1]), size)
        words = self._found.old.touched(passage)
        found = self._by_words(passage, words) if words[0] < words[1] else self._by_signs(passage)
        if found is None or found.confidence < SURE:
            other = self._by_letters(passage, words)
            if other and (found is None or found.confidence < other.confidence):
                found = other
        return found or self._nearest(words[0])

    def _by_words(self, passage: Span, words: Span) -> Standing | None:
        window = self._windows.of(words)
        if window is None:
            return None
        window = self._edges.widened(passage, words, window)
        sure = self._verdict.confidence(words, window)
        if sure < LOST:
            return None
        place = characters(self._found, passage, words, window)
        how = self._found.how[max(window.carried)]
        in_order = is_in_order(self._found, words, window.first, window.end)
        return _standing(place, sure, how, in_order)

    def _by_signs(self, passage: Span) -> Standing | None:
        there = signs(self._found, passage)
        return _standing(*there, "between", True) if there else None

    def _by_letters(self, passage: Span, words: Span) -> Standing | None:
        there = letters(self._found, passage, words)
        if there is None:
            return None
        new = self._found.new.touched(there.place)
        return _standing(*there, "quote", is_in_order(self._found, words, *new))

    def _nearest(self, word: int) -> Standing:
        """Return a lost passage that began at a word: at the end of what stood before it and
        still stands, or at the beginning of what stood after it, whichever is nearer.
        """
        to, new = self._found.to, self._found.new
        before = next((at for at in range(word - 1, -1, -1) if to[at] != NOWHERE), None)
        after = next((at for at in range(word, len(to)) if to[at] != NOWHERE), None)
        place = 0
        if after is not None and (before is None or after - word < word - 1 - before):
            place = new.starts[to[after]]
        elif before is not None:
            place = new.ends[to[before]]
        return Standing(start=place, end=place, state=Anchored.LOST, confidence=0.0, how="nearest")


def _standing(place: Span, sure: float, how: str, in_order: bool) -> Standing:
    state = Anchored.EXACT if in_order else Anchored.MOVED
    return Standing(
        start=place[0],
        end=place[1],
        state=state if sure >= SURE else Anchored.UNSURE,
        confidence=round(sure, 3),
        how=how,
    )
