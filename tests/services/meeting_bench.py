"""A meeting of five parts on the disk, run by a clock that tests move on."""

from pathlib import Path

from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.meeting_run_kept import KeptRun
from cartui.services.meeting_running import RunningMeeting
from cartui.services.meetings import Meetings
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.conftest import StillClock

PARTS = (("Welcome", 10, False), ("Input", 20, False), ("Break", 5, True), ("Pairs", 40, False),
         ("Closing", 20, False))  # fmt: skip
"""Title, minutes, protected: 95 minutes of a meeting of 100."""


class MeetingBench:
    """One group with one meeting. `state` is this machine's state folder."""

    def __init__(self, folder: Path, state: Path, identity: Identity, clock: StillClock) -> None:
        self.folder, self.state, self.identity, self.clock = folder, state, identity, clock
        self._open()
        draft = self.ws.draft("start")
        draft.create(Group(uid="north", name="North", cycle="CS5"))
        self.ws.commit(draft, room=Room.MEMBERS)
        self.uid = self.meetings.add(minutes=100).about[0]
        for title, minutes, protected in PARTS:
            meeting = self.meetings.meeting(self.uid)
            self.meetings.add_segment(meeting, title, minutes=minutes, protected=protected)
        self.running = self._running()

    def _open(self) -> None:
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        self.meetings = Meetings(self.ws, lambda: Room.MEMBERS, "north")

    def _running(self) -> RunningMeeting:
        kept = KeptRun(self.state, self.ws, self.clock)
        return RunningMeeting(self.meetings, kept, self.uid, self.clock,
                              lambda: self.ws.next_undo(Room.MEMBERS))  # fmt: skip

    def killed_and_opened(self) -> RunningMeeting:
        """Open everything anew without having left it, as after a power cut."""
        self.ws.close()
        self._open()
        self.running = self._running()
        return self.running

    def begin(self) -> RunningMeeting:
        """Begin the meeting, and return it."""
        self.running.begin()
        self.meetings.begin(self.meetings.meeting(self.uid))
        return self.running

    def digits(self) -> str:
        """Return what the clock for the room says."""
        now = self.running.reading()
        return now.digits if now is not None else ""

    def minutes(self) -> list[int]:
        """Return the minutes each part has now."""
        return [self.running.minutes(each) for each in self.running.agenda]
