"""The shipped steps and words of a critique round: data/critique.json, for a group to reword."""

from functools import cache

from msgspec import Struct

import data


class CritiqueStep(Struct, frozen=True, kw_only=True):
    """One step of the round: its title, its minutes, one plain prompt for the room."""

    id: str
    title: str
    minutes: int
    prompt: str


class CritiqueWords(Struct, frozen=True, kw_only=True):
    """All that a round says. `lenses` are those of the keys 1, 2, 3 and 4, in this order.

    `soon`, `last` and `over` are said when a fifth and a twentieth of a step's time are left, and
    none; `stands` while the clock is not running.
    """

    title: str
    asks: str
    heard: str
    kept: str
    soon: str
    last: str
    over: str
    stands: str
    lenses: tuple[str, ...]
    steps: tuple[CritiqueStep, ...]


@cache
def critique_words() -> CritiqueWords:
    """Return the shipped steps and words."""
    return data.load("critique", CritiqueWords)
