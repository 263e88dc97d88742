"""Somebody to be raised at the next meeting: for the facilitator alone."""

from cartui.backstage.back_service import BackService
from cartui.backstage.records import PrivateRaised
from cartui.model.people import Person
from cartui.model.problems import CartuiProblem
from cartui.store.events import Change

WORDS = {
    "private.raise": "To raise at the next meeting, for yourself: {0}",
    "private.raise_worded": "Wrote, for yourself, what to raise: {0}",
    "private.raised": "Raised, for yourself: {0}",
    "private.raise_away": "No longer to raise, for yourself: {0}",
}


class NothingToRaise(CartuiProblem):
    """A thing cannot be raised, or is raised already."""


class PrivateRaising(BackService):
    """What the facilitator wants to remember at the next meeting."""

    def raise_this(self, uid: str) -> Change:
        """Remember a person at the next meeting. Raises NothingToRaise, NotBackStage."""
        if (person := self._ws.get(Person, uid)) is None:
            raise NothingToRaise("That cannot be raised at a meeting. Nothing was changed.")
        draft = self._draft("private.raise", uid)
        if any(each.about == uid for each in self.waiting()):
            raise NothingToRaise(f"To be raised already: {person.name}.")
        made = PrivateRaised(
            uid=self._ws.new_uid(), about=uid, words=person.name, at=self._ws.now()
        )
        draft.create(made)
        return self._commit(draft)

    def raise_about(self, uid: str, words: str) -> Change:
        """Remember something about a person at the next meeting. Raises NothingWritten."""
        draft = self._draft("private.raise", uid)
        kept = self._written(words)
        draft.create(
            PrivateRaised(uid=self._ws.new_uid(), about=uid, words=kept, at=self._ws.now())
        )
        return self._commit(draft)

    def was_raised(self, raised: PrivateRaised, meeting: str) -> Change:
        """Note at which meeting (a uid) it was raised: it waits no longer."""
        draft = self._draft("private.raised", raised.about)
        draft.set(raised, meeting=meeting)
        return self._commit(draft)

    def reword(self, raised: PrivateRaised, text: str) -> Change | None:
        """Say in other words what is to be raised. None when they are the same."""
        draft = self._draft("private.raise_worded", raised.about)
        draft.set(raised, words=self._written(text))
        return None if draft.is_empty else self._commit(draft)

    def put_away(self, raised: PrivateRaised) -> Change:
        """No longer raise it; undo brings it back."""
        draft = self._draft("private.raise_away", raised.about)
        draft.set(raised, away=True)
        return self._commit(draft)

    def waiting(self) -> list[PrivateRaised]:
        """Return what is to be raised, the oldest first."""
        kept = self._ws.table(PrivateRaised).values()
        open_ = (each for each in kept if not each.away and not each.meeting)
        return sorted(open_, key=lambda each: (each.at, each.uid))
