"""A passage that stands verbatim where the words alone did not find it."""

from cartui.anchoring.alignment import NOWHERE, Alignment
from cartui.anchoring.prose import Span
from cartui.anchoring.signs import Found

_ENOUGH = 12
"""Letters from which on a passage that stands once can hardly stand there by chance."""


def letters(found: Alignment, passage: Span, words: Span) -> Found | None:
    """Return where a passage stands verbatim exactly once, None if it is short or does not.

    It is sure if it stood once before as well, and the words there came from nowhere else.
    """
    quote = found.old.text[slice(*passage)].strip()
    at = _once(found.new.text, quote) if len(quote) >= _ENOUGH else None
    if at is None:
        return None
    there = at, at + len(quote)
    own = {NOWHERE, *range(*words)}
    free = all(found.came[word] in own for word in range(*found.new.touched(there)))
    sure = free and _once(found.old.text, quote) is not None
    return Found(there, 0.9 if sure else 0.5)


def _once(text: str, quote: str) -> int | None:
    """Return where a quote stands in a text if it does exactly once."""
    at = text.find(quote)
    return at if at >= 0 and text.find(quote, at + 1) < 0 else None
