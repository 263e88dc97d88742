"""Who is there, taken on the meeting's own page by one pass."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.services.presences import Presences
from cartui.services.presences_series import count_words
from screens.meeting.live_screen import GROUP, LiveScreen, LiveServices
from screens.parts.keys import verb
from screens.parts.taking_attendance import TakingAttendance


class LiveAttendance(LiveScreen):
    """`a`: the pass of this meeting. The top bar says how many are here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "attendance", "attendance", "Take attendance: one key for each person, one for "
             "all the rest", "live.attendance", group=GROUP, rank=6,
             also="present absent late apologies who is here register"),
    ]  # fmt: skip

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self.presences = services.wall.beside(Presences)
        self.taking = TakingAttendance(self)

    def facts(self) -> list[str]:
        """Say how many are here, once somebody is marked."""
        gone = self.running.is_gone
        counted = "" if gone else count_words(*self.presences.counted(self.meeting))
        return [*super().facts(), *([f"here {counted}"] if counted else [])]

    def show_again(self) -> None:
        """Read the open pass anew too."""
        super().show_again()
        self.taking.show_again()

    def action_attendance(self) -> None:
        """Open the pass."""
        self.taking.begin(self.presences, self.meeting)
