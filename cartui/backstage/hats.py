"""Hat stamps: which hat a facilitator wore at a moment of a meeting, for her own eyes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from cartui.backstage.back_service import BackService
from cartui.backstage.records import HatStamp
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "private.hat": "Stamped a hat",
    "private.hat_changed": "Named another hat",
    "private.hat_away": "Put a hat stamp away",
}


class HatStamps(BackService):
    """The stamps in one group's meetings. Every verb raises NotBackStage on FRONT."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid

    def stamp(self, meeting: str, segment: str, hat: str) -> Change:
        """Stamp a hat now, by the id of its word; its uid is the last of the `about`."""
        made = new_stamp(self._ws, meeting, segment, hat)
        draft = self._draft("private.hat", meeting, made.uid, group=self.group_uid)
        draft.create(made)
        return self._commit(draft)

    def name(self, stamp: HatStamp, hat: str) -> Change | None:
        """Say which hat it was; None if that is what it says."""
        return self._set("private.hat_changed", stamp, hat=hat)

    def put_away(self, stamp: HatStamp) -> Change | None:
        """Put a stamp away; undo brings it back."""
        return self._set("private.hat_away", stamp, away=True)

    def of(self, meeting: str) -> list[HatStamp]:
        """Return the stamps of a meeting, the earliest first."""
        return [each for each in self.all() if each.meeting == meeting]

    def all(self) -> list[HatStamp]:
        """Return every stamp of the group, the earliest first."""
        kept = self._ws.table(HatStamp, group=self.group_uid).values()
        return sorted(
            (each for each in kept if not each.away), key=lambda each: (each.at, each.uid)
        )

    def by_month(self) -> Mapping[str, Counter[str]]:
        """Return how often each hat was worn by month ("2026-03"), the earliest month first."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self.all():
            found[each.at[:7]][each.hat] += 1
        return found

    def _set(self, verb: str, stamp: HatStamp, **fields: Any) -> Change | None:
        self._must_be_back()
        kept = self._ws.get(HatStamp, stamp.uid, self.group_uid)
        if kept is None:
            raise NotFoundHere("That stamp is no longer here. Nothing was changed.")
        draft = self._draft(verb, kept.meeting, kept.uid, group=self.group_uid)
        draft.set(kept, **fields)
        return None if draft.is_empty else self._commit(draft)


def new_stamp(workspace: Workspace, meeting: str, segment: str, hat: str) -> HatStamp:
    """Return a stamp of this moment."""
    uid, at = workspace.new_uid(), workspace.now()
    return HatStamp(uid=uid, meeting=meeting, segment=segment, hat=hat, at=at)
