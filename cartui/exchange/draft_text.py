"""A draft's text as it is kept: nothing in it that a terminal obeys, and nothing else changed."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from cartui.model.text import inert

_TRAILING = re.compile(r"(?<! ) ++$", re.MULTILINE)
_WORD = re.compile(r"\S*\w\S*")


@lru_cache(maxsize=4)
def draft_text(text: str) -> str:
    """Return a draft's text as it is kept: NFC, LF, no tabs, nothing that a terminal obeys.

    Two blanks behind words mean a line break in Markdown, so they stay. What is kept stays as it
    is when it comes in again. The last few are remembered: one that comes in is asked for thrice.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
    return Tidied(inert(unicodedata.normalize("NFC", whole)).expandtabs(4)).text


class Tidied:
    """A text put together anew, as `draft_text` would keep it, and where its places are now."""

    def __init__(self, text: str) -> None:
        cuts = list(_cuts(text))
        self._cuts = [first for first, _ in cuts]
        self._ends = [last for _, last in cuts]
        self._gone = [0, *accumulate(last - first for first, last in cuts)]
        kept = zip(self._ends, self._cuts[1:], strict=False)
        self.text = "".join(text[first:last] for first, last in kept)

    def place(self, offset: int) -> int:
        """Return where an offset of the old text is in the new one."""
        at = bisect_right(self._cuts, offset) - 1
        return offset - self._gone[at] - (min(offset, self._ends[at]) - self._cuts[at])


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is left out: blank lines at both ends, blanks behind the words of a line."""
    end = len(text.rstrip(" \n"))
    blank = len(text) - len(text.lstrip(" \n"))
    start = text.rfind("\n", 0, min(blank, end)) + 1
    yield 0, start
    for found in _TRAILING.finditer(text, start, end):
        is_break = len(found[0]) > 1 and text[found.start() - 1] != "\n"
        yield found.start() + (2 if is_break else 0), found.end()
    yield end, len(text)


@lru_cache(maxsize=4)
def word_count(text: str) -> int:
    """Return how many words a text has; marks that stand alone are none."""
    return sum(1 for _ in _WORD.finditer(text))
