"""A meeting on its way through its agenda: which segment is on, since when, what each has run.

Times are instants in UTC, never times of day: a machine that slept, another time zone and the
change to summer time make no difference. Nothing here is a word of the group's.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from cartui.model.meetings import Segment
from cartui.services.public_clock import PublicClock

LEAST, MOST = 1, 999
"""Minutes that a segment can be given while it runs."""


class PutBack(Struct, frozen=True, kw_only=True):
    """The minutes as they were before a key, while nothing was changed since `after`."""

    more: dict[str, int]
    after: str = ""


class Run(Struct, frozen=True, kw_only=True):
    """Where a meeting stands on this machine.

    `more` has the minutes each segment was given beyond its plan, below 0 those it gave away, by
    uid; `spent` the seconds each ran before `since`; with no `since` the clock stands. `begun` is
    when it began, `starts` the instant from which the plan counts, `touched` when a key was
    pressed last. `place` is where `segment` stood on the agenda, should that be taken off it.
    """

    group: str
    meeting: str
    segment: str = ""
    place: int = 0
    more: dict[str, int] = field(default_factory=dict)
    spent: dict[str, float] = field(default_factory=dict)
    since: str = ""
    begun: str = ""
    starts: str = ""
    touched: str = ""
    put_back: PutBack | None = None

    @property
    def runs(self) -> bool:
        """Whether the clock is running."""
        return bool(self.since)

    # --- read

    def at(self, agenda: Sequence[Segment]) -> int:
        """Return which segment is on, counted from 0; -1 on an empty agenda."""
        places = {each.uid: number for number, each in enumerate(agenda)}
        return places.get(self.segment, min(self.place, len(agenda) - 1))

    def minutes(self, segment: Segment) -> int:
        """Return the minutes a segment has now."""
        return max(0, segment.minutes + self.more.get(segment.uid, 0))

    def ran(self, uid: str, now: datetime) -> float:
        """Return how many seconds a segment has run, an overrun included."""
        here = _seconds(self.since, now) if self.since and uid == self.segment else 0.0
        return self.spent.get(uid, 0.0) + here

    def clock(self, segment: Segment) -> PublicClock | None:
        """Return the clock for the room of the segment that is on; None if it has no minutes."""
        if not (whole := self.minutes(segment) * 60.0):
            return None
        left = whole - self.spent.get(segment.uid, 0.0)
        if not self.since:
            return PublicClock(whole=whole, left=max(0.0, left))
        ends = datetime.fromisoformat(self.since) + timedelta(seconds=left)
        return PublicClock(whole=whole, left=max(0.0, left), ends=ends.isoformat())

    # --- what a key makes of it

    def banked(self, now: datetime) -> "Run":
        """Return the same with what has run so far put down, and the clock standing."""
        spent = {**self.spent, self.segment: self.ran(self.segment, now)}
        return replace(self, spent=spent, since="", touched=stamp(now))

    def moved(self, agenda: Sequence[Segment], to: int, now: datetime) -> "Run":
        """Return the run at another segment; a running clock runs on there."""
        since = stamp(now) if self.since else ""
        return replace(self.banked(now), segment=agenda[to].uid, place=to, since=since)

    def started_or_paused(self, now: datetime) -> "Run":
        """Return the run with its clock running, or standing if it ran."""
        banked = self.banked(now)
        return banked if self.since else replace(banked, since=stamp(now))

    def with_minutes(
        self, more: Mapping[str, int], agenda: Sequence[Segment], now: datetime, after: str
    ) -> "Run":
        """Return the run with so many minutes more, or fewer, for segments by uid."""
        planned = {each.uid: each.minutes for each in agenda}
        given = dict(self.more)
        for uid, minutes in more.items():
            has = planned[uid] + given.get(uid, 0)
            given[uid] = max(LEAST, min(MOST, has + minutes)) - planned[uid]
        back = PutBack(more=self.more, after=after)
        return replace(self, more=given, touched=stamp(now), put_back=back)

    def as_before(self, now: datetime) -> "Run":
        """Return the run with the minutes put back."""
        more = self.put_back.more if self.put_back is not None else self.more
        return replace(self, more=more, touched=stamp(now), put_back=None)


def stamp(now: datetime) -> str:
    """Return an instant as it is kept."""
    return now.astimezone(UTC).isoformat()


def _seconds(since: str, now: datetime) -> float:
    """Return the seconds since an instant; none if the machine's clock was set back behind it."""
    return max(0.0, now.timestamp() - datetime.fromisoformat(since).timestamp())
