"""A screen that goes before the room step by step, in place of one page."""

from typing import Protocol, runtime_checkable

from cartui.services.stepping import Steps


@runtime_checkable
class Stepped(Protocol):
    """The page of a meeting."""

    def present_steps(self) -> Steps:
        """Return what is gone through, at where it is."""
