"""A screen that can be turned to one of its things, as Home asks for it."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Turning(Protocol):
    """A screen of cards, rules, drafts or people."""

    def turn_to(self, uid: str, within: str = "") -> None:
        """Show one thing, and a part of it (a move, a comment). What is gone is let be."""
