"""Where comments stand: a person confirms what the machine was not sure of, or places by hand."""

from typing import Any

from cartui.model.drafts import WHOLE, Anchored, Comment, Draft, DraftVersion
from cartui.model.passages import Passage
from cartui.model.problems import CartuiProblem
from cartui.services.carrying_ahead import Ahead, carrying_ahead
from cartui.services.draft_places import place_at
from cartui.services.feedback_answers import Answering
from cartui.services.group_service import NothingNew
from cartui.services.passages import quoted
from cartui.services.remarks import Remark
from cartui.services.suggested_changes import change_shown
from cartui.services.then_and_now import ThenAndNow, then_and_now
from cartui.store.events import Change
from cartui.store.problems import Damaged

WORDS = {
    "feedback.confirm": "Confirmed where a comment on {0} belongs",
    "feedback.place": "Showed where a comment on {0} belongs",
    "feedback.whole": "Put a comment down to the whole draft {0}",
}


class NoPlace(CartuiProblem):
    """A comment has no passage that could be confirmed."""


class Placing(Answering):
    """The places of one group's comments, as people decide them."""

    def carrying_ahead(self, draft: Draft, text: str) -> Ahead | None:
        """Return what to do in another thread before this text comes in as the next version, so
        that its comments need not be carried then; None if that is quick anyway.
        """
        return carrying_ahead(self._ws, self.group_uid, draft, text)

    def then_and_now(self, remark: Remark, version: DraftVersion) -> ThenAndNow | None:
        """Return what a comment was said of beside what stands there in this version; of a
        suggested change that is done there, the words before and after it.

        None where it is the same, for the whole draft, and where the text cannot be read.
        """
        if remark.place is None:
            return None
        try:
            blocks = self._texts.blocks(version.text)
        except Damaged:
            return None
        if (change := change_shown(remark, blocks)) is not None:
            return change
        before = self._remarks.place_before(remark.uid, version)
        return then_and_now(remark.place, before, blocks)

    def confirm(self, comment: Comment, version: DraftVersion) -> Change:
        """Say that a comment stands where it was put in this version.

        The passage that stands there now becomes its quote. Raises NoPlace for a comment on the
        whole draft or one whose passage is lost, NothingNew if it was confirmed already.
        """
        remark = self._remarks.one(comment, version)
        passage = remark.passage if remark is not None else None
        if passage is None:
            raise NoPlace(
                "The passage of this comment is no longer in the draft. Press h to show where it "
                "belongs now."
            )
        return self._place("feedback.confirm", comment, version, passage)

    def place_by_hand(
        self, comment: Comment, version: DraftVersion, passage: Passage | None
    ) -> Change:
        """Put a comment on a passage of this version, or down to the whole draft (None).

        Raises NothingNew.
        """
        if passage is not None:
            return self._place("feedback.place", comment, version, passage)
        change = self._draft("feedback.whole", comment.draft, comment.uid)
        change.set(self.comment(comment.uid), about=WHOLE)
        return self._save(change)

    def _place(
        self, verb: str, comment: Comment, version: DraftVersion, passage: Passage
    ) -> Change:
        comment = self.comment(comment.uid)
        change = self._draft(verb, comment.draft, comment.uid)
        blocks = self._texts.blocks(version.text)
        kept = self._remarks.place_row(comment.uid, version.uid)
        if kept is None:
            change.create(place_at(self._ws.new_uid(), comment.uid, version, blocks, passage))
        else:
            here = quoted(blocks, passage)
            fields: dict[str, Any] = {each: getattr(here, each) for each in here.__struct_fields__}
            sure: dict[str, Any] = {"state": Anchored.EXACT.value, "confidence": 1.0, "how": "hand"}
            change.set(kept, **fields, **sure)
        change.set(comment, about="")
        if change.is_empty:
            raise NothingNew("That is where it stands already. Nothing was changed.")
        return self._commit(change)
