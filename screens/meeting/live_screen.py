"""What the parts of a meeting's own page share: the meeting, its panes, what is allowed.

Each part (running it, who is there, what is caught, what is private) is a class of its own over
`LiveScreen`, with its keys; `LivePage` is all of them. A part adds to `show_again`, `facts` and
`possible` by calling `super()` first. The ids of its verbs begin with "live.".
"""

from functools import cache
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from cartui.model.meetings import Meeting, Segment
from cartui.model.rooms import Room
from cartui.services.ground_rules_wall import RulesWall
from cartui.services.meeting_running import RunningMeeting
from cartui.services.meeting_things import MeetingThings
from cartui.services.meeting_words import meeting_name
from cartui.services.meetings_raised import MeetingsRaised
from cartui.services.rounds import KeptRounds
from screens.meeting.agenda_pane import AgendaLine, AgendaPane
from screens.meeting.captured_pane import CapturedPane
from screens.meeting.prompt_pane import PromptPane
from screens.parts.frame import FrameScreen
from screens.parts.keys import VERBS
from screens.parts.slots import Slot
from screens.parts.subject import Subject

GROUP = "The meeting"
WIDE = 100


class LiveServices:
    """What the page of one meeting is given. `things` are what parts of an agenda can be about."""

    def __init__(self, running: RunningMeeting, things: MeetingThings) -> None:
        self.running = running
        self.rules: RulesWall | None = None
        self.rounds: KeptRounds | None = None
        self.draft_of = things.draft_of
        self.page_of = things.page_of
        self.lines_of = things.lines_of

    @property
    def wall(self) -> MeetingsRaised:
        """The meetings of the group that holds this one, as they are read. Their verbs stand beside
        it: a page that is only looked at does without them.
        """
        return self.running.meetings


class LiveScreen(FrameScreen):
    """A meeting on the screen: agenda, prompt, what was caught."""

    TITLE_WORD = "Meeting"
    CSS_PATH = "live.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the toolkit's own
    PRIVATE_SLOT: ClassVar[str] = "live-private"

    def __init__(self, services: LiveServices) -> None:
        super().__init__()
        self.services = services
        self.running = services.running
        self.line = AgendaLine()
        self.agenda = AgendaPane()
        self.prompt = PromptPane()
        self.captured = CapturedPane()
        self.private = Slot(self.PRIVATE_SLOT, words="your notes, hats, and what you want to raise")

    def compose_body(self) -> ComposeResult:
        """Agenda, prompt, what was caught; the places of the back stage below the last two."""
        yield self.line
        with Horizontal(classes="panes"):
            yield self.agenda
            yield self.prompt
            with Vertical(classes="caught"):
                yield self.captured
                yield self.private

    # --- what the parts ask

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands now. Raises NotFoundHere."""
        return self.running.meeting

    @property
    def segment(self) -> Segment | None:
        """The segment that is on, or will be first; None on an empty agenda."""
        return self.running.here

    @property
    def is_on(self) -> bool:
        """Whether the meeting is running here."""
        return self.running.run is not None

    # --- what the parts add to

    def facts(self) -> list[str]:
        """Return a few words each for the top bar, for the whole room to read."""
        agenda, at = self.running.agenda, self.running.at
        return [f"{at + 1} of {len(agenda)}"] if self.is_on and at >= 0 else []

    def possible(self, action: str) -> bool | None:
        """Return None for an action that cannot be done now, False for one not to be told of."""
        return True

    # --- the frame

    def show_again(self) -> None:
        """Read the meeting anew."""
        self.line.show(self.running)
        self.agenda.show(self.running)
        self.prompt.show(self.running)
        uid, group = self.running.uid, self.services.wall.group_uid
        self.private.tell(uid, group)
        self.prompt.slot.tell(uid, group)

    def heading(self) -> str:
        """Where the meeting is, what the parts say, and what it is called."""
        return "  ".join([*self.facts(), meeting_name(self.meeting)])

    def subject(self) -> Subject | None:
        """The segment that is on, or the meeting, for notes and history."""
        group, meeting = self.services.wall.group_uid, self.meeting
        if (here := self.segment) is not None and self.is_on:
            return Subject(here.uid, here.title, group)
        return Subject(meeting.uid, meeting_name(meeting), group)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep what a stage of the room does not allow, then what cannot be done now."""
        rooms = _rooms().get(action)
        if rooms is None:
            return super().check_action(action, parameters)
        return self.possible(action) if self.room in rooms else False


@cache
def _rooms() -> dict[str, frozenset[Room]]:
    """Return on which stages of the room each action of this page may be done."""
    return {
        declared.action.partition("(")[0]: declared.rooms
        for declared in VERBS.values()
        if declared.id.startswith("live.")
    }
