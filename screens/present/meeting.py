"""A meeting before the room: welcome, the parts of its agenda with their clock, thanks.

The same keys drive it on the page itself and in the bar below one's own screen.
"""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from cartui.services.meeting_show import MeetingShow, Place
from screens.parts.cells import clip
from screens.parts.keys import EVERYWHERE, verb
from screens.present.prompter import Prompter
from screens.present.screen import Turned
from screens.present.stepping import Stepping, SteppingScreen

SHOWN = "A meeting before the room"


class MeetingDriving(Stepping):
    """Goes through the pages of a meeting."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign", "step(1)", "next", "Go on to the next part", "show.next",
             group=SHOWN, rank=1, rooms=EVERYWHERE),
        verb("less_than_sign", "step(-1)", "back", "Go back to the part before", "show.back",
             group=SHOWN, rank=2, rooms=EVERYWHERE),
        verb("t", "clock", "timer", "Begin the meeting; let the timer run, or stand",
             "show.clock", group=SHOWN, rank=0, rooms=EVERYWHERE, also="clock start pause"),
    ]  # fmt: skip

    def __init__(self, show: MeetingShow, turned: Turned) -> None:
        super().__init__(show, turned)
        self.show_of = show

    def action_turn(self, step: int) -> None:
        """Show the next leaf, in a round the next person's turn, and then the next part."""
        there = self.at + step
        more = 0 <= there < len(self.leaves)
        if self.is_blank or more or not self.show_of.turn_person(step):
            super().action_turn(step)
            return
        self.read_step()
        self._turned(blank=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a timer where there is a clock, and where the meeting begins."""
        if action == "clock":
            return self.show_of.clock is not None or self.show_of.place is Place.WELCOME
        return super().check_action(action, parameters)

    def action_clock(self) -> None:
        """Let the clock run, or stand; from the welcome page on, this begins the meeting."""
        before = self.show_of.place
        self.steps.start_or_pause()
        if self.show_of.place is not before:
            self.read_step()
        self._turned(blank=self.is_blank)


class MeetingPage(MeetingDriving, SteppingScreen):
    """The whole window is the page."""


class MeetingBar(MeetingDriving, Prompter):
    """Two lines at the foot of one's own screen, while the second window shows the page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("plus", "more(1)", "a minute more", "Give this part a minute more", "show.more",
             group=SHOWN, rank=5, rooms=EVERYWHERE, also="longer time"),
        verb("minus", "more(-1)", "a minute less", "Give this part a minute less", "show.less",
             group=SHOWN, rank=6, rooms=EVERYWHERE, also="shorter time"),
    ]  # fmt: skip

    def show_leaf(self) -> None:
        """Say which page it is and what its clock says, and the keys."""
        self._read = now = self.steps.reading()
        clock = f": {now.digits}   {now.words}".rstrip() if now is not None else ""
        state = "blank now" if self.is_blank else self.place_words()
        aside = f"   ({state})" if state else ""
        room = max(10, self.app.size.width - len(clock) - len(aside) - 24)
        title = clip(self.page.title or self.page.name, room)
        words = f"On the second window: {title}{clock}{aside}\n{self.keys_here()}"
        self._words.update(Content(words))

    def action_more(self, minutes: int) -> None:
        """Give this part a minute more, or less."""
        self.show_of.running.more(minutes)
        self._turned(blank=self.is_blank)
