"""Lines of a mail that say nothing of a draft: greetings, closing words, pictures' names."""

import re
from collections.abc import Sequence

from cartui.exchange.mails.header_words import CLOSING, GREETING

_PICTURE = re.compile(
    r"^\s*[\[<](?:image|cid|bild|picture|grafik|inline image)\b[^\]>]{0,120}[\]>]\s*$", re.I
)
_QUOTES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u2039\u203a"
_SIGNED = 4
"""Lines behind closing words: a name, a role, perhaps a telephone number."""
_SHORT = 60
_LOOKED_AT = 16


def is_picture(line: str) -> bool:
    """Whether a line stands for a picture."""
    return bool(_PICTURE.match(line))


def without_quotes(line: str) -> str:
    """Return a line without quotation marks around it."""
    words = line.strip()
    return words.strip(_QUOTES) or words


def begins_closing(line: str) -> bool:
    """Whether a line takes leave, as "Best wishes," does."""
    return bool(CLOSING.match(line))


def greeting_end(lines: Sequence[str]) -> int:
    """Return how many lines at the beginning are greetings, and blank ones after them."""
    end = 0
    for at, line in enumerate(lines):
        if line.strip() and not GREETING.match(line):
            break
        end = at + 1
    return end


def closing_at(lines: Sequence[str]) -> int:
    """Return the line with which the closing words at the end begin, or how many lines there are.

    Long lines, or many, after what looks like them say that the mail goes on.
    """
    for at in range(len(lines) - 1, max(-1, len(lines) - _LOOKED_AT), -1):
        after = [line for line in lines[at + 1 :] if line.strip()]
        if len(after) > _SIGNED or any(len(line) > _SHORT for line in after):
            break
        if begins_closing(lines[at]):
            return at
    return len(lines)
