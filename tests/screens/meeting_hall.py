"""A meeting's page in the whole app, on a real workspace, with a clock that tests move on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from cartui.model.meetings import Meeting
from cartui.services.meetings import Meetings
from cartui.store.identity import Identity
from screens.meeting.live_page import LivePage
from tests.screens.critique_hall import Watch
from tests.screens.drafts_hall import SMALL, Seat
from tests.screens.stage import app_on, identity, members, north, reopened

PARTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Welcome and rules", {"minutes": 8, "kind": "welcome"}),
    ("What counts as evidence?", {
        "minutes": 20, "kind": "discussion",
        "questions": ("What did you see?", "What would change your mind?"),
    }),
    ("Break", {"minutes": 5, "kind": "break", "protected": True}),
    ("Pairs", {"minutes": 20, "kind": "discussion", "questions": ("What would you try first?",)}),
    ("Closing round", {"minutes": 10, "kind": "closing"}),
)  # fmt: skip


class MeetingBench:
    """A workspace with one group and one meeting, planned at noon; `reread` opens it anew."""

    def __init__(self, folder: Path, *, minutes: int = 65, **fields: Any) -> None:
        self.folder = folder
        self.group = north(folder)
        self.reread()
        said = {"on": "2026-03-02", "venue": "Room 2", "minutes": minutes, **fields}
        self.uid = self.meetings.add(**said).about[0]
        for title, more in PARTS:
            self.meetings.add_segment(self.meeting, title, **more)

    def reread(self) -> None:
        """Open the workspace anew, as another process would."""
        self.ws = reopened(self.folder)
        self.meetings = Meetings(self.ws, members, self.group)

    @property
    def meeting(self) -> Meeting:
        """The meeting, as the disk has it."""
        return self.meetings.meeting(self.uid)


class MeetingSeat(Seat):
    """Somebody at the keyboard of a meeting."""

    @property
    def live(self) -> LivePage:
        """The page of the meeting."""
        return next(each for each in self.app.screen_stack if isinstance(each, LivePage))


@asynccontextmanager
async def in_meeting(
    bench: MeetingBench, size: tuple[int, int] = SMALL, *keys: str, watch: Watch | None = None,
    prefix: str = "r", opened: bool = True,
) -> AsyncIterator[tuple[MeetingSeat, Watch]]:  # fmt: skip
    """Open the app at the meeting's page, and press keys; the bench reads the disk afterwards."""
    bench.ws.close()
    watch = watch or Watch()
    numbers = identity(prefix=prefix)
    who = Identity(device=numbers.device, actor=numbers.actor, clock=watch, new_id=numbers.new_id)
    app = app_on(bench.folder, identity=who)
    async with app.run_test(size=size) as pilot:
        seat = MeetingSeat(app, cast(Any, pilot))
        await seat.press(*(["6", "enter"] if opened else []), *keys)
        seat.presses = 0
        yield seat, watch
    bench.reread()
