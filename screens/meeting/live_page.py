"""The page of one meeting: its agenda, its prompt, what is caught. It stays open while it runs."""

from screens.meeting.live_attendance import LiveAttendance
from screens.meeting.live_planning import LivePlanning
from screens.meeting.live_private import LiveBackPlaces
from screens.meeting.live_record import LiveRecord
from screens.meeting.live_rounds import LiveRounds
from screens.meeting.live_rules import LiveRules
from screens.meeting.live_screen import LiveServices
from screens.meeting.live_settling import LiveSettling
from screens.parts.exact_paint import ExactCompositor


class LivePage(
    LiveRounds, LiveRules, LiveBackPlaces, LiveAttendance, LiveSettling, LiveRecord, LivePlanning
):
    """All that can be done in a meeting, each part from a room of its own."""

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self._compositor = ExactCompositor()

    def show_again(self) -> None:
        """Read anew; the page of a meeting that is gone closes before any part of it is asked."""
        if self.running.is_gone:
            self.call_later(self.close_page)
        else:
            super().show_again()

    def heading(self) -> str:
        """Nothing of a meeting that is gone."""
        return "" if self.running.is_gone else super().heading()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done to a meeting that is gone."""
        return False if self.running.is_gone else super().check_action(action, parameters)
