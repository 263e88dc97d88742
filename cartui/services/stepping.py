"""What is gone through before the room, step by step, each with its page and perhaps a clock."""

from typing import Protocol

from cartui.services.pages import Page
from cartui.services.public_clock import PublicClock, Reading


class Steps(Protocol):
    """A critique round, or a meeting."""

    @property
    def page(self) -> Page:
        """This step's page for the room."""

    @property
    def clock(self) -> PublicClock | None:
        """This step's clock for the room, if it has one."""

    def reading(self) -> Reading | None:
        """Return what that clock says now."""

    def turn(self, steps: int) -> bool:
        """Go some steps on or back; False if there is none that way."""

    def start_or_pause(self) -> None:
        """Let the clock run, or stand."""
