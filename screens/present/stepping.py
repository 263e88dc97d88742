"""Going through steps before the room, each with its page and perhaps a clock below it."""

from cartui.services.public_clock import Reading
from cartui.services.stepping import Steps
from screens.parts.exact_paint import ExactCompositor
from screens.present.leaves import leaves
from screens.present.screen import Driving, PresentScreen, Turned
from screens.present.sheet import Sheet

PULSE = 0.25
"""Seconds between two looks at the clock; it is painted when a second is over."""


class Stepping(Driving):
    """Goes through steps. All leaves of one come before the next, so that a clicker shows all."""

    def __init__(self, steps: Steps, turned: Turned) -> None:
        super().__init__(steps.page, turned)
        self.steps = steps
        self._read: Reading | None = None

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.set_interval(PULSE, self._tick)

    def _tick(self) -> None:
        if self.steps.reading() != self._read:
            self.show_leaf()

    def action_turn(self, step: int) -> None:
        """Show the next leaf of the step or the one before; beyond them is another step."""
        there = self.at + step
        if self.is_blank or 0 <= there < len(self.leaves):
            super().action_turn(step)
        else:
            self.action_step(step)

    def action_step(self, step: int) -> None:
        """Go a step on or back; of a blank page, first show what stood on it."""
        if not self.is_blank and self.steps.turn(step):
            self.read_step()
        self._turned(blank=False)

    def read_step(self) -> None:
        """Take the page of the step that is on."""
        self.page, self.at = self.steps.page, 0
        self.leaves = leaves(self.page)

    def action_clock(self) -> None:
        """Let the clock run, or stand."""
        self.steps.start_or_pause()
        self._turned(blank=self.is_blank)


class SteppingScreen(Stepping, PresentScreen):
    """The whole window is the page."""

    def __init__(self, steps: Steps, turned: Turned) -> None:
        super().__init__(steps, turned)
        self._compositor = ExactCompositor()

    def show_leaf(self) -> None:
        """Show the leaf with the clock, or nothing at all."""
        self._read = self.steps.reading()
        leaf = None if self.is_blank else self.leaves[self.at]
        foot, corner = self.keys_here(), self.place_words()
        self._lectern.show(Sheet(leaf, self.page.title, foot, corner, self._hint, self._read))
