"""Bold, italics and links as Markdown marks, where Markdown can say them without doubt."""

import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from msgspec import Struct

from cartui.exchange.papers.lines import Look

_IN_ADDRESSES = "%/:=&?~#+!$,;'@*[]-._"
_SCHEMES = ("http://", "https://", "mailto:")


class Dressed(Struct, frozen=True):
    """A stretch of words and the marks to be put around it."""

    start: int
    end: int
    opening: str
    closing: str


def dressed(
    text: str, looks: Sequence[tuple[int, int, Look]], *, links_only: bool = False
) -> Iterator[Dressed]:
    """Yield the marks for the looks of a text; a look that Markdown could not say is left out.

    Two stretches that touch would run into one another: then the second stays plain.
    """
    behind = -1
    for first, last, look in looks:
        start, end = _trimmed(text, first, last)
        if start >= end or start <= behind or look.as_is:
            continue
        made = _link(start, end, look) if look.link else _emphasis(text, start, end, look)
        if made is not None and (look.link or not links_only):
            yield made
            behind = end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _link(start: int, end: int, look: Look) -> Dressed | None:
    if not look.link.lower().startswith(_SCHEMES):
        return None  # a place in the same file, or something that no page leads to
    return Dressed(start, end, "[", f"]({quote(look.link, safe=_IN_ADDRESSES)})")


def _emphasis(text: str, start: int, end: int, look: Look) -> Dressed | None:
    mark = "**" * look.bold + "*" * look.italic
    opens = _fits(text[start], text[start - 1 : start])
    if not mark or not opens or not _fits(text[end - 1], text[end : end + 1]):
        return None
    return Dressed(start, end, mark, mark)


def _fits(inner: str, outer: str) -> bool:
    """Whether a mark between these letters begins or ends emphasis (CommonMark, 6.2)."""
    return not _is_sign(inner) or not outer or outer.isspace() or _is_sign(outer)


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
