"""A critique round: where it stands among its steps, and how long each of them has run.

Times are instants in UTC, never times of day: a machine that slept, another time zone and the
change to summer time make no difference. Nothing here is a word of the group's.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cartui.services.critique_words import CritiqueStep, critique_words
from cartui.services.public_clock import PublicClock

FORGOTTEN = timedelta(hours=12)
"""How long after its last key a round is still offered to be gone on with."""
LEAST, MOST = 1, 99


class Round(Struct, frozen=True, kw_only=True):
    """A round as it stands. It is about a passage of a version, or the whole draft (`block` -1).

    `minutes` has what each step has now, `planned` what it had at the beginning, `spent` the
    seconds it ran before `since`; with no `since` the clock stands. `begun` is when the clock
    ran first, `touched` when a key was pressed last.
    """

    group: str
    draft: str
    version: str
    block: int = -1
    start: int = 0
    end: int = 0
    step: int = 0
    minutes: tuple[int, ...] = ()
    planned: tuple[int, ...] = ()
    spent: tuple[float, ...] = ()
    since: str = ""
    begun: str = ""
    touched: str = ""

    @property
    def runs(self) -> bool:
        """Whether the clock is running."""
        return bool(self.since)

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.step == len(self.minutes) - 1

    @property
    def words(self) -> CritiqueStep:
        """The step as it is shipped: its title and its prompt."""
        return critique_words().steps[self.step]

    def ran(self, now: datetime) -> float:
        """Return how many seconds this step has run, an overrun included."""
        return self.spent[self.step] + (_seconds(self.since, now) if self.since else 0.0)

    def clock(self) -> PublicClock:
        """Return this step's clock for the room."""
        whole = self.minutes[self.step] * 60.0
        left = whole - self.spent[self.step]
        if not self.since:
            return PublicClock(whole=whole, left=max(0.0, left))
        ends = datetime.fromisoformat(self.since) + timedelta(seconds=left)
        return PublicClock(whole=whole, left=max(0.0, left), ends=ends.isoformat())

    def overrun(self, now: datetime) -> float:
        """Return by how many seconds this step is over what it was planned for; for BACK alone."""
        return max(0.0, self.ran(now) - self.planned[self.step] * 60)

    def behind(self, now: datetime) -> float:
        """Return by how many seconds the round is behind its plan, below 0 ahead; for BACK alone.

        Pauses count: the meeting's time goes on.
        """
        if not self.begun:
            return 0.0
        due = sum(self.planned[: self.step]) * 60 + min(
            self.ran(now), self.planned[self.step] * 60.0
        )
        return _seconds(self.begun, now) - due

    # --- what a key makes of it

    def banked(self, now: datetime) -> "Round":
        """Return the same with what has run so far put down, and the clock standing."""
        spent = list(self.spent)
        spent[self.step] = self.ran(now)
        return replace(self, spent=tuple(spent), since="", touched=_stamp(now))

    def turned(self, steps: int, now: datetime) -> "Round":
        """Return the round some steps on or back; a running clock runs on there."""
        to = max(0, min(len(self.minutes) - 1, self.step + steps))
        since = _stamp(now) if self.since else ""
        return replace(self.banked(now), step=to, since=since)

    def started_or_paused(self, now: datetime) -> "Round":
        """Return the round with its clock running, or standing if it ran."""
        banked = self.banked(now)
        if self.since:
            return banked
        return replace(banked, since=_stamp(now), begun=self.begun or _stamp(now))

    def with_minutes(self, more: int, now: datetime) -> "Round":
        """Return the round with so many minutes more, or fewer, for this step."""
        minutes = list(self.minutes)
        minutes[self.step] = max(LEAST, min(MOST, minutes[self.step] + more))
        return replace(self, minutes=tuple(minutes), touched=_stamp(now))


def begun(group: str, draft: str, version: str, now: datetime, **passage: int) -> Round:
    """Return a round at its first step, its clock standing. `passage` is block, start and end."""
    minutes = tuple(step.minutes for step in critique_words().steps)
    where: dict[str, Any] = dict(passage)
    return Round(group=group, draft=draft, version=version, minutes=minutes, planned=minutes,
                 spent=(0.0,) * len(minutes), touched=_stamp(now), **where)  # fmt: skip


def can_go_on(kept: Round, now: datetime) -> bool:
    """Whether a round that was kept can be gone on with: not too old, and of the steps of today."""
    lengths: Sequence[int] = [len(kept.minutes), len(kept.planned), len(kept.spent)]
    steps = len(critique_words().steps)
    fits = all(length == steps for length in lengths) and 0 <= kept.step < steps
    return fits and now - datetime.fromisoformat(kept.touched) < FORGOTTEN


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat()


def _seconds(since: str, now: datetime) -> float:
    """Return the seconds since an instant; none if the machine's clock was set back behind it."""
    return max(0.0, now.timestamp() - datetime.fromisoformat(since).timestamp())
