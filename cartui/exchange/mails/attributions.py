"""The line above a quoted mail that says whose it is: "On 3 October, Ana Moreno wrote:"."""

import re
from collections.abc import Sequence

from cartui.exchange.mails.header_words import OPENERS, WROTE
from cartui.exchange.mails.mail import Voice
from cartui.exchange.mails.when import moment_in
from cartui.exchange.papers.spoken import name_of

LINES = 3
"""Over how many lines it may be wrapped."""
_LONGEST = 400
_WROTE = re.compile(rf"(?<!\w)(?:{WROTE})(?!\w)", re.IGNORECASE)
_OPENER = re.compile(rf"^(?:{OPENERS})\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}|\d{1,2}:\d{2}|\d{1,2}\.? \w{3}")
_ADDRESS = re.compile(r"[(\[]?<?(?:mailto:)?([^\s<>()\[\]@]{1,64})@[^\s<>()\[\]]{1,255}>?[)\]]?")
_AFTER_TIME = re.compile(
    r"^(?:[\s,.;:]|[ap]\.?m\b\.?|uhr\b|h\b|z\b|utc\b|gmt\b|ces?t\b|bst\b|[+-]\d{4}|hat\b|par\b)+",
    re.IGNORECASE,
)
_LAST_DIGITS = re.compile(r"^.*\d")


def attribution(lines: Sequence[str], *, quote_follows: Sequence[bool]) -> tuple[int, Voice] | None:
    """Return over how many of these lines an attribution goes, and whose words follow.

    `quote_follows` says of each line whether marked lines come next. A line that only looks like
    one is none: it names a day or an address, or a marked quote follows.
    """
    words = ""
    for count, line in enumerate(lines[:LINES], 1):
        if not line.strip() or len(words) + len(line) > _LONGEST:
            return None
        words = f"{words} {line.strip()}".strip()
        if words.endswith(":") and (found := _last(words)) is not None:
            named = bool(_DATE.search(words)) or "@" in words
            if (named and (_OPENER.match(words) or "@" in words or quote_follows[count - 1])) or (
                count == 1 and quote_follows[0]
            ):
                return count, _voice(words, found)
        if count == 1 and not _begins(words):
            return None
    return None


def _begins(words: str) -> bool:
    """Whether a first line without its end may be the beginning of an attribution."""
    return bool(_OPENER.match(words) and _DATE.search(words)) or "@" in words


def _last(words: str) -> re.Match[str] | None:
    found = None
    for found in _WROTE.finditer(words):  # noqa: B007 - the last one is meant
        pass
    return found


def _voice(words: str, wrote: re.Match[str]) -> Voice:
    before, after = words[: wrote.start()], words[wrote.end() :].rstrip(" :")
    name = _name(after) or _name(before)
    abroad = _OPENER.match(words) is not None and not words.lower().startswith("on ")
    return Voice(name, moment_in(words, day_first=abroad))


def _name(words: str) -> str:
    """Return the name among words that also say when; of an address alone what stands before @."""
    address = _ADDRESS.search(words)
    plain = _ADDRESS.sub(" ", words).strip(" ,;:\"'")
    if _LAST_DIGITS.match(plain):
        plain = _AFTER_TIME.sub("", _LAST_DIGITS.sub("", plain))
    elif _OPENER.match(plain):
        plain = plain.rpartition(",")[2]
    plain = " ".join(plain.strip(" ,;:.\"'*").split())
    if not plain and address is not None:
        return address[1]
    return name_of(plain) if len(plain) <= 80 else ""
