"""Reflections after a meeting: what a facilitator writes down for herself, cue by cue."""

from collections.abc import Callable

from cartui.backstage.back_service import BackService
from cartui.backstage.records import Reflection
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "private.reflect": "Wrote a reflection",
    "private.reflect_reworded": "Reworded a reflection",
    "private.reflect_away": "Put a reflection away",
}


class Reflections(BackService):
    """The reflections on one group's meetings. Every verb raises NotBackStage on FRONT."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid

    def write(self, meeting: str, cue: str, text: str) -> Change | None:
        """Keep what answers a cue ("" for a loose line) in a meeting's reflection.

        What stood there before is reworded; an empty text puts it away. None if nothing is new.
        """
        self._must_be_back()
        kept = self.of(meeting).get(cue)
        if kept is None:
            if not text.strip():
                return None
            made = Reflection(
                uid=self._ws.new_uid(), meeting=meeting, cue=cue,
                text=self._written(text), at=self._ws.now(),
            )  # fmt: skip
            draft = self._draft("private.reflect", meeting, group=self.group_uid)
            draft.create(made)
            return self._commit(draft)
        verb = "private.reflect_reworded" if text.strip() else "private.reflect_away"
        draft = self._draft(verb, meeting, group=self.group_uid)
        if text.strip():
            draft.set(kept, text=self._written(text))
        else:
            draft.set(kept, away=True)
        return None if draft.is_empty else self._commit(draft)

    def of(self, meeting: str) -> dict[str, Reflection]:
        """Return what was written after a meeting, by cue; of two windows' the later."""
        kept = self._ws.table(Reflection, group=self.group_uid).values()
        own = [each for each in kept if each.meeting == meeting and not each.away]
        return {each.cue: each for each in sorted(own, key=lambda each: (each.at, each.uid))}
