"""The marks of CriticMarkup: which of them are alive, and which mark closes which."""

import re
from bisect import bisect

from msgspec import Struct
from msgspec.structs import replace

MARK = re.compile(r"(?<!\\)(\\*+)(\{==|==\}|\{>>|<<\}|\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\})")
"""A mark with the backslashes before it: an even number of them says that it is alive."""

_CLOSERS = {"{>>": "<<}", "{++": "++}", "{--": "--}", "{~~": "~~}"}


class Mark(Struct, frozen=True):
    """A mark that is alive: `end` is behind it, `to` where its closer stands (-1 if not known)."""

    start: int
    end: int
    sign: str
    to: int = -1


def plain(text: str) -> str:
    """Return text between marks as it was meant: a backslash before a mark has done its work."""
    return MARK.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    count = len(found[1])
    return found[0] if count % 2 == 0 else found[1][: count // 2] + found[2]


def halved(words: str) -> str:
    """Return words with half of the backslashes at their end."""
    bare = words.rstrip("\\")
    return words[: len(bare) + (len(words) - len(bare)) // 2]


def alive(text: str) -> list[Mark]:
    """Return the marks of a text that no backslash makes plain, in order."""
    return [
        Mark(found.start(2), found.end(2), found[2])
        for found in MARK.finditer(text)
        if len(found[1]) % 2 == 0
    ]


def closed(marks: list[Mark]) -> list[Mark]:
    """Return the marks that have a partner. Only passages may stand within one another."""
    where = {sign: [at for at, mark in enumerate(marks) if mark.sign == sign] for sign in _SIGNS}
    passages: list[int] = []
    kept: dict[int, Mark] = {}
    at = 0
    while at < len(marks):
        mark = marks[at]
        if mark.sign == "{==":
            passages.append(at)
        elif mark.sign == "==}" and passages:
            opener = passages.pop()
            kept[opener], kept[at] = marks[opener], mark
        elif mark.sign in _CLOSERS:
            closers = where[_CLOSERS[mark.sign]]
            if (following := bisect(closers, at)) < len(closers):
                at = closers[following]
                kept[at] = replace(mark, to=marks[at].start)
        at += 1
    return [kept[at] for at in sorted(kept)]


_SIGNS = ("<<}", "++}", "--}", "~~}")
