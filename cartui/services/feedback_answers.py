"""The author's verdicts on comments, and the reasons that belong to them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from cartui.model.drafts import Answered, Comment, Draft, Verdict
from cartui.model.people import Person
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.draft_texts import DraftTexts
from cartui.services.draft_words import ONE_BY_ONE, verdicts, word
from cartui.services.feedback_wall import FeedbackWall
from cartui.services.group_service import NothingChosen, NothingNew, NoWords
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "feedback.take": "Took a comment on {0}",
    "feedback.take_many": "Took {1} comments on {0}",
    "feedback.adapt": "Adapted what a comment asks on {0}",
    "feedback.adapt_many": "Adapted what {1} comments ask on {0}",
    "feedback.decline": "Declined a comment on {0}",
    "feedback.decline_many": "Declined {1} comments on {0}",
    "feedback.later": "Put a comment on {0} off for later",
    "feedback.later_many": "Put {1} comments on {0} off for later",
    "feedback.reason": "Gave the reason for a verdict on {0}",
    "feedback.reason_many": "Gave the reason for {1} verdicts on {0}",
}


class OneByOne(CartuiProblem):
    """Comments were to be answered together that each deserve an answer of their own."""


class AnsweredMeanwhile(CartuiProblem):
    """A verdict was given in another window since somebody looked; it still stands."""

    def __init__(self, now: Answered) -> None:
        done = word(verdicts(), now.verdict).done
        because = f", because: {' '.join(now.reason.split())}" if now.reason else ""
        super().__init__(
            f"Answered meanwhile in the other window: {done}{because}. Nothing was changed; the "
            "same key again answers it anew."
        )


class NotAnswered(CartuiProblem):
    """A reason was given for a verdict that does not stand (any more)."""


class Answering(FeedbackWall):
    """The verdicts of one group's drafts."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room, group_uid)
        self._texts = DraftTexts(workspace, group_uid)

    def apart(self, comments: Sequence[Comment]) -> list[Comment]:
        """Return those that a verdict on several leaves out: politics and ethics, one by one."""
        return [each for each in comments if each.lens in ONE_BY_ONE] if len(comments) > 1 else []

    def answer(
        self,
        comments: Sequence[Comment],
        verdict: Verdict | str,
        *,
        reason: str = "",
        seen: Mapping[str, str] | None = None,
    ) -> Change:
        """Give one comment or several of one draft the same verdict, in one change.

        Of several, those of politics and ethics are left out (`apart` says which). A verdict that
        asks for a reason owes it until `give_reason`. `seen` are the verdicts by comment as
        somebody saw them; one given elsewhere since is not replaced unseen. Raises OneByOne if all
        are left out, NothingChosen, NothingNew, AnsweredMeanwhile.
        """
        verdict = Verdict(verdict)
        left_out = {each.uid for each in self.apart(comments)}
        chosen = [self.comment(each.uid) for each in comments if each.uid not in left_out]
        if not chosen:
            if left_out:
                raise OneByOne(
                    "Comments on politics and ethics are answered one by one. Nothing was changed."
                )
            raise NothingChosen("No comment is highlighted. Press c to write one.")
        self._as_seen(chosen, verdict, seen)
        return self._write(chosen, verdict, clean(reason, lines=True))

    def _as_seen(
        self, comments: Sequence[Comment], verdict: Verdict, seen: Mapping[str, str] | None
    ) -> None:
        """See to it that no verdict is replaced that was given after somebody looked."""
        if seen is None:
            return
        self._ws.poll()
        for each in comments:
            now = self.answer_to(each)
            given = now.verdict if now is not None else ""
            if now is not None and given not in (seen.get(each.uid, ""), verdict.value):
                raise AnsweredMeanwhile(now)

    def _write(self, comments: Sequence[Comment], verdict: Verdict, reason: str) -> Change:
        verb, about = f"feedback.{verdict.value}", [each.uid for each in comments]
        if len(comments) > 1:
            verb, about = f"{verb}_many", [str(len(comments)), *about]
        change = self._draft(verb, comments[0].draft, *about)
        for comment in comments:
            answered = self._answered(comment, verdict, reason)
            before = self._remarks.answer_to(comment.uid)
            if before is None:
                change.create(answered)
            elif (before.verdict, before.reason) != (verdict.value, reason or before.reason):
                # The reason of another verdict does not speak for this one.
                fields = {name: getattr(answered, name) for name in answered.__struct_fields__}
                change.set(before, **{name: fields[name] for name in fields if name != "uid"})
        if change.is_empty:
            raise NothingNew("That is the verdict already. Nothing was changed.")
        return self._commit(change)

    def give_reason(
        self, comment: Comment | Sequence[Comment], reason: str, *, was: str | None = None
    ) -> Change:
        """Say why the verdict on a comment, or the same on several, is as it is.

        Each reason `was` this when it was read. Raises NoWords, NotAnswered, NothingNew,
        ChangedMeanwhile.
        """
        comments = [comment] if isinstance(comment, Comment) else list(comment)
        words = clean(reason, lines=True)
        if not words:
            raise NoWords("A reason needs words; without them it stays owed. Nothing was written.")
        several = len(comments) > 1
        change = self._draft(
            f"feedback.reason{'_many' if several else ''}",
            comments[0].draft,
            *([str(len(comments))] if several else []),
            *(each.uid for each in comments),
        )
        for each in comments:
            answered = self._remarks.answer_to(each.uid)
            if answered is None:
                raise NotAnswered("This comment has no verdict yet, so there is nothing to give.")
            self._still(was, partial(self._reason_of, each), words)
            change.set(self._remarks.answer_to(each.uid) or answered, reason=words)
        return self._save(change)

    def _reason_of(self, comment: Comment) -> str:
        answered = self._remarks.answer_to(comment.uid)
        return answered.reason if answered is not None else ""

    def _answered(self, comment: Comment, verdict: Verdict, reason: str) -> Answered:
        return Answered(
            uid=self._ws.new_uid(),
            comment=comment.uid,
            verdict=verdict.value,
            reason=reason,
            version=self._newest_of(comment.draft),
            decided_by=self._decided_by(self._drafts().get(comment.draft)),
            recorded_by=self._ws.identity.actor,
            at=self._ws.now(),
        )

    def _newest_of(self, draft_uid: str) -> str:
        draft = self._drafts().get(draft_uid)
        version = self._remarks.newest(draft) if draft is not None else None
        return version.uid if version is not None else ""

    def _decided_by(self, draft: Draft | None) -> str:
        """Return the author's uid: the author decides, whoever writes it down."""
        author = draft.author if draft is not None else ""
        return author if author and self._ws.get(Person, author) is not None else ""
