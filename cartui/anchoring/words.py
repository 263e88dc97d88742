"""The words of a text: runs of letters and digits; links, signs and unspaced letters on their own.

An accent kept as a mark of its own belongs to its letter; so do the vowel signs of scripts that
have them. A script that sets no spaces is compared letter by letter, an emoji whole.
"""

import re
import unicodedata
from functools import lru_cache

_LINK = r"(?<=\]\()[^()\[\]\s]+(?=\))|https?://[^\s()<>\[\]]*[^\s()<>\[\].,;:!?]"
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_JOINERS = r"\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text start and end."""
    if text.isascii():
        return [hit.span() for hit in _pattern("", "").finditer(text)]
    kinds: dict[str, list[str]] = {"M": [], "S": []}
    for sign in sorted(set(text)):
        kind = unicodedata.category(sign)
        if kind[0] == "M":
            kinds["M"].append(sign)
        elif kind == "So":
            kinds["S"].append(sign)
    pattern = _pattern("".join(kinds["M"]), "".join(kinds["S"]))
    return [hit.span() for hit in pattern.finditer(text)]


def is_link(word: str) -> bool:
    """Whether a word is the target of a link: seldom read, often changed."""
    return "/" in word


@lru_cache(maxsize=16)
def _pattern(marks: str, signs: str) -> re.Pattern[str]:
    """Return what a word is in a text with these marks and signs."""
    if not marks and not signs:
        return re.compile(rf"{_LINK}|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")
    mark = f"[{re.escape(marks)}]" if marks else r"(?!)"
    letter = rf"(?![{_UNSPACED}])[^\W_]"
    parts = [_LINK, rf"[{_UNSPACED}]{mark}*", rf"{letter}(?:{letter}|{mark})*"]
    if signs:
        sign = f"[{re.escape(signs)}]"
        parts.append(rf"{sign}(?:[{_JOINERS}]|\u200d{sign})*")
    return re.compile("|".join(parts))
