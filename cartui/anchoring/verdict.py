"""The verdict on a passage: how much of it stands there, and whether that can be trusted."""

from cartui.anchoring.alignment import NOWHERE, SAME, WORDS, Alignment
from cartui.anchoring.prose import Span
from cartui.anchoring.rows import Rows
from cartui.anchoring.windows import Window

SURE = 0.8
"""From here on nobody has to look."""
LOST = 0.36
"""Below this the passage is not there any more."""
_ALIKE, _STANDS, _AROUND = 0.45, 0.45, 0.1
_LITTLE = 1.0
"""Below this weight, that of a long word, words stand anywhere by chance."""
_NEAR = 4
"""Words before and after a passage that count as its neighbours."""


class Verdict:
    """How sure the windows of an alignment are."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._rows = Rows(found.old.keys), Rows(found.new.keys)

    def confidence(self, words: Span, window: Window) -> float:
        """Return how sure a window is the passage, 0 to 1.

        It weighs how alike the two are, how much of the old words stands there, and whether the
        words around stand around it. Few words, and such as stand elsewhere too, lean on those
        around them.
        """
        found = self._found
        if self._is_untouched(words, window):
            return 1.0
        whole = sum(found.old_weights[slice(*words)])
        stands = sum(found.old_weights[word] for word in sorted(window.carried))
        wide = sum(found.new_weights[window.first : window.end])
        around = self._around(words, window)
        sure = _ALIKE * 2 * stands / (whole + wide) + _STANDS * stands / whole + _AROUND * around
        if sure >= SURE and (whole < _LITTLE or self._repeats(words, window)):
            sure = min(sure, 0.5 + 0.5 * around)
        return min(1.0, sure)

    def _is_untouched(self, words: Span, window: Window) -> bool:
        """Whether it stands, word for word, in units that are the same and in their order."""
        return window.end - window.first == len(window.carried) == words[1] - words[0] and all(
            self._found.how[word] == SAME for word in range(*words)
        )

    def _around(self, words: Span, window: Window) -> float:
        """Return the part of the neighbours that are neighbours still, 1 if there are none."""
        to = self._found.to
        before = range(max(0, words[0] - _NEAR), words[0])
        after = range(words[1], min(len(to), words[1] + _NEAR))
        if not before and not after:
            return 1.0
        kept = sum(window.first - 2 * _NEAR <= to[word] < window.first for word in before)
        kept += sum(window.end <= to[word] < window.end + 2 * _NEAR for word in after)
        return kept / (len(before) + len(after))

    def _repeats(self, words: Span, window: Window) -> bool:
        """Whether the words, as they were or as they are, stand more than once in either text."""
        was = self._found.old.words(words)
        now = self._found.new.words((window.first, window.end))
        old, new = self._rows
        return old.repeats(was) or new.repeats(was) or new.repeats(now)


def is_in_order(found: Alignment, words: Span, first: int, end: int) -> bool:
    """Whether words of the new text stand between the nearest words around a passage that have
    kept their order.
    """
    steady = (SAME, WORDS)
    before = (found.to[w] for w in range(words[0] - 1, -1, -1) if found.how[w] in steady)
    after = (found.to[w] for w in range(words[1], len(found.to)) if found.how[w] in steady)
    low = next((at for at in before if at != NOWHERE), NOWHERE)
    high = next((at for at in after if at != NOWHERE), len(found.came))
    return low < first and end <= high
