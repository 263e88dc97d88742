"""From words to characters: the signs at the edges of a passage, and edges within a word."""

from cartui.anchoring.alignment import Alignment
from cartui.anchoring.prose import Prose, Span
from cartui.anchoring.windows import Window


def characters(found: Alignment, passage: Span, words: Span, window: Window) -> Span:
    """Return the characters of the new text that a passage has become.

    What stood before its first word and after its last is taken as far as it stands there still;
    other signs at the end, such as a colon that was a full stop, one for one.
    """
    old, new = found.old, found.new
    start, end = new.starts[window.first], new.ends[window.end - 1]
    first, last = words[0], words[1] - 1
    if passage[0] < old.starts[first]:
        start -= _alike_before(new, window.first, old.text[passage[0] : old.starts[first]])
    elif _same(found, first, window.first):
        start += passage[0] - old.starts[first]
    if passage[1] > old.ends[last]:
        end += _alike_after(new, window.end - 1, old.text[old.ends[last] : passage[1]])
    elif _same(found, last, window.end - 1):
        end -= old.ends[last] - passage[1]
    return start, max(start, end)


def _same(found: Alignment, old: int, new: int) -> bool:
    """Whether a word of the old text is this word of the new one, letter by letter."""
    one, other = found.old, found.new
    return found.to[old] == new and (
        one.text[one.starts[old] : one.ends[old]] == other.text[other.starts[new] : other.ends[new]]
    )


def _alike_before(new: Prose, word: int, signs: str) -> int:
    """Return how many of the signs stand before a word as well."""
    there = new.between(word)
    count = 0
    while count < min(len(signs), len(there)) and signs[-1 - count] == there[-1 - count]:
        count += 1
    return count


def _alike_after(new: Prose, word: int, signs: str) -> int:
    """Return how many of the signs stand after a word as well, or others in their stead."""
    there = new.between(word + 1)
    count = 0
    while count < min(len(signs), len(there)) and signs[count] == there[count]:
        count += 1
    if count == 0:
        while count < min(len(signs), len(there)) and not there[count].isspace():
            count += 1
    return count
