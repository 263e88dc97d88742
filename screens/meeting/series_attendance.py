"""Who was there, taken from the series: for the meeting that is on, or any other of it."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.meetings import Meetings
from cartui.services.presences import Presences
from screens.meeting.series_acts import SeriesActs
from screens.meeting.series_list import GROUP
from screens.parts.keys import verb
from screens.parts.taking_attendance import TakingAttendance


class SeriesAttendance(SeriesActs):
    """`a` on the series."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "attendance", "attendance", "Take attendance of the highlighted meeting; before "
             "its day, note who is coming", "meeting.attendance", group=GROUP, rank=13,
             also="present absent apologies who is here register"),
    ]  # fmt: skip

    def __init__(self, meetings: Callable[[], Meetings | None]) -> None:
        super().__init__(meetings)
        self.taking = TakingAttendance(self)

    def show_again(self) -> None:
        """Read the open pass anew too."""
        super().show_again()
        self.taking.show_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Attendance is for members, of a meeting that stands in the series."""
        if action == "attendance":
            if self.room is Room.PUBLIC or self.away or self.has_class("-form"):
                return False
            return self.meeting is not None or None
        return super().check_action(action, parameters)

    def action_attendance(self) -> None:
        """Open the pass of the highlighted meeting."""
        if (meeting := self.meeting) is not None:
            self.taking.begin(self.here.beside(Presences), meeting)
