"""What somebody quotes of a text: where each quotation stands, and what was typed into it."""

from collections.abc import Iterator, Sequence

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.characters import characters
from cartui.anchoring.landing import Landings
from cartui.anchoring.prose import Span
from cartui.anchoring.reanchor import align
from cartui.anchoring.standing import Standing
from cartui.anchoring.verbatim import Verbatim
from cartui.anchoring.windows import Window
from cartui.model.drafts import Anchored

_FEW = 3
"""Quotations of fewer words may stand anywhere by chance, unless they weigh something."""
_LITTLE = 1.0


class Quoting:
    """A text that quotes another, aligned with it once for all quotations."""

    def __init__(self, quoting: str, there: Verbatim) -> None:
        self._landings: Landings = align(quoting, there.text.text)
        self._found: Alignment = self._landings.alignment
        self._there = there

    def standing(self, span: Span) -> Standing:
        """Return where these characters of the quoting text stand in the other.

        What stands there just so, and once, is sure, however much else is quoted around it.
        """
        words = self._found.old.touched(span)
        keys = self._found.old.words(words)
        heavy = len(keys) >= _FEW or sum(self._found.old_weights[slice(*words)]) >= _LITTLE
        if heavy and (at := self._there.once(keys)) is not None:
            window = Window(at, at + len(keys), frozenset(range(*words)))
            start, end = characters(self._found, span, words, window)
            return Standing(start=start, end=end, state=Anchored.EXACT, confidence=1.0, how="same")
        return self._landings.of(span)

    def share(self, span: Span) -> float:
        """Return how much of these characters' words, by weight, stands in the other text."""
        first, end = self._found.old.touched(span)
        weights = self._found.old_weights
        whole = sum(weights[first:end])
        stands = sum(weights[at] for at in range(first, end) if self._found.to[at] != NOWHERE)
        return stands / whole if whole else 0.0

    def last_word(self, span: Span) -> int:
        """Return the word of the other text that the last of these has become, or NOWHERE."""
        first, end = self._found.old.touched(span)
        return self._found.to[end - 1] if end > first else NOWHERE

    def typed_in(self, span: Span) -> Iterator[Span]:
        """Yield the characters that were put between words which follow one another there.

        Words in the place of others are none: the quotation is then of another wording.
        """
        first, end = self._found.old.touched(span)
        to, old = self._found.to, self._found.old
        at = first
        while at < end:
            stop = at
            while stop < end and to[stop] == NOWHERE:
                stop += 1
            if at < stop and at > first and self._follow(to, at, stop, end):
                yield old.ends[at - 1], old.starts[stop] if stop < end else span[1]
            at = max(stop, at + 1)

    def _follow(self, to: Sequence[int], at: int, stop: int, end: int) -> bool:
        """Whether the words before and behind a stretch stand side by side in the other text; at
        the end of a quotation, whether a sentence ends there.
        """
        before = to[at - 1]
        if stop < end:
            return to[stop] == before + 1
        return any(before + 1 == unit[1] for unit in self._units_at(before))

    def _units_at(self, word: int) -> list[Span]:
        return [unit for unit in self._found.new.units if unit[0] <= word < unit[1]]
