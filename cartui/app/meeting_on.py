"""A meeting's own page: opened over the series, and at once when cartui starts in a meeting."""

from typing import TYPE_CHECKING

from textual import on

from cartui.app.critiquing import Critiquing
from cartui.model.problems import CartuiProblem
from screens.parts.frame import FrameScreen

if TYPE_CHECKING:
    from cartui.app.workroom import Workroom
    from cartui.services.meeting_run_kept import KeptRun
    from cartui.store.events import Change
    from screens.meeting.live_page import LivePage
    from screens.meeting.live_screen import LiveServices


class MeetingOn(Critiquing):
    """Enter on a meeting. What the page is given is put together here."""

    def kept_run(self) -> "KeptRun":
        """Where this machine stands in a meeting of the open workspace."""
        from cartui.services.meeting_run_kept import KeptRun  # noqa: PLC0415 - not at the start

        assert self.workroom is not None  # noqa: S101 - asked only with a workroom
        ws = self.workroom.workspace
        return KeptRun(self.places.state, ws, ws.moment)

    @on(FrameScreen.MeetingWanted)
    async def _meeting_wanted(self, event: FrameScreen.MeetingWanted) -> None:
        if self.workroom is not None:
            await self._open_meeting(self.workroom, event.meeting, event.group)

    async def _open_meeting(self, room: "Workroom", meeting: str, group: str) -> None:
        """Open the page of a meeting over the series."""
        from screens.meeting.live_page import LivePage  # noqa: PLC0415 - not at the start

        services = self.live_services(room, meeting, group)
        try:
            services.running.meeting  # noqa: B018 - it may be gone by now
        except CartuiProblem as problem:
            if self.frame is not None:
                self.frame.say(str(problem), tone="problem")
            return
        page = LivePage(services)
        page.around = self.rooms.around
        await self.push_screen(page)

    def live_services(self, room: "Workroom", meeting: str, group: str) -> "LiveServices":
        """Return what the page of a meeting is given."""
        from cartui.services.meeting_running import RunningMeeting  # noqa: PLC0415
        from cartui.services.meetings import Meetings  # noqa: PLC0415
        from screens.meeting.live_screen import LiveServices  # noqa: PLC0415

        ws = room.workspace
        meetings = Meetings(ws, room.room, group)

        def newest() -> "Change | None":
            return ws.next_undo(room.stage)

        return LiveServices(RunningMeeting(meetings, self.kept_run(), meeting, ws.moment, newest))

    def live_page(self) -> "LivePage | None":
        """Return the page of a meeting that is open, on whatever screen one is; None if none."""
        mode = self.rooms.mode_of("Meeting")
        from screens.meeting.live_page import LivePage  # noqa: PLC0415

        stack = self._screen_stacks.get(mode or "") or ()
        return next((each for each in stack if isinstance(each, LivePage)), None)
