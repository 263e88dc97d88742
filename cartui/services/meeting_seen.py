"""A meeting as it is seen while it runs: what is on, its clock, how it stands to its plan."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from cartui.model.meetings import Meeting, Segment
from cartui.model.problems import NotFoundHere
from cartui.services import meeting_plan as plan
from cartui.services.meeting_run import Run
from cartui.services.meeting_run_kept import KeptRun
from cartui.services.meetings_raised import MeetingsRaised
from cartui.services.public_clock import PublicClock, Reading, reading
from cartui.store.events import Change


class SeenMeeting:
    """One meeting, before, while and after it runs. `clock` is the time now, aware; `newest` the
    change that `u` would take back, if there is any. Raises NotFoundHere.

    Segments and minutes are read anew each time: the agenda may change meanwhile.
    """

    def __init__(
        self, meetings: MeetingsRaised, kept: KeptRun, uid: str, clock: Callable[[], datetime],
        newest: Callable[[], Change | None] = lambda: None,
    ) -> None:  # fmt: skip
        self.meetings, self.uid = meetings, uid
        self._kept, self._now, self._newest = kept, clock, newest
        self._known = meetings.meeting(uid)
        self._run = kept.of(uid) if self._known.began_at else None

    # --- what is seen of it

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands now; if it is gone, as it stood last."""
        with suppress(NotFoundHere):
            self._known = self.meetings.meeting(self.uid)
        return self._known

    @property
    def is_gone(self) -> bool:
        """Whether it is no longer here."""
        try:
            self.meetings.meeting(self.uid)
        except NotFoundHere:
            return True
        return False

    @property
    def agenda(self) -> list[Segment]:
        """Its segments, in order."""
        return self.meetings.agenda(self._known)

    @property
    def run(self) -> Run | None:
        """Where it stands here; None unless it has begun here and is not closed."""
        return self._run if self._run is not None and not self.meeting.closed_at else None

    @property
    def at(self) -> int:
        """Which segment is on, from 0; the first before it begins, -1 on an empty agenda."""
        agenda = self.agenda
        return self._run.at(agenda) if self._run is not None else min(0, len(agenda) - 1)

    @property
    def here(self) -> Segment | None:
        """The segment that is on, or will be; None on an empty agenda."""
        agenda, at = self.agenda, self.at
        return agenda[at] if at >= 0 else None

    def minutes(self, segment: Segment) -> int:
        """Return the minutes a segment has now."""
        return run.minutes(segment) if (run := self.run) is not None else segment.minutes

    def ran(self, segment: Segment) -> float:
        """Return how many seconds a segment has run; of a closed meeting, as it is kept."""
        if self._run is None or self.run is None:
            return float(segment.ran)
        return self._run.ran(segment.uid, self._now())

    @property
    def clock(self) -> PublicClock | None:
        """The clock for the room; None without a segment that has minutes."""
        here, run = self.here, self.run
        if here is None or self.meeting.closed_at or not self.minutes(here):
            return None
        if run is None:
            whole = here.minutes * 60.0
            return PublicClock(whole=whole, left=whole)
        return run.clock(here)

    def reading(self) -> Reading | None:
        """Return what that clock says now."""
        clock = self.clock
        return reading(clock, self._now()) if clock is not None else None

    # --- the facilitator's own

    def overrun(self) -> float:
        """Return by how many seconds the segment is over its plan; for BACK alone."""
        return plan.overrun(run, self.agenda, self._now()) if (run := self.run) else 0.0

    def behind(self) -> float:
        """Return by how many seconds the meeting is behind, below 0 ahead; for BACK alone."""
        return plan.behind(run, self.agenda, self._now()) if (run := self.run) else 0.0

    def too_much(self) -> float:
        """Return how many seconds do not fit before the locked end; for BACK alone."""
        run = self.run
        return plan.too_much(run, self.meeting, self.agenda, self._now()) if run else 0.0

    def takes(self) -> list[tuple[Segment, int]]:
        """Return from which segments absorbing would take how many minutes; for BACK alone."""
        if (run := self.run) is None:
            return []
        found = plan.takes(run, self.meeting, self.agenda, self._now())
        return [(each, found[each.uid]) for each in self.agenda if each.uid in found]

    @property
    def ends(self) -> datetime | None:
        """The locked end; None before it has begun."""
        return plan.ends(run, self.meeting) if (run := self.run) is not None else None
