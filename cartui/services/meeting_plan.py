"""How a running meeting stands to its plan: ahead or behind, what is too much, who gives minutes.

All of this is the facilitator's own: the room is told of no overrun.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from cartui.model.meetings import Meeting, Segment
from cartui.services.meeting_run import LEAST, Run, stamp

NEAR = timedelta(hours=1)
"""How far from its planned time a meeting may begin and still be measured by it."""


def starts(meeting: Meeting, now: datetime) -> str:
    """Return the instant from which the plan counts: the planned start, if it is near to now."""
    try:
        planned = datetime.fromisoformat(f"{meeting.on}T{meeting.start}").astimezone()
    except ValueError:
        return stamp(now)
    return stamp(planned if abs(planned - now) <= NEAR else now)


def ends(run: Run, meeting: Meeting) -> datetime:
    """Return the locked end."""
    return datetime.fromisoformat(run.starts) + timedelta(minutes=meeting.minutes)


def overrun(run: Run, agenda: Sequence[Segment], now: datetime) -> float:
    """Return by how many seconds the segment that is on is over what was planned for it."""
    if (at := run.at(agenda)) < 0:
        return 0.0
    here = agenda[at]
    return max(0.0, run.ran(here.uid, now) - here.minutes * 60) if here.minutes else 0.0


def behind(run: Run, agenda: Sequence[Segment], now: datetime) -> float:
    """Return by how many seconds the meeting is behind its plan, below 0 ahead.

    Pauses count: the meeting's time goes on.
    """
    if (at := run.at(agenda)) < 0:
        return 0.0
    here = agenda[at]
    due = sum(each.minutes for each in agenda[:at]) * 60.0
    due += min(run.ran(here.uid, now), here.minutes * 60.0)
    return now.timestamp() - datetime.fromisoformat(run.starts).timestamp() - due


def too_much(run: Run, meeting: Meeting, agenda: Sequence[Segment], now: datetime) -> float:
    """Return how many seconds more are on the agenda than are left until the locked end."""
    if (at := run.at(agenda)) < 0:
        return 0.0
    here = agenda[at]
    left = max(0.0, run.minutes(here) * 60 - run.ran(here.uid, now))
    later = sum(run.minutes(each) for each in agenda[at + 1 :]) * 60
    return now.timestamp() + left + later - ends(run, meeting).timestamp()


def takes(run: Run, meeting: Meeting, agenda: Sequence[Segment], now: datetime) -> dict[str, int]:
    """Return the minutes that absorbing the overrun takes from later segments, by uid.

    Each gives in proportion to what it has and keeps one minute; a protected one gives nothing.
    """
    need = ceil(too_much(run, meeting, agenda, now) / 60 - 1e-6)
    later = agenda[run.at(agenda) + 1 :]
    spare = {
        each.uid: run.minutes(each) - LEAST
        for each in later
        if not each.protected and run.minutes(each) > LEAST
    }
    return _shared_out(need, spare)


def _shared_out(need: int, spare: dict[str, int]) -> dict[str, int]:
    """Return whole shares of `need`, in proportion, at most what each has to spare."""
    whole = sum(spare.values())
    need = min(max(0, need), whole)
    if not need:
        return {}
    shares = {uid: need * has // whole for uid, has in spare.items()}
    rest = need - sum(shares.values())
    for uid in sorted(spare, key=lambda each: -(need * spare[each] % whole))[:rest]:
        shares[uid] += 1
    return {uid: minutes for uid, minutes in shares.items() if minutes}
