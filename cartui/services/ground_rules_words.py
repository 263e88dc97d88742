"""The shipped words around ground rules: what they are for, positions, reviews, starters."""

from functools import cache
from typing import TypeVar

import msgspec
from msgspec import Struct

import data
from cartui.model.rules import Position

W = TypeVar("W", bound=Struct)


class RuleWord(Struct, frozen=True, kw_only=True):
    """A word to choose, with a line of help: a purpose, or what a review came to."""

    id: str
    name: str
    help: str = ""


class PositionWord(Struct, frozen=True, kw_only=True):
    """A position with its key, and its verb for one person and for many."""

    id: Position
    key: str
    name: str
    one: str
    many: str
    help: str = ""

    def counted(self, count: int) -> str:
        """Return how many stand there: "1 objects", "10 agree"."""
        return f"{count} {self.one if count == 1 else self.many}"


class Starter(Struct, frozen=True, kw_only=True):
    """A rule to begin with, to be reworded by the group."""

    purpose: str
    text: str
    help: str = ""


@cache
def purposes() -> tuple[RuleWord, ...]:
    """Return what rules are for, in their order."""
    return _all("words/rule_purposes", RuleWord)


@cache
def outcomes() -> tuple[RuleWord, ...]:
    """Return what a review can come to, in their order."""
    return _all("words/rule_outcomes", RuleWord)


@cache
def positions() -> dict[Position, PositionWord]:
    """Return the words of each position, the warmest first."""
    return {each.id: each for each in _all("words/rule_positions", PositionWord)}


@cache
def starters() -> tuple[Starter, ...]:
    """Return rules to begin with."""
    return _all("rule_starters", Starter)


def _all(name: str, word: type[W]) -> tuple[W, ...]:
    return tuple(msgspec.convert(each, word) for each in data.load(name, list[dict[str, str]]))
