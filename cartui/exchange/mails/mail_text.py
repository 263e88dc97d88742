"""The words of an e-mail as they are read: blanks that are blanks, lines that are whole."""

import re
from collections.abc import Iterator

from cartui.exchange.decoding import Unreadable

LONGEST = 1_000_000
"""Characters of a mail's own words; forty comments on 5,000 words are some 60,000."""
_SAFE = "Nothing was brought in."
_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_QUOTED = re.compile(r"^((?:> ?)*>)?( ?)(.*)$")


def mail_text(text: str) -> str:
    """Return the words of a mail without what nobody sees, however a screen had shown them.

    Raises Unreadable for what is empty, longer than any mail, or no text at all.
    """
    if len(text) > LONGEST:
        raise Unreadable(f"This is longer than any e-mail ({LONGEST:,} characters). {_SAFE}")
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) // 20:
        raise Unreadable(f"These are not the words of an e-mail. {_SAFE}")
    plain = _BLANKS.sub(" ", _UNSEEN.sub("", _ENDS.sub("\n", text)))
    plain = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", plain)
    if not plain.strip():
        raise Unreadable(f"There are no words in it. {_SAFE}")
    return "\n".join(line.rstrip(" ") if line != "-- " else line for line in plain.split("\n"))


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Return a text sent as format=flowed with its paragraphs whole (RFC 3676).

    A line that ends in a blank goes on in the next line with as many marks; "-- " does not.
    """
    return "\n".join(_whole_lines(text, delete_space))


def _whole_lines(text: str, delete_space: bool) -> Iterator[str]:
    marks, words, goes_on = "", "", False
    for line in _ENDS.sub("\n", text).split("\n"):
        found = _QUOTED.match(line)
        mine = "".join((found[1] or "").split()) if found is not None else ""
        content = found[3] if found is not None else line
        if goes_on and (mine != marks or content == "-- "):
            yield _marked(marks, words)
            goes_on, words = False, ""
        words = words + content if goes_on else content
        marks, goes_on = mine, content.endswith(" ") and content != "-- "
        if not goes_on:
            yield _marked(marks, words)
            words = ""
        elif delete_space:
            words = words[:-1]
    if goes_on:
        yield _marked(marks, words)


def _marked(marks: str, words: str) -> str:
    return f"{marks} {words}" if marks else words
