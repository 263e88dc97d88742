"""What somebody quotes of a text: where each quotation stands, and what was typed into it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

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
_ALIKE = 0.9
_DOUBT = 0.7
"""How sure a place is that a person has to look at."""


class Quoting:
    """A text that quotes another, aligned with it once for all quotations."""

    def __init__(self, quoting: str, there: Verbatim) -> None:
        self._landings: Landings = align(quoting, there.text.text)
        self._found: Alignment = self._landings.alignment
        self._there = there

    def standing(self, span: Span) -> Standing:
        """Return where these characters of the quoting text stand in the other.

        What stands there just so, and once, is sure, however much else is quoted around it, and
        whatever was typed into it. Other wordings have to be very alike to be sure: nobody has
        changed the text in between.
        """
        words = self._found.old.touched(span)
        if (at := self._just_so(words)) is not None:
            start, end = characters(self._found, span, words, at)
            return Standing(start=start, end=end, state=Anchored.EXACT, confidence=1.0, how="same")
        found = self._landings.of(span)
        certain = found.state in (Anchored.EXACT, Anchored.MOVED)
        if certain and (found.confidence < _ALIKE or self._one_of_several(words)):
            return replace(found, state=Anchored.UNSURE, confidence=min(found.confidence, _DOUBT))
        return found

    def _just_so(self, words: Span) -> Window | None:
        """Return the words of the other text that these are, if they stand there just once.

        Of words with more typed in between those count that stand there.
        """
        carried = [at for at in range(*words) if self._found.to[at] != NOWHERE]
        for mine in (list(range(*words)), carried):
            keys = tuple(self._found.old.keys[at] for at in mine)
            heavy = len(keys) >= _FEW or sum(self._found.old_weights[at] for at in mine) >= _LITTLE
            if heavy and (at := self._there.once(keys)) is not None:
                return Window(at, at + len(keys), frozenset(range(*words)))
        return None

    def _one_of_several(self, words: Span) -> bool:
        """Whether words stand in several places, and nothing quoted around them says which."""
        to, (first, end) = self._found.to, words
        if not self._there.stands(self._found.old.words(words)):
            return False
        before = first > 0 and to[first - 1] != NOWHERE and to[first - 1] == to[first] - 1
        after = end < len(to) and to[end] != NOWHERE and to[end] == to[end - 1] + 1
        return not (before or after)

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
