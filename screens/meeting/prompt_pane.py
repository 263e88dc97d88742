"""What is on: its title, its questions, its timer; below it the facilitator's own clock."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from cartui.services.meeting_running import RunningMeeting
from screens.meeting.timer import Timer
from screens.parts.reading import Led, Reading, led
from screens.parts.slots import Slot

CLOCK_SLOT = "live-clock"
NO_AGENDA = "The agenda is empty. d plans it."
OVER, THANKS = "This meeting is over.", "p shows the thank-you page."


class PromptPane(Vertical):
    """The prompt as the room has it, the timer, and a place that only BACK fills."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Reading()
        self.timer = Timer()
        self.slot = Slot(CLOCK_SLOT, words="your own clock: ahead or behind, over the plan")
        self._places: list[Widget] = [self.words, self.slot, self.timer]
        self._uid = ""

    def add(self, widget: Widget, after: Widget) -> None:
        """Give a part of the page its place here, before the pane is built."""
        self._places.insert(self._places.index(after) + 1, widget)

    def compose(self) -> ComposeResult:
        """Words, slot, timer, and what the parts of the page have added to them."""
        yield from self._places

    def show(self, running: RunningMeeting) -> None:
        """Show the segment that is on."""
        said, uid = _said(running), running.here.uid if running.here is not None else ""
        self.words.show(led(said), anew=uid != self._uid)
        self._uid = uid
        self.timer.show(running.reading())


def _said(running: RunningMeeting) -> list[Led]:
    if running.meeting.closed_at:
        return [("", OVER, "name"), ("", THANKS, "muted")]
    if (here := running.here) is None:
        return [("", NO_AGENDA, "muted")]
    numbered = enumerate(running.meetings.prompts(here), 1)
    resource = [("", here.resource, "muted")] if here.resource else []
    questions = [(str(number), question, "") for number, question in numbered]
    return [("", here.title, "name"), *resource, *questions]
