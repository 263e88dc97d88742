"""A passage that stands verbatim, found by its very letters: where, and how often."""

from cartui.anchoring.prose import Span

_ENOUGH = 12
"""Letters from which on a passage that stands once can hardly stand there by chance."""


def stands_once(text: str, quote: str) -> int | None:
    """Return where a quote stands in a text if it does exactly once."""
    at = text.find(quote) if quote else -1
    return at if at >= 0 and text.find(quote, at + 1) < 0 else None


def verbatim(old: str, new: str, passage: Span) -> Span | None:
    """Return where a passage stands verbatim, if it is long enough and stands once in both."""
    quote = old[slice(*passage)].strip()
    if len(quote) < _ENOUGH or stands_once(old, quote) is None:
        return None
    at = stands_once(new, quote)
    return None if at is None else (at, at + len(quote))
