"""Words that somebody typed into quoted lines: what was put between words of the draft."""

import re
from collections.abc import Iterator

from cartui.anchoring.prose import Span, read
from cartui.model.text import clean
from cartui.services.mail_areas import Area
from cartui.services.mail_draft import MailDraft

_SET_OFF = "[({<*-\N{EN DASH}\N{EM DASH}/#\N{RIGHTWARDS ARROW}"
_SENTENCE = re.compile("[.!?\u2026][\"'\u2019\u201d)\\]]*\\s+|\\n\\s*\\n")
_ENDED = re.compile("[.,;:!?\u2026\"'\u2019\u201d]*")
_SENTENCE_ENDS = re.compile("[.!?\u2026:;\"'\u2019\u201d)\\]]")
_PAIRS = {"[": "]", "(": ")", "{": "}", "<": ">", "*": "*"}


def typed_words(area: Area, span: Span, draft: MailDraft) -> Iterator[tuple[str, int, int]]:
    """Yield what was typed into quoted characters, and the sentence before it in them.

    A single word is left to the draft unless it is set off or asks something; so are words that
    only go on where a quoted sentence was cut, and what stood in an earlier version.
    """
    if area.quoting is None:
        return
    for start, end in area.quoting.typed_in(span):
        raw = area.text[start:end]
        words = _bare(raw)
        asks = "?" in words or "!" in words or words[:1] in _SET_OFF
        few = len(read(words).keys)
        goes_on = end == span[1] and not asks and not _SENTENCE_ENDS.match(raw)
        if few == 0 or goes_on or (few < 2 and not asks) or draft.was_there(words):
            continue
        ended = _ENDED.match(area.text, start, end)
        begin = _sentence(area.text, span[0], start)
        yield words, begin, ended.end() if ended is not None else start


def _bare(raw: str) -> str:
    """Return typed words without the end of the sentence before, and without brackets around."""
    words = clean(raw).lstrip(".,;:!?\u2026\"'\u2019\u201d ")
    if words and _PAIRS.get(words[0]) == words[-1] and len(words) > 2:
        words = words[1:-1].strip()
    return words


def _sentence(text: str, first: int, end: int) -> int:
    """Return where the last sentence before an offset begins."""
    before = text[first:end].rstrip()
    begins = [hit.end() for hit in _SENTENCE.finditer(before)]
    return first + max((at for at in begins if at < len(before)), default=0)
