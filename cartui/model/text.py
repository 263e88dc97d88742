"""Text at the border: what a paste, an import or a sync may carry into the house.

A terminal obeys control characters wherever they stand, so they are replaced before a text is
stored, and once more by the output guard before anything is painted.
"""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 (but tab and line feed), DEL, C1; then the bidi controls that can turn a line round,
# the line and paragraph separators, and the invisible tag block.
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_TURNERS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f"
ALIVE = re.compile(f"[{_CONTROLS}{_TURNERS}]")
JOINER = "\N{ZERO WIDTH JOINER}"
_SURROGATES = re.compile("[\ud800-\udfff]")


def inert(text: str) -> str:
    """Return `text` with every character that a terminal might obey, or that cannot be painted,
    replaced by U+FFFD.
    """
    text = ALIVE.sub(REPLACEMENT, text)
    return _without_second_joiners(text) if JOINER * 2 in text else text


def _without_second_joiners(text: str) -> str:
    """A second joiner joins nothing, and the toolkit stumbles over a text that begins with two."""
    return re.sub(f"(?<={JOINER}){JOINER}", REPLACEMENT, text)


def with_line_feeds(text: str) -> str:
    """Return `text` with every line of it ended as it is ended here, and nothing alive in it."""
    return inert(text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str, *, lines: bool = False) -> str:
    """Return `text` as it may be stored: NFC, no live characters, blanks trimmed.

    With `lines` the line breaks stay (CRLF and CR become LF) and tabs become blanks; without,
    every run of white space becomes one blank, so the result is one line.
    """
    text = unicodedata.normalize("NFC", _SURROGATES.sub(REPLACEMENT, text))
    text = with_line_feeds(text)
    if lines:
        return "\n".join(line.replace("\t", "    ").rstrip() for line in text.split("\n")).strip()
    return " ".join(text.split())
