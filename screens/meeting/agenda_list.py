"""The agenda of one meeting before it runs: its parts with the clock beside them."""

from textual.app import ComposeResult
from textual.containers import Vertical

from cartui.model.meetings import Meeting
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.agenda_lines import AgendaLine, agenda_lines, reckoning
from cartui.services.meetings import Meetings
from cartui.services.meetings_lines import MeetingLine
from screens.meeting.agenda_rows import COLUMNS, above, below, face_of, fitted, keys_of
from screens.meeting.meeting_form import SEGMENT
from screens.meeting.sum_line import SumLine
from screens.parts.form import Form
from screens.parts.form_screen import FormScreen
from screens.parts.reading import Reading, paragraphs
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject

EMPTY = "Nothing on the agenda yet.\n\nt takes a template, n adds the first part."
NONE_AWAY = "No part was put away. v shows the agenda."
AWAY = ("Parts put away", "v shows the agenda")


class AgendaSide(Vertical):
    """The list with what stands above and below it. They cover it."""

    BLANK = True


class AgendaFacts(Reading):
    """What the highlighted part puts before the room."""


class AgendaList(FormScreen):
    """The parts of an agenda. It stays on one meeting, whatever is put away or moved."""

    TITLE_WORD = "Meeting"
    BLANK = True  # covered by what stands on it
    CSS_PATH = "meeting.tcss"

    def __init__(self, meetings: Meetings, meeting: str) -> None:
        super().__init__(Form(SEGMENT))
        self.meetings = meetings
        self._uid = meeting
        self.away = False
        self.lines: dict[str, AgendaLine] = {}
        self.sum_line = SumLine()
        self.rows = RowList(COLUMNS, empty=EMPTY, marking=False)
        self.rows.follow = self._show_part
        self.facts = AgendaFacts()

    def compose_body(self) -> ComposeResult:
        """The sum, the parts, what the highlighted one asks."""
        with AgendaSide():
            yield self.sum_line
            yield self.rows
            yield self.facts
        yield from super().compose_body()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as it stands now; None if it has been taken back."""
        try:
            return self.meetings.meeting(self._uid)
        except NotFoundHere:
            return None

    @property
    def line(self) -> AgendaLine | None:
        """The part under the cursor."""
        return self.lines.get(self.rows.highlighted or "")

    def show_again(self) -> None:
        """Read the agenda anew; the highlight stays. Without its meeting there is no agenda."""
        if (meeting := self.meeting) is None:
            self.leave()
            return
        lines = agenda_lines(self.meetings, meeting, away=self.away)
        self.lines = {line.uid: line for line in lines}
        self.rows.empty = NONE_AWAY if self.away else EMPTY
        self.rows.columns = fitted(lines)
        self.rows.show(list(self.lines), self._face, keys_of(lines))
        sum_ = reckoning(meeting, self.meetings.agenda(meeting))
        when = MeetingLine(meeting=meeting).when
        said = above(sum_, when, len(self.meetings.waiting()))
        self.sum_line.tell(AWAY if self.away and lines else said)
        self._show_part()
        self.refresh_bindings()

    def _face(self, uid: str) -> Face:
        return face_of(self.lines[uid], away=self.away)

    def _show_part(self, _: str | None = None) -> None:
        line = self.line
        self.facts.set_class(line is None, "-empty")
        self.facts.show(paragraphs(list(below(line))), anew=True)

    def leave(self) -> None:
        """Go back to where the agenda was opened from."""
        if self in self.app.screen_stack:
            self.call_later(self._gone)

    def _gone(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    def heading(self) -> str:
        """The group and the meeting."""
        if (meeting := self.meeting) is None:
            return ""
        name = f"meeting {meeting.number}" if meeting.number else "meeting"
        title = f", {meeting.title}" if meeting.title else ""
        away = ", parts put away" if self.away else ", agenda"
        return f"{self.meetings.group.name}, {name}{title}{away}"

    def subject(self) -> Subject | None:
        """The part under the cursor."""
        if (line := self.line) is None or self.room is Room.PUBLIC:
            return None
        text = "\n".join((line.segment.title, *line.prompts))
        return Subject(line.uid, line.segment.title, self.meetings.group_uid, text)

    def first_focus(self) -> None:
        """Give the focus back to the list."""
        self.rows.focus()
