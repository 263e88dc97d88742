"""The shipped words of drafts and feedback: lenses, tones, kinds of draft, verdicts."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

import data

ONE_BY_ONE = frozenset({"politics", "ethics"})
"""Lenses whose comments are never answered many at a time."""


class ShippedWord(Struct, frozen=True, kw_only=True):
    """A word to choose. `sign` stands for a tone, `done` is how a verdict reads afterwards."""

    id: str
    name: str
    help: str = ""
    sign: str = ""
    done: str = ""


@cache
def lenses() -> tuple[ShippedWord, ...]:
    """Return the lenses a comment can be made through, in order."""
    return data.load("words/lenses", tuple[ShippedWord, ...])


@cache
def tones() -> tuple[ShippedWord, ...]:
    """Return the tones of a comment: strength, question, suggestion, concern."""
    return data.load("words/tones", tuple[ShippedWord, ...])


@cache
def draft_kinds() -> tuple[ShippedWord, ...]:
    """Return the kinds of draft, from an idea to the final text."""
    return data.load("words/draft_kinds", tuple[ShippedWord, ...])


@cache
def verdicts() -> tuple[ShippedWord, ...]:
    """Return what an author can do with a comment."""
    return data.load("words/verdicts", tuple[ShippedWord, ...])


def word(words: Iterable[ShippedWord], id_: str) -> ShippedWord:
    """Return the word of an id or a name; one of a group's own reads as it is written."""
    wanted = id_.casefold()
    for each in words:
        if wanted in (each.id.casefold(), each.name.casefold()):
            return each
    return ShippedWord(id=id_, name=id_)
