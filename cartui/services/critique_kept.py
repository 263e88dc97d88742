"""Where this machine stands in a critique round: kept at each key, so that no crash loses it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cartui.services.critique_round import Round, can_go_on
from cartui.services.own_mark import OwnMark
from cartui.store.workspace import Workspace


class KeptRound:
    """The round of one workspace. `state` is this machine's state folder; uids and times only."""

    def __init__(self, state: Path, workspace: Workspace, clock: Callable[[], datetime]) -> None:
        self._mark = OwnMark(state, "critique", workspace)
        self._clock = clock

    def standing(self) -> Round | None:
        """Return the round that can be gone on with; None if there is none."""
        try:
            kept = self._mark.read(Round)
            return kept if kept is not None and can_go_on(kept, self._clock()) else None
        except (ValueError, TypeError):  # times that are none: not a mark of ours
            return None

    def keep(self, now: Round) -> None:
        """Keep where the round stands."""
        self._mark.write(now)

    def forget(self) -> None:
        """The round is over."""
        self._mark.write(None)
