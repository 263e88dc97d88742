"""Where this machine stands in a meeting: kept at each key, so that no crash loses it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from cartui.services.meeting_run import Run
from cartui.services.own_mark import OwnMark
from cartui.store.workspace import Workspace

FORGOTTEN = timedelta(hours=24)
"""How long after its last key cartui still opens at a meeting by itself."""
FOLDER = "meeting"


class KeptRun:
    """The run of one workspace. `state` is this machine's state folder; uids and times only."""

    def __init__(self, state: Path, workspace: Workspace, clock: Callable[[], datetime]) -> None:
        self._mark = OwnMark(state, FOLDER, workspace)
        self._clock = clock

    def of(self, meeting: str) -> Run | None:
        """Return the run of a meeting; None if it has none here."""
        kept = self._read()
        return kept if kept is not None and kept.meeting == meeting else None

    def standing(self) -> Run | None:
        """Return the run that cartui opens at; None if there is none, or it is old."""
        if (kept := self._read()) is None:
            return None
        age = self._clock() - datetime.fromisoformat(kept.touched)
        return kept if age < FORGOTTEN else None

    def keep(self, now: Run) -> None:
        """Keep where the meeting stands."""
        self._mark.write(now)

    def forget(self) -> None:
        """There is no run any more."""
        self._mark.write(None)

    def _read(self) -> Run | None:
        kept = self._mark.read(Run)
        return kept if kept is not None and _has_times(kept) else None


def _has_times(kept: Run) -> bool:
    """Whether its times are times: if not, it is no mark of ours."""
    times = [kept.begun, kept.starts, kept.touched, *filter(None, (kept.since,))]
    try:
        return all(datetime.fromisoformat(each).tzinfo is not None for each in times)
    except ValueError:
        return False
