"""What is on: its title, its questions, its timer; below it the facilitator's own clock."""

from textual.app import ComposeResult
from textual.containers import Vertical

from cartui.services.meeting_running import RunningMeeting
from screens.meeting.timer import Timer
from screens.parts.cells import wrap
from screens.parts.reading import Made, Reading
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
        self._uid = ""

    def compose(self) -> ComposeResult:
        """Words, slot, timer."""
        yield self.words
        yield self.slot
        yield self.timer

    def show(self, running: RunningMeeting) -> None:
        """Show the segment that is on."""
        said, uid = _said(running), running.here.uid if running.here is not None else ""
        self.words.show(_laid(said), anew=uid != self._uid)
        self._uid = uid
        self.timer.show(running.reading())


Said = tuple[str, str, str]
"""What stands before a paragraph, the paragraph, its look."""


def _said(running: RunningMeeting) -> list[Said]:
    if running.meeting.closed_at:
        return [("", OVER, "name"), ("", THANKS, "muted")]
    if (here := running.here) is None:
        return [("", NO_AGENDA, "muted")]
    numbered = enumerate(running.meetings.prompts(here), 1)
    resource = [("", here.resource, "muted")] if here.resource else []
    questions = [(str(number), question, "") for number, question in numbered]
    return [("", here.title, "name"), *resource, *questions]


def _laid(said: list[Said]) -> Made:
    """Return what wraps the paragraphs; what stands before one stands alone there."""

    def made(width: int) -> list[list[tuple[str, str]]]:
        lines = []
        for lead, text, look in said:
            indent = len(lead) + 2 if lead else 0
            for number, line in enumerate(wrap(text, max(1, min(width, 90) - indent))):
                lines.append([((lead if number == 0 else "").ljust(indent) + line, look)])
        return lines

    return made
