"""The series of meetings: the list, the meeting beside it, finding, sorting, the ones put away."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.agenda_lines import agenda_lines, reckoning
from cartui.services.meetings import Meetings
from cartui.services.meetings_lines import NEXT, NOW, MeetingLine, meeting_lines
from screens.meeting.meeting_form import MEETING
from screens.meeting.series_lines import AHEAD, COLUMNS, FOR_OUTSIDERS, face_of, facts_of
from screens.parts.choice import Option
from screens.parts.form import Form
from screens.parts.form_screen import FormScreen
from screens.parts.keys import verb
from screens.parts.reading import Reading, led
from screens.parts.row_finder import RowFinder
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject

GROUP = "Meetings"
EMPTY = "No meetings yet.\n\nn plans the first: its day is all it needs."
NO_GROUP = "No group yet. Press 1 for Home and start one; its meetings stand here then."
NONE_AWAY = "No meeting was put away. v shows the series."
WIDE = 100
ORDERS: tuple[tuple[str, str, Callable[[MeetingLine], str], bool], ...] = (
    ("earliest first", "e", lambda line: "", False),
    ("newest first", "n", lambda line: "", True),
    ("by place", "p", lambda line: line.place.casefold(), False),
    ("by kind", "k", lambda line: line.title.casefold(), False),
)


class SeriesSide(Vertical):
    """The list and its find line. They cover it."""

    BLANK = True


class MeetingPane(Vertical):
    """The meeting under the cursor. Its border is not that of what is read: a line without one is
    painted far quicker.
    """

    def __init__(self) -> None:
        super().__init__()
        self.facts = Reading()

    def compose(self) -> ComposeResult:
        """What is read."""
        yield self.facts


class SeriesList(FormScreen):
    """The meetings of the group in hand with one of them beside the list."""

    TITLE_WORD = "Meeting"
    PUBLIC = True
    BLANK = True  # covered by what stands on it
    CSS_PATH = "meeting.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the toolkit's own
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("slash,ctrl+f", "find", "find", "Find in the meetings", "meetings.find",
             group="Look around", also="search filter", rank=50),
        verb("s", "sort", "sort", "Sort the meetings", "meetings.sort",
             group="Look around", also="order newest place kind", rank=51),
        verb("v", "view", "put away", "Show the meetings that were put away, or the series",
             "meetings.view", group="Look around", also="archived removed away", rank=52),
    ]  # fmt: skip

    def __init__(self, meetings: Callable[[], Meetings | None]) -> None:
        super().__init__(Form(MEETING))
        self._meetings = meetings
        self._shown_of = self.at_first = ""
        self.away = False
        self.order = 0
        self.lines: dict[str, MeetingLine] = {}
        self.rows = RowList(COLUMNS, empty=EMPTY, marking=False)
        self.rows.follow = self._show_meeting
        self.finding = RowFinder(self.rows)
        self.pane = MeetingPane()

    def compose_body(self) -> ComposeResult:
        """The list with its find line, and the meeting beside it."""
        with SeriesSide():
            yield self.rows
            yield self.finding
        yield self.pane
        yield from super().compose_body()

    @property
    def meetings(self) -> Meetings:
        """The meetings. Actions run only while there is a group (`check_action`)."""
        found = self._meetings()
        if found is None:
            raise LookupError("there is no group yet")
        return found

    @property
    def here(self) -> Meetings:
        """The meetings of the group that holds the one under the cursor."""
        line = self.line
        return self.meetings.of_group(line.group) if line is not None else self.meetings

    @property
    def line(self) -> MeetingLine | None:
        """The meeting under the cursor, with all that is shown of it."""
        return self.lines.get(self.rows.highlighted or "")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        return self.line.meeting if self.line is not None else None

    # --- showing

    def show_again(self) -> None:
        """Read the series anew; the highlight stays. At first it is on the meeting somebody comes
        from, else on the coming one or the last.
        """
        meetings = self._meetings()
        anew = meetings is not None and meetings.group_uid != self._shown_of
        if anew and meetings is not None:
            self._shown_of, self.away = meetings.group_uid, False
        lines = meeting_lines(meetings, away=self.away) if meetings is not None else []
        _, _, key, reverse = ORDERS[self.order]
        lines = sorted(reversed(lines) if reverse else lines, key=key)
        self.lines = {line.uid: line for line in lines}
        self.rows.columns = FOR_OUTSIDERS if self.room is Room.PUBLIC else COLUMNS
        self.rows.empty = NO_GROUP if meetings is None else NONE_AWAY if self.away else EMPTY
        self.rows.show(list(self.lines), self._face, [line.key for line in lines])
        if anew:
            coming = [line.uid for line in lines if line.stands in (NOW, NEXT)]
            from_there = [self.at_first] if self.at_first in self.lines else []
            first = [*from_there, *coming, *(line.uid for line in lines[-1:])]
            self.rows.highlight(next(iter(first), ""))
        self._show_meeting()
        self.refresh_bindings()

    def _face(self, uid: str) -> Face:
        return face_of(self.lines[uid])

    def _show_meeting(self, _: str | None = None) -> None:
        line, meetings, public = self.line, self._meetings(), self.room is Room.PUBLIC
        if line is None or meetings is None:
            self.pane.facts.show(led([]), anew=True)
            return
        agenda = agenda_lines(self.here, line.meeting, self.room)
        sum_ = reckoning(line.meeting, (each.segment for each in agenda))
        waiting = [] if public or line.stands not in AHEAD else self.here.waiting()
        said = list(facts_of(line, agenda, sum_, waiting, public=public))
        self.pane.facts.show(led(said), anew=True)

    def heading(self) -> str:
        """The group, and whether these are the ones put away."""
        meetings = self._meetings()
        if meetings is None:
            return ""
        name = meetings.group.name
        return f"Put away · meetings of {name}" if self.away else name

    def subject(self) -> Subject | None:
        """The meeting under the cursor."""
        if (line := self.line) is None or self.room is Room.PUBLIC:
            return None
        name = line.meeting.title or f"meeting {line.meeting.number}"
        text = ", ".join(filter(None, (name, line.when, line.place)))
        return Subject(line.uid, name, line.group, text)

    def first_focus(self) -> None:
        """Give the focus back to the list."""
        self.rows.focus()

    # --- finding, sorting, the ones put away

    def action_find(self) -> None:
        """Find as it is typed."""
        self.finding.open()

    @work
    async def action_sort(self) -> None:
        """Choose what the list is sorted by."""
        options = [Option(words, key) for words, key, _, _ in ORDERS]
        if (at := await self.choose("Sort by", options, at=self.order)) is not None:
            self.order = at
            self.show_again()

    def action_view(self) -> None:
        """Turn to the meetings put away, or back."""
        self.away = not self.away
        self.show_again()
        self.refresh_frame()
