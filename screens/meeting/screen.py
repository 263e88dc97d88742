"""Meeting: the series of the group in hand, the coming one highlighted."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.meetings import Meetings
from screens.parts.columns import Column
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject

GROUP = "Meeting"
EMPTY = "No meetings yet.\n\nn plans the first: its day is all it needs."
NO_GROUP = "No group yet. Press 1 for Home and start one; its meetings stand here then."
COLUMNS = (
    Column(key="number", title="No", least=3, right=True),
    Column(key="when", title="When", least=16),
    Column(key="title", title="Meeting", least=20, share=2),
    Column(key="venue", title="Where", least=14, share=1, rank=1),
    Column(key="stands", title="", least=10),
)


class MeetingScreen(FrameScreen):
    """The meetings of the group in hand."""

    TITLE_WORD = "Meeting"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new_meeting", "new meeting", "Plan a meeting", "meeting.new", group=GROUP,
             rank=10, also="add plan date schedule"),
    ]  # fmt: skip

    def __init__(self, meetings: Callable[[], Meetings | None]) -> None:
        super().__init__()
        self._meetings = meetings
        self.rows = RowList(COLUMNS, empty=EMPTY, marking=False)
        self.lines: dict[str, Meeting] = {}

    def compose_body(self) -> ComposeResult:
        """The series."""
        yield self.rows

    @property
    def meetings(self) -> Meetings:
        """The meetings. Actions run only while there is a group (`check_action`)."""
        found = self._meetings()
        if found is None:
            raise LookupError("there is no group yet")
        return found

    def show_again(self) -> None:
        """Read the series anew; the highlight stays."""
        meetings = self._meetings()
        self.lines = {each.uid: each for each in meetings.meetings()} if meetings else {}
        self.rows.empty = EMPTY if meetings else NO_GROUP
        self.rows.show(list(self.lines), self._face)
        self.refresh_bindings()

    def _face(self, uid: str) -> Face:
        meeting = self.lines[uid]
        when = " ".join(filter(None, (meeting.on, meeting.start)))
        stands = "held" if meeting.closed_at else "on now" if meeting.began_at else ""
        number = str(meeting.number or "")
        return Face((number, when, meeting.title or meeting.kind, meeting.venue, stands))

    def heading(self) -> str:
        """The group."""
        meetings = self._meetings()
        return meetings.group.name if meetings is not None else ""

    def subject(self) -> Subject | None:
        """The meeting under the cursor."""
        meeting = self.lines.get(self.rows.highlighted or "")
        if meeting is None:
            return None
        name = meeting.title or f"meeting {meeting.number}"
        return Subject(meeting.uid, name, self.meetings.group_uid, name)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        """Open the page of the meeting."""
        event.stop()
        self.post_message(self.MeetingWanted(event.uid, self.meetings.group_uid))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "new_meeting":
            return self.room is not Room.PUBLIC and self._meetings() is not None
        return super().check_action(action, parameters)

    def action_new_meeting(self) -> None:
        """Plan a meeting by its day."""
        meetings = self.meetings

        def then(day: str | None) -> None:
            change = self.do(lambda: meetings.add(on=day)) if day is not None else None
            if change is not None:
                self.show_again()
                self.rows.highlight(change.about[0])

        self.ask("On which day", then, id="meeting.new")
