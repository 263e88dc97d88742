"""Feedback on the drafts of one group, read: what was said, what waits, whose turn it is."""

from collections.abc import Callable, Mapping

from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Verdict
from cartui.model.people import Person
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.feedback_counts import Counts, Turn, counted
from cartui.services.group_service import GroupService
from cartui.services.remark_reading import Remarks
from cartui.services.remarks import Remark
from cartui.store.workspace import Workspace


class FeedbackWall(GroupService):
    """What is said of a group's drafts, read; nothing here changes anything."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room, group_uid)
        self._remarks = Remarks(workspace, group_uid)

    def remarks(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return what was said, on the whole draft first, then in the order of the text.

        Only the newest version has every comment; an earlier one those that stood in it.
        """
        return list(self._remarks.of(draft, version))

    def put_away_remarks(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return the comments that were put away, in the same order."""
        return list(self._remarks.of(draft, version, away=True))

    def unanswered(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return what the author has still to answer: without a verdict first, then put off."""
        waiting = [each for each in self._remarks.of(draft, version) if each.waits]
        return sorted(waiting, key=lambda each: each.state == Verdict.LATER)

    def to_look_at(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return the remarks whose place in this version is unsure or lost."""
        return [each for each in self._remarks.of(draft, version) if each.asks_a_look]

    def counts(self, draft: Draft, version: DraftVersion) -> Counts:
        """Return how the comments of a version stand."""
        return counted(self._remarks.of(draft, version))

    def turn(self, draft: Draft) -> Turn:
        """Return whom a draft waits for."""
        person = self._ws.get(Person, draft.turn) if draft.turn else None
        return Turn(
            person=draft.turn if person is not None else "",
            name=person.name if person is not None else "the facilitator",
        )

    def comment(self, uid: str) -> Comment:
        """Return a comment as it stands now. Raises NotFoundHere."""
        found = self._ws.get(Comment, uid, group=self.group_uid)
        if found is None:
            raise NotFoundHere("That comment is no longer here. Nothing was changed.")
        return found

    def answer_to(self, comment: Comment) -> Answered | None:
        """Return the verdict on a comment as it stands now."""
        return self._remarks.answer_to(comment.uid)

    def owed(self, draft: Draft | None = None) -> list[Remark]:
        """Return the remarks whose reason is owed, of one draft or of all that are not put away."""
        return [
            remark
            for each, version in self.open_drafts()
            if draft is None or each.uid == draft.uid
            for remark in self._remarks.of(each, version)
            if remark.owes_reason
        ]

    def open_drafts(self) -> list[tuple[Draft, DraftVersion]]:
        """Return the drafts that have a text and are not put away, with their newest versions."""
        return [
            (draft, version)
            for draft in self._drafts().values()
            if not draft.away and (version := self._remarks.newest(draft)) is not None
        ]

    def _drafts(self) -> Mapping[str, Draft]:
        return self._ws.table(Draft, group=self.group_uid)
