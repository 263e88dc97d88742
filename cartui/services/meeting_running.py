"""The running meeting: what each key of its page does. Where it stands is kept at once."""

from cartui.model.meetings import Segment
from cartui.services import meeting_plan as plan
from cartui.services.meeting_run import Run, stamp
from cartui.services.meeting_seen import SeenMeeting
from cartui.store.events import Change


class RunningMeeting(SeenMeeting):
    """One meeting with its keys. Only `close` makes a change in the workspace."""

    def begin(self) -> None:
        """Stand at the first segment from now on, its clock running. Nothing is saved by it."""
        now, meeting = self._now(), self.meeting
        here = self.agenda[0] if self.agenda else None
        self._keep(Run(
            group=self.meetings.group_uid, meeting=self.uid, since=stamp(now), begun=stamp(now),
            segment=here.uid if here else "", starts=plan.starts(meeting, now), touched=stamp(now),
        ))  # fmt: skip

    def turn(self, steps: int) -> bool:
        """Go some segments on or back; False if there is none that way."""
        run, agenda = self.run, self.agenda
        if run is None or not 0 <= (to := run.at(agenda) + steps) < len(agenda):
            return False
        self._keep(run.moved(agenda, to, self._now()))
        return True

    def start_or_pause(self) -> None:
        """Let the clock run, or stand."""
        if (run := self.run) is not None:
            self._keep(run.started_or_paused(self._now()))

    def more(self, minutes: int) -> bool:
        """Give the segment so many minutes more, or fewer; False for one without minutes."""
        run, here = self.run, self.here
        if run is None or here is None or not here.minutes:
            return False
        self._with_minutes(run, {here.uid: minutes})
        return True

    def set_minutes(self, minutes: int) -> bool:
        """Let the segment have so many minutes; False for one without minutes."""
        here = self.here
        return here is not None and self.more(minutes - self.minutes(here))

    def absorb(self) -> list[tuple[Segment, int]]:
        """Take what does not fit from later segments; return from which how many minutes."""
        run, taken = self.run, self.takes()
        if run is not None and taken:
            self._with_minutes(run, {each.uid: -minutes for each, minutes in taken})
        return taken

    @property
    def can_put_back(self) -> bool:
        """Whether the last thing done was to change minutes, so that `u` puts them back."""
        run = self.run
        return run is not None and run.put_back is not None and (
            run.put_back.after == self._last_change()
        )  # fmt: skip

    def put_back(self) -> None:
        """Put the minutes back as they were before the last key that changed them."""
        if (run := self.run) is not None:
            self._keep(run.as_before(self._now()))

    def close(self) -> Change:
        """Close the meeting; the seconds that each segment ran go into its record.

        Where it stood is kept, the clock standing: taking the close back goes on from there.
        """
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - a start does without

        meetings = self.meetings.beside(Meetings)
        run, now = self.run, self._now()
        if run is None:
            return meetings.close(self.meeting)
        banked = run.banked(now)
        ran = {uid: round(seconds) for uid, seconds in banked.spent.items()}
        change = meetings.close(self.meeting, ran)
        self._keep(banked)
        return change

    def let_go(self) -> None:
        """It has not begun after all: what was begun by a slip was taken back."""
        self._run = None
        self._kept.forget()

    def _with_minutes(self, run: Run, more: dict[str, int]) -> None:
        self._keep(run.with_minutes(more, self.agenda, self._now(), self._last_change()))

    def _last_change(self) -> str:
        last = self._newest()
        return last.id if last is not None else ""

    def _keep(self, now: Run) -> None:
        self._run = now
        self._kept.keep(now)
