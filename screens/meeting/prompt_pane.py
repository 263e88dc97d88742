"""What is on: its title, its questions, its timer; below it the facilitator's own clock."""

from textual.app import ComposeResult
from textual.containers import Vertical

from cartui.services.meeting_running import RunningMeeting
from screens.meeting.timer import Timer
from screens.parts.reading import Reading, paragraphs
from screens.parts.slots import Slot

CLOCK_SLOT = "live-clock"


class PromptPane(Vertical):
    """The prompt as the room has it, the timer, and a place that only BACK fills."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Reading()
        self.timer = Timer()
        self.slot = Slot(CLOCK_SLOT, words="your own clock: ahead or behind, over the plan")
        self._uid = ""

    def compose(self) -> ComposeResult:
        """Words, slot, timer."""
        yield self.words
        yield self.slot
        yield self.timer

    def show(self, running: RunningMeeting) -> None:
        """Show the segment that is on."""
        said, uid = _said(running), running.here.uid if running.here is not None else ""
        self.words.show(paragraphs(said), anew=uid != self._uid)
        self._uid = uid
        self.timer.show(running.reading())


def _said(running: RunningMeeting) -> list[tuple[str, str]]:
    if (here := running.here) is None:
        return [("The agenda is empty. q goes back to the series.", "muted")]
    if running.meeting.closed_at:
        return [("This meeting is over.", "name"), ("p shows the thank-you page.", "muted")]
    said = [(here.title, "name")]
    if here.resource:
        said.append((here.resource, "muted"))
    said += [
        (f"{number}  {question}", "")
        for number, question in enumerate(running.meetings.prompts(here), 1)
    ]
    return said
