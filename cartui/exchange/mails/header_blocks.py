"""The block above a quoted mail that says whose it is: From, Sent, To, Subject, line by line."""

import re
from collections.abc import Sequence

from cartui.exchange.mails.header_words import BETWEEN, LABELS
from cartui.exchange.mails.mail import Voice
from cartui.exchange.mails.when import moment_in
from cartui.exchange.papers.spoken import name_of

_LINE = re.compile(
    r"^[ \t*]*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in LABELS.items())
    + r")[ \t]?[*]?[ \t]?:[ \t*]*(?P<value>.*)$",
    re.IGNORECASE,
)
_MAILTO = re.compile(r"[\[(]?<?mailto:.*|[\[(].*@.*[\])]")
_MOST = 16
"""Lines that a block has at most, those wrapped among them."""


def header_block(lines: Sequence[str]) -> tuple[int, Voice] | None:
    """Return over how many of these lines a block goes, what stands before it included, and whose
    mail follows. None unless it says who wrote it and one thing more.
    """
    at = 0
    while (
        at < len(lines) and at < 3 and (BETWEEN.match(lines[at]) or (at and not lines[at].strip()))
    ):
        at += 1
    found: dict[str, str] = {}
    end = at
    for count, line in enumerate(lines[at : at + _MOST], at + 1):
        label = _LINE.match(line[:1000])
        if label is None:
            wrapped = found and line.strip() and (line[:1] in " \t" or line.rstrip().endswith(">"))
            if not wrapped:
                break
        else:
            found.setdefault(_name(label), label["value"].strip())
        end = count
    if "from" not in found or len(found) < 2 or not {"sent", "subject", "to"} & set(found):
        return None
    return end, Voice(writer(found["from"]), moment_in(found.get("sent", "")))


def writer(words: str) -> str:
    """Return the name in a From line; of an address alone what stands before its @."""
    plain = _MAILTO.sub("", words).strip(" \"'*;,") or words
    name = name_of(plain).strip(" \"'*;,")
    return " ".join((name.partition("@")[0] if "@" in name else name).split())[:80]


def _name(label: re.Match[str]) -> str:
    return next(name for name in LABELS if label[name] is not None)
