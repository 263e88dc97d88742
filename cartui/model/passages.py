"""A passage: a stretch of one block of a text."""

from msgspec import Struct


class Passage(Struct, frozen=True):
    """Characters `start` to `end` (not counted) of the block with this index."""

    block: int
    start: int
    end: int
