"""The shipped words of hats and reflection: data/words/hats.json and data/reflection.json.

The cues are in our own words, after the model for structured reflection of C. Johns.
"""

from functools import cache

from msgspec import Struct

import data


class HatWord(Struct, frozen=True, kw_only=True):
    """One hat, with a line of help. Its key is its place in the list, from 1."""

    id: str
    name: str
    help: str = ""


class Cue(Struct, frozen=True, kw_only=True):
    """One short question of a reflection."""

    id: str
    words: str


class ReflectionWords(Struct, frozen=True, kw_only=True):
    """All that a reflection says; `minutes` is how long it is meant to take."""

    minutes: int
    title: str
    opens: str
    unnamed: str
    no_stamps: str
    owed: str
    left: str
    over: str
    cues: tuple[Cue, ...]


@cache
def hats() -> tuple[HatWord, ...]:
    """Return the hats in the order of their keys."""
    return data.load("words/hats", tuple[HatWord, ...])


@cache
def reflection_words() -> ReflectionWords:
    """Return the words of the reflection."""
    return data.load("reflection", ReflectionWords)


def hat_name(id_: str) -> str:
    """Return a hat in words; one of a facilitator's own stands as it is, and "" is not named."""
    names = {each.id: each.name for each in hats()}
    return names.get(id_, id_ or reflection_words().unnamed)
