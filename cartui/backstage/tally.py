"""Who has spoken, as a facilitator counts for herself: no share, no ranking, BACK alone."""

from collections.abc import Callable, Mapping

from cartui.backstage.back_service import BackService
from cartui.backstage.records import Spoken
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "private.spoke": "Counted that {0} spoke",
    "private.spoke_less": "Counted {0} once less",
}


class Tally(BackService):
    """The count of one group's meetings. Every verb raises NotBackStage on FRONT."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid

    def spoke(self, meeting: str, person: str, times: int = 1) -> Change | None:
        """Count that a person spoke, or once less with -1; never below nought (None then)."""
        self._must_be_back()
        # Two windows that count the same person meet in one record.
        uid = f"{meeting}.{person}"
        kept = self._ws.get(Spoken, uid, self.group_uid)
        counted = max(0, (kept.times if kept is not None else 0) + times)
        verb = "private.spoke" if times > 0 else "private.spoke_less"
        draft = self._draft(verb, person, group=self.group_uid)
        twin = Spoken(uid=uid, meeting=meeting, person=person)
        if kept is None and not counted:
            return None
        self._set_beside(draft, twin, self.group_uid, times=counted)
        return None if draft.is_empty else self._commit(draft)

    def of(self, meeting: str) -> Mapping[str, int]:
        """Return how often each person spoke in a meeting, by uid; who did not is left out."""
        kept = self._ws.table(Spoken, group=self.group_uid).values()
        return {each.person: each.times for each in kept if each.meeting == meeting and each.times}
