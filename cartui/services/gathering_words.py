"""What is said while rules are gathered blind: data/gathering.json, for a group to reword."""

from functools import cache

from msgspec import Struct

import data


class GatheringWords(Struct, frozen=True, kw_only=True):
    """The question that is put, the truth about it, and how many lines there are."""

    prompt: str
    way: str
    truth: str
    projector: str
    none: str
    one: str
    many: str
    half: str
    halves: str
    not_kept: str

    def counted(self, count: int) -> str:
        """Return how many lines are gathered."""
        return {0: self.none, 1: self.one}.get(count, self.many.format(count))

    def half_written(self, count: int) -> str:
        """Return how many lines are half written; nothing for none."""
        return {0: "", 1: self.half}.get(count, self.halves.format(count))


@cache
def gathering_words() -> GatheringWords:
    """Return the shipped words."""
    return data.load("gathering", GatheringWords)
