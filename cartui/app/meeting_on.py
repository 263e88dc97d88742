"""A meeting's own page: opened over the series, and at once when cartui starts in a meeting."""

from typing import TYPE_CHECKING, cast

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume

from cartui.app.kept_place import KeptPlace
from cartui.app.meeting_showing import MeetingShowing
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from screens.parts.frame import FrameScreen

if TYPE_CHECKING:
    from cartui.app.workroom import Workroom
    from cartui.services.meeting_run import Run
    from cartui.services.meeting_run_kept import KeptRun
    from cartui.store.events import Change
    from screens.meeting.live_page import LivePage
    from screens.meeting.live_screen import LiveServices
    from screens.meeting.screen import MeetingScreen

ALL_SAVED = "All saved. Leave?"
MEETING_ON = "A meeting is on. Its clock runs on, and cartui opens in it again. Leave?"


class MeetingOn(MeetingShowing):
    """Enter on a meeting. What the page is given is put together here."""

    def kept_run(self) -> "KeptRun":
        """Where this machine stands in a meeting of the open workspace."""
        from cartui.services.meeting_run_kept import KeptRun  # noqa: PLC0415 - not at the start

        assert self.workroom is not None  # noqa: S101 - asked only with a workroom
        ws = self.workroom.workspace
        return KeptRun(self.places.state, ws, ws.moment)

    def begins_at(self, room: "Workroom", *, looking_round: bool) -> str:
        """Begin at the series if a meeting is on: its page opens over it."""
        if self.standing_run() is not None:
            return "Meeting"
        return super().begins_at(room, looking_round=looking_round)

    def standing_run(self) -> "Run | None":
        """Return the run of a meeting that is on; None if there is none, or it was long ago."""
        if self.workroom is None or not (self.places.state / "meeting").is_dir():
            return None
        from cartui.model.meetings import Meeting  # noqa: PLC0415 - most starts are in no meeting

        if (kept := self.kept_run().standing()) is None:
            return None
        meeting = self.workroom.workspace.get(Meeting, kept.meeting, group=kept.group)
        on_now = meeting is not None and meeting.began_at and not meeting.closed_at
        return kept if on_now else None

    def told(self) -> None:
        """Go on in the meeting that is on."""
        super().told()
        if self.standing_run() is not None:
            self.call_later(self.go_on_in_meeting)

    def action_show(self, word: str) -> None:
        """Go to a screen; to Meeting means to the meeting that is on, if one is."""
        super().action_show(word)
        if word == "Meeting":
            self.call_later(self.go_on_in_meeting)

    async def begin_in_meeting(self) -> None:
        """Begin at the page of the meeting that is on, if one is; at the series if it is gone."""
        await self.go_on_in_meeting()
        if isinstance(kept := self.screen, KeptPlace):
            await self._made_for(kept)
            self.screen.post_message(ScreenResume())

    def pop_screen(self) -> AwaitComplete:
        """Close what is on top. A screen whose place was kept below it is made before it shows."""
        below = self._screen_stack[0]
        if len(self._screen_stack) == 2 and isinstance(below, KeptPlace):
            return AwaitComplete(self._made_for(below), super().pop_screen())
        return super().pop_screen()

    def _made_for(self, kept: KeptPlace) -> AwaitComplete:
        """Let the screen that a place was kept for stand there from now on."""
        series = cast("MeetingScreen", kept.made())
        if (live := self.live_page()) is not None:
            series.at_first = live.running.uid
        made, mounted = self._get_screen(series)
        self._load_screen_css(made)
        self._screen_stack[0] = made
        return AwaitComplete(mounted, self._replace_screen(kept))

    async def go_on_in_meeting(self) -> None:
        """Open the page of the meeting that is on, if one is and we are at the series."""
        run, room = self.standing_run(), self.workroom
        if run is None or room is None or self.stage is Room.PUBLIC:
            return
        if self.current_mode == self.rooms.mode_of("Meeting") and self.live_page() is None:
            await self._open_meeting(room, run.meeting, run.group)

    def leaving_asks(self) -> str:
        """Return what is asked before leaving while all is saved; also whether a meeting is on."""
        return MEETING_ON if self.standing_run() is not None else ALL_SAVED

    @on(FrameScreen.MeetingWanted)
    async def _meeting_wanted(self, event: FrameScreen.MeetingWanted) -> None:
        if self.workroom is not None:
            await self._open_meeting(self.workroom, event.meeting, event.group)

    async def _open_meeting(self, room: "Workroom", meeting: str, group: str) -> None:
        """Open the page of a meeting over the series."""
        from screens.meeting.live_page import LivePage  # noqa: PLC0415 - not at the start

        try:
            services = self.live_services(room, meeting, group)
        except CartuiProblem as problem:  # it may be gone by now
            if self.frame is not None:
                self.frame.say(str(problem), tone="problem")
            return
        page = LivePage(services)
        page.around = self.rooms.around
        await self.push_screen(page)

    def live_services(self, room: "Workroom", meeting: str, group: str) -> "LiveServices":
        """Return what the page of a meeting is given."""
        from cartui.services.meeting_running import RunningMeeting  # noqa: PLC0415
        from cartui.services.meeting_things import MeetingThings  # noqa: PLC0415
        from cartui.services.meetings_raised import MeetingsRaised  # noqa: PLC0415
        from screens.meeting.live_screen import LiveServices  # noqa: PLC0415

        ws = room.workspace
        meetings = MeetingsRaised(ws, room.room, group)

        def newest() -> "Change | None":
            return ws.next_undo(room.stage)

        running = RunningMeeting(meetings, self.kept_run(), meeting, ws.moment, newest)
        return LiveServices(running, MeetingThings(ws, room.room, group))

    def live_page(self) -> "LivePage | None":
        """Return the page of a meeting that is open over the series; None if there is none."""
        from screens.meeting.live_page import LivePage  # noqa: PLC0415

        stack = self._screen_stacks.get(self.rooms.mode_of("Meeting") or "") or ()
        return next((each for each in stack if isinstance(each, LivePage)), None)
