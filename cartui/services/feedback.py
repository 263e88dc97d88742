"""Feedback on drafts: comments on passages, verdicts on them, replies, and whose turn it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from cartui.model.drafts import WHOLE, Comment, Draft, DraftVersion, Reply
from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.draft_places import place_at
from cartui.services.feedback_answers import WORDS as ANSWER_WORDS
from cartui.services.feedback_places import WORDS as PLACE_WORDS
from cartui.services.feedback_places import Placing
from cartui.services.group_service import NothingNew, NoWords
from cartui.services.last_look import LastLook, News
from cartui.services.stopping import Stopping
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "feedback.add": "Commented on the draft {0}",
    "feedback.edit": "Reworded a comment on the draft {0}",
    "feedback.put_away": "Put away a comment on the draft {0}",
    "feedback.bring_back": "Brought back a comment on the draft {0}",
    "feedback.reply": "Replied to a comment on the draft {0}",
    **ANSWER_WORDS,
    **PLACE_WORDS,
}
EDITED = frozenset({"text", "lens", "tone", "by", "name", "via"})


class Feedback(Placing):
    """What is said of the drafts of one group. Each verb is one change.

    `stopping` remembers on this machine where a draft was left, `last_look` how it stood then;
    without them nothing is remembered.
    """

    def __init__(
        self,
        workspace: Workspace,
        room: Callable[[], Room],
        group_uid: str,
        stopping: Stopping | None = None,
        last_look: LastLook | None = None,
    ) -> None:
        super().__init__(workspace, room, group_uid)
        self._last_look = last_look
        self._stopping = stopping

    # --- reading

    def stopped_at(self, draft: Draft) -> str:
        """Return the uid of the comment at which this machine left a draft, "" if there is none."""
        return self._stopping.at(draft.uid) if self._stopping is not None else ""

    def stop_at(self, draft: Draft, comment: str) -> None:
        """Remember where a draft was left, on this machine alone."""
        if self._stopping is not None:
            version = self._remarks.newest(draft)
            self._stopping.stop(draft.uid, comment, version.uid if version is not None else "")

    def left_in_earlier(self, draft: Draft) -> bool:
        """Whether this machine left a draft in an earlier version than the newest."""
        left = self._stopping.version(draft.uid) if self._stopping is not None else ""
        version = self._remarks.newest(draft)
        return bool(left) and version is not None and version.uid != left

    def news(self, draft: Draft, version: DraftVersion) -> dict[str, News]:
        """Return by uid what is new of the comments since this machine last left the draft."""
        if self._last_look is None:
            return {}
        return self._last_look.news(draft.uid, self._remarks.of(draft, version))

    def looked(self, draft: Draft, version: DraftVersion) -> None:
        """Remember on this machine alone that all comments of a version have been seen."""
        if self._last_look is not None:
            self._last_look.looked(draft.uid, self._remarks.of(draft, version))

    # --- writing

    def add(
        self,
        draft: Draft,
        version: DraftVersion,
        text: str,
        passage: Passage | None = None,
        *,
        lens: str = "",
        tone: str = "",
        by: str = "",
        name: str = "",
        via: str = "written",
    ) -> Change:
        """Comment on a passage, or on the whole draft; its uid is the last of the `about`.

        `by` is a person's uid, `name` a name of nobody in the roster, `via` written or spoken.
        Raises NoWords, Damaged.
        """
        how = {"lens": lens, "tone": tone, "by": by, "name": clean(name), "via": via}
        comment = self._comment(draft, said(text), how)
        change = self._draft("feedback.add", draft.uid, comment.uid)
        if passage is None:
            change.create(replace(comment, about=WHOLE))
            return self._commit(change)
        change.create(comment)
        blocks = self._texts.blocks(version.text)
        change.create(place_at(self._ws.new_uid(), comment.uid, version, blocks, passage))
        return self._commit(change)

    def _comment(self, draft: Draft, text: str, how: Mapping[str, str]) -> Comment:
        fields: dict[str, Any] = dict(how)
        uid, at = self._ws.new_uid(), self._ws.now()
        return Comment(uid=uid, draft=draft.uid, text=text, at=at, **fields)

    def edit(self, comment: Comment, *, was: str | None = None, **fields: str) -> Change:
        """Change `text`, `lens`, `tone`, `by`, `name` or `via`; its text `was` this when read.

        Raises NoWords, NothingNew, ChangedMeanwhile.
        """
        if strange := set(fields) - EDITED:
            raise TypeError(f"a comment has no {strange} to edit")
        if "text" in fields:
            fields["text"] = said(fields["text"])
            self._still(was, lambda: self.comment(comment.uid).text, fields["text"])
        change = self._draft("feedback.edit", comment.draft, comment.uid)
        change.set(self.comment(comment.uid), **fields)
        return self._save(change)

    def put_away(self, *comments: Comment) -> Change:
        """Take comments of one draft off the list; they are kept. Raises NothingNew."""
        return self._set_away("feedback.put_away", comments, away=True)

    def bring_back(self, *comments: Comment) -> Change:
        """Put comments back on the list. Raises NothingNew."""
        return self._set_away("feedback.bring_back", comments, away=False)

    def reply(self, comment: Comment, text: str, *, by: str = "", name: str = "") -> Change:
        """Write a reply under a comment; signed with this device's name unless told. NoWords."""
        made = Reply(
            uid=self._ws.new_uid(),
            comment=self.comment(comment.uid).uid,
            by=by,
            name=clean(name) if by or name else self._ws.identity.actor,
            text=said(text, "A reply needs words. Nothing was written."),
            at=self._ws.now(),
        )
        change = self._draft("feedback.reply", comment.draft, comment.uid, made.uid)
        change.create(made)
        return self._commit(change)

    def _set_away(self, verb: str, comments: Sequence[Comment], *, away: bool) -> Change:
        if not comments:
            raise NothingNew("No comment is highlighted. Press c to write one.")
        change = self._draft(verb, comments[0].draft, *(each.uid for each in comments))
        for each in comments:
            change.set(self.comment(each.uid), away=away)
        return self._save(change)


def said(text: str, otherwise: str = "A comment needs words. Nothing was written.") -> str:
    """Return what was said, fit to keep. Raises NoWords, saying `otherwise`, if it is nothing."""
    words = clean(text, lines=True)
    if not words:
        raise NoWords(otherwise)
    return words
