"""Planning from within a meeting: the agenda is changed, days for the next meeting are offered."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.services.wall_clock import long_day
from screens.meeting.live_run import LiveRun
from screens.meeting.live_screen import GROUP
from screens.parts.keys import verb


class LivePlanning(LiveRun):
    """`d` and `M`: what else is a key of the series, which one does not leave a meeting for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("M", "next_meeting", "next meeting", "Offer days for the next meeting, and pick one",
             "live.slots", group=GROUP, rank=26, also="slots date when again"),
        verb("d", "agenda", "agenda", "Change the agenda: its parts, their order and questions",
             "live.agenda", group=GROUP, rank=27, also="plan add part edit reorder protected"),
    ]  # fmt: skip

    @work
    async def action_next_meeting(self) -> None:
        """Offer days, and pick one."""
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - not at the start
        from screens.meeting.slots_choice import choose_slot  # noqa: PLC0415

        meetings = self.services.wall.beside(Meetings)
        change = await choose_slot(self, meetings, self.meeting)
        if change is not None:
            picked = meetings.meeting(change.about[0])
            self.say(f"The next meeting: {long_day(picked.on)} {picked.start}".rstrip() + ".")
        self._turned()

    def action_agenda(self) -> None:
        """Open the agenda, to be changed; the meeting goes on meanwhile."""
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - as above
        from screens.meeting.agenda_page import AgendaPage  # noqa: PLC0415

        page = AgendaPage(self.services.wall.beside(Meetings), self.running.uid)
        page.around = self.around
        self.app.push_screen(page)
