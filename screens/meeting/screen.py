"""Meeting: the series of the group in hand, the coming one highlighted."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.glance_meetings import LIVE
from cartui.services.meeting_record import MeetingRecord
from cartui.services.meetings import Meetings
from screens.meeting.agenda_page import AgendaPage
from screens.meeting.record_page import RecordPage
from screens.meeting.series_attendance import SeriesAttendance
from screens.meeting.series_list import GROUP, WIDE
from screens.meeting.taking_out import WAYS, file_name, taken_out
from screens.parts.choice import Option
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.new_file import WHERE, WHERE_TABLE, take_out, usual_folder
from screens.parts.rows import RowList


class MeetingScreen(SeriesAttendance):
    """The meetings of the group in hand. Before outsiders it is read only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("d", "agenda", "agenda", "Open the agenda: its parts, their minutes and questions",
             "meeting.agenda", group=GROUP, rank=11,
             also="plan parts segments template timetable programme schedule"),
        verb("o", "take_out", "output", "Write meetings to a file: for a calendar, or as a page",
             "meeting.out", group="Look around", rank=53,
             also="export ics calendar outlook save markdown print share invitation"),
        verb("z", "zoom", "zoom", "Give one meeting the whole screen, or the list its place",
             "meeting.zoom", group="Look around", show=False, rooms=EVERYWHERE),
        verb("escape", "back", "back", "Close what is open, show all again",
             "meeting.back", group="Look around", rank=5, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(
        self,
        meetings: Callable[[], Meetings | None],
        documents: Callable[[], Path] = usual_folder,
    ) -> None:
        super().__init__(meetings)
        self._documents = documents

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is offered while there is something to close."""
        if action == "back":
            return self.has_class("-page") or self.finding.display or self.away or None
        if action == "zoom":
            return self.line is not None or None
        return super().check_action(action, parameters)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self.room is Room.PUBLIC or self.away:
            self.add_class("-page") if self.size.width < WIDE else None
            self.pane.facts.focus()
        else:
            self.post_message(self.MeetingWanted(event.uid, self.lines[event.uid].group))

    def turn_to(self, uid: str, within: str = "") -> None:
        """Highlight a meeting in the series; `within` opens its own page ("live"), or its record,
        at a line of it if it is one.
        """
        self.finding.clear()
        self.rows.sift("")
        self.remove_class("-page")
        if self.away:
            self.action_view()
        found = self.rows.highlight(uid)
        self.rows.focus()
        if not found or self.meeting is None:
            return
        if within == LIVE:
            self.post_message(self.MeetingWanted(uid, self.here.group_uid))
        elif within:
            page = RecordPage(self.here.beside(MeetingRecord), self.meeting, within)
            page.around = self.around
            self.app.push_screen(page)

    def action_agenda(self) -> None:
        """Open the agenda of the highlighted meeting."""
        if (meeting := self.meeting) is None:
            return
        page = AgendaPage(self.here, meeting.uid)
        page.around = self.around
        self.app.push_screen(page)

    def action_zoom(self) -> None:
        """Give the meeting the whole screen, or go back."""
        self.toggle_class("-page")
        (self.pane.facts if self.has_class("-page") else self.rows).focus()

    def action_back(self) -> None:
        """Close the top thing: the page, then what is found, then the ones put away."""
        if self.has_class("-page"):
            self.remove_class("-page")
        elif not self.finding.clear() and self.away:
            self.action_view()
        self.rows.focus()

    @work
    async def action_take_out(self) -> None:
        """Write one meeting or the series to a new file."""
        meeting = self.meeting
        ways = [way for way in WAYS if way.whole or meeting is not None]
        options = [Option(way.words, way.key, way.more) for way in ways]
        at = await self.choose("Write out", options)
        if at is None:
            return
        way = ways[at]
        one = None if way.whole else meeting
        meetings = self.meetings if way.whole else self.here
        take_out(
            self,
            self._documents() / file_name(meetings, way, one),
            lambda file: taken_out(way, meetings, one, file),
            id="meeting.out",
            asks=WHERE if way.is_page else WHERE_TABLE,
        )
