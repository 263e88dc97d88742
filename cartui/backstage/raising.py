"""What is to be raised about a person at the next meeting, for oneself: never on an agenda."""

from collections.abc import Callable
from typing import Any

from cartui.backstage.back_service import BackService
from cartui.backstage.records import PrivateRaised
from cartui.model.people import Person
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "private.raise": "Noted something to raise about {0}, for yourself",
    "private.raise_reworded": "Reworded what is to be raised, for yourself",
    "private.raised": "Noted that it was raised",
    "private.raise_away": "Put away what was to be raised, for yourself",
}


BY_ONE_KEY = "at the next meeting"


class RaisedAlready(CartuiProblem):
    """Somebody waits to be raised already."""


class PrivateRaising(BackService):
    """What is to be raised in one group, about its people. Raises NotBackStage on FRONT."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid

    def raise_about(self, person: str, words: str) -> Change:
        """Note what is to be raised about a person (a uid, "" for nobody). Raises NothingWritten.

        Its uid is the last of the change's `about`.
        """
        made = PrivateRaised(
            uid=self._ws.new_uid(), about=person, words=self._written(words), at=self._ws.now()
        )
        about = (person or "something", made.uid)
        draft = self._draft("private.raise", *about, group=self.group_uid)
        draft.create(made)
        return self._commit(draft)

    def raise_person(self, person: str) -> Change:
        """Raise somebody by one key; what it is about can be written later. Raises RaisedAlready,
        and NotFoundHere for what is nobody.
        """
        if (found := self._ws.get(Person, person)) is None:
            raise NotFoundHere("That cannot be raised at a meeting. Nothing was changed.")
        self._must_be_back()
        if self.waiting(person):
            raise RaisedAlready(f"To be raised already: {found.name}.")
        return self.raise_about(person, BY_ONE_KEY)

    def reword(self, raised: PrivateRaised, words: str) -> Change | None:
        """Put it in other words; None if they are the same. Raises NothingWritten."""
        return self._set("private.raise_reworded", raised, words=self._written(words))

    def was_raised(self, raised: PrivateRaised, meeting: str) -> Change | None:
        """Note at which meeting (a uid) it was raised: it waits no longer."""
        return self._set("private.raised", raised, meeting=meeting)

    def put_away(self, raised: PrivateRaised) -> Change | None:
        """Let it go; undo brings it back."""
        return self._set("private.raise_away", raised, away=True)

    def waiting(self, person: str = "") -> list[PrivateRaised]:
        """Return what waits to be raised, the oldest first; about one person, if one is given."""
        kept = self._ws.table(PrivateRaised, group=self.group_uid).values()
        open_ = (each for each in kept if not each.away and not each.meeting)
        found = [each for each in open_ if not person or each.about == person]
        return sorted(found, key=lambda each: (each.at, each.uid))

    def _set(self, verb: str, raised: PrivateRaised, **fields: Any) -> Change | None:
        self._must_be_back()
        kept = self._ws.get(PrivateRaised, raised.uid, self.group_uid)
        if kept is None:
            raise NotFoundHere("That is no longer here. Nothing was changed.")
        draft = self._draft(verb, kept.uid, group=self.group_uid)
        draft.set(kept, **fields)
        return None if draft.is_empty else self._commit(draft)
