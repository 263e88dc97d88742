"""Two wordings of one passage in one line: words that stayed, went and came, in their order."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pieces = tuple[tuple[str, str], ...]
"""Runs of whole words in order: (words, "" for those that stayed, "-" that went, "+" that came)."""
_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_WORD = re.compile(rf"[{_CJK}]\s*|[^\s{_CJK}]+\s*")
_SENTENCE = re.compile(r".+?(?:[.!?…。！？][\"'”’»)\]]*(?:\s+|$)|$)", re.DOTALL)  # noqa: RUF001
_MANY = 400
"""Words from which on a passage is first compared by sentences: all words at once take long."""


def worded_apart(before: str, after: str) -> Pieces:
    """Return two wordings as one. Blanks and line breaks alone make no difference."""
    pieces: list[tuple[str, str]] = []
    for words, sign in _apart(before.strip(), after.strip()):
        if pieces and pieces[-1][1] == sign:
            pieces[-1] = (pieces[-1][0] + words, sign)
        elif words:
            pieces.append((words, sign))
    return tuple(pieces)


def _apart(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) <= _MANY:
        yield from _by(old, new)
        return
    for was, now in _changed(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        if _bare(was) == _bare(now):
            yield "".join(now), ""
            continue
        old, new = _WORD.findall("".join(was)), _WORD.findall("".join(now))
        if max(len(old), len(new)) <= _MANY:
            yield from _by(old, new)
        else:
            yield "".join(was), "-"
            yield "".join(now), "+"


def _by(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for was, now in _changed(old, new):
        if _bare(was) == _bare(now):
            yield "".join(now), ""
        else:
            yield "".join(was), "-"
            yield "".join(now), "+"


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield stretches of both in step; those that stayed are told by what is in both but blanks."""
    for _, i, j, k, m in SequenceMatcher(a=_bare(old), b=_bare(new), autojunk=False).get_opcodes():
        yield list(old[i:j]), list(new[k:m])


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]
