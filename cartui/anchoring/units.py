"""Where one unit of a text ends and the next begins: sentences, headings, items, cells."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_MARGIN = r"[ \t>]*"
_CUTS = re.compile(
    r"[.!?\u2026](?=[\"'\u2019\u201d)\]*_`]*\s)"  # the end of a sentence
    r"|[\u3002\uff01\uff1f]"
    rf"|\n{_MARGIN}(?=\n)"  # a blank line
    rf"|\n{_MARGIN}(?=(?:[-+*]|\d{{1,9}}[.)])\s|#|:::|```|\|)"  # an item, a heading, a fence, a row
    r"|\|"
    rf"|^{_MARGIN}(?:<[^<>\n]*>[ \t]*)+"  # tags alone at the beginning or the end of a line
    r"|(?=(?:<[^<>\n]*>)+[ \t]*$)",
    re.MULTILINE,
)


def unit_starts(text: str, starts: Sequence[int]) -> list[int]:
    """Return the words with which units begin, and how many words there are; no unit is empty.

    `starts` are the offsets of the words.
    """
    cuts = {bisect_left(starts, hit.end()) for hit in _CUTS.finditer(text)}
    return sorted(cuts | {0, len(starts)})
