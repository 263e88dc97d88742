"""Feedback on its way out, for members: it is the group's own, never for outsiders."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from cartui.exchange.commented import Commented
from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.feedback_csv import FeedbackRow
from cartui.exchange.feedback_markdown import FeedbackPage, Saying
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Draft, DraftVersion, Reply
from cartui.model.people import Person
from cartui.services.draft_incoming import critic_words
from cartui.services.draft_words import lenses, tones, verdicts, word
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.remarks import Remark
from cartui.services.suggested_changes import to_put_back
from cartui.store.problems import Damaged
from cartui.store.workspace import Workspace

NO_LENS = "Other comments"
SETTLED = "Settled in the file it came with."
_PLACES = {
    Anchored.EXACT: "",
    Anchored.MOVED: "it has moved in the draft",
    Anchored.UNSURE: "its place is to be checked",
    Anchored.LOST: "its passage is no longer in the draft",
}


class FeedbackOut:
    """What was said of one group's drafts, in words.

    `without` are lenses to leave out, by id; `unnamed` are people whose name is left out, by uid,
    beside those who asked for that: what they said goes along.
    """

    def __init__(
        self,
        workspace: Workspace,
        drafts: Drafts,
        feedback: Feedback,
        without: Collection[str] = (),
        unnamed: Collection[str] = (),
    ) -> None:
        self._ws = workspace
        self._drafts = drafts
        self._feedback = feedback
        self._without = frozenset(without)
        asked = (each.uid for each in workspace.table(Person).values() if each.asks_no_name)
        self._unnamed = frozenset((*unnamed, *asked))

    def page(self, draft: Draft) -> FeedbackPage:
        """Return the comments on the newest version by lens, each with what was decided."""
        version = self._drafts.newest(draft)
        remarks = self._remarks(draft, version)
        blocks = self._blocks(version)
        return FeedbackPage(
            title=f"Feedback on {draft.title}",
            about=self._about(draft, version, remarks),
            parts=tuple(
                (name, tuple(self._saying(each, blocks) for each in said))
                for name, said in _by_lens(remarks)
            ),
        )

    def rows(self, draft: Draft) -> list[FeedbackRow]:
        """Return the comments on the newest version in the order of the text, for a table."""
        version = self._drafts.newest(draft)
        return [self._row(draft, version, each) for each in self._remarks(draft, version)]

    def commented(self, draft: Draft) -> Commented:
        """Return the newest text and the comments at their places in it. Raises Damaged.

        A comment whose passage is lost stands at the block nearest to where it was. What is
        answered, or was settled before, is resolved.
        """
        version = self._drafts.newest(draft)
        if version is None:
            return Commented(title=draft.title, about=self._about(draft, None, ()))
        remarks, blocks = self._remarks(draft, version), self._drafts.blocks(version)
        return Commented(
            title=draft.title,
            about=self._about(draft, version, remarks),
            text=self._drafts.text(version),
            comments=tuple(self._at_place(each, blocks) for each in remarks),
            words=critic_words(self._ws),
        )

    def _at_place(self, remark: Remark, blocks: Sequence[Block]) -> CriticComment:
        comment, passage = remark.comment, remark.passage
        at = blocks[remark.place.block] if remark.place is not None and blocks else None
        start = at.start if at is not None else 0
        return CriticComment(
            start=start + passage.start if passage else start,
            end=start + passage.end if passage else start,
            text=comment.text,
            name=remark.who,
            lens=comment.lens,
            tone=comment.tone,
            whole=at is None,
            at=comment.at,
            resolved=not remark.waits,
            decided=self._verdict(remark),
            replies=tuple(
                CriticReply(text=each.text, name=each.name, at=each.at) for each in remark.replies
            ),
        )

    def _verdict(self, remark: Remark) -> CriticReply | None:
        """Return what was decided as a reply; None while the comment waits."""
        answered = remark.answered
        if answered is None or remark.waits:
            return None
        who = self._decided_by(remark) or "The author"
        return CriticReply(text=decided_words(remark), name=who, at=answered.at, verdict=True)

    def _remarks(self, draft: Draft, version: DraftVersion | None) -> list[Remark]:
        found = self._feedback.remarks(draft, version) if version is not None else []
        return [self._as_asked(each) for each in found if each.comment.lens not in self._without]

    def _as_asked(self, remark: Remark) -> Remark:
        """Return a remark without the names of those who asked for none."""
        replies = tuple(
            replace(each, by="", name="") if each.by in self._unnamed else each
            for each in remark.replies
        )
        who = "" if remark.comment.by in self._unnamed else remark.who
        return replace(remark, who=who, replies=replies)

    def _name(self, uid: str) -> str:
        return "" if uid in self._unnamed else self._drafts.person_name(uid)

    def _about(
        self, draft: Draft, version: DraftVersion | None, remarks: Sequence[Remark]
    ) -> tuple[str, ...]:
        if version is None:
            return ("No text yet.",)
        author = self._name(draft.author)
        waiting = sum(each.waits for each in remarks)
        return (
            ", ".join(filter(None, (author, f"version {version.number} of {version.at[:10]}"))),
            f"Asked for: {draft.ask}" if draft.ask else "",
            f"{len(remarks)} comments, {waiting} still to answer.",
        )

    def _blocks(self, version: DraftVersion | None) -> tuple[Block, ...]:
        """Return the blocks of a version; none if there is none, or its text is damaged."""
        try:
            return self._drafts.blocks(version) if version is not None else ()
        except Damaged:
            return ()

    def _saying(self, remark: Remark, blocks: Sequence[Block]) -> Saying:
        comment = remark.comment
        tone = word(tones(), comment.tone).name
        undo = to_put_back(remark, blocks)
        spoken = "spoken" if comment.via == "spoken" else ""
        place = _PLACES[remark.anchored] if remark.anchored is not None else ""
        return Saying(
            passage=_passage(remark),
            text=comment.text,
            about=", ".join(filter(None, (remark.who, tone, spoken, place))),
            decided=decided_words(remark),
            notes=(
                *([f"Still to do in the text: {undo}"] if undo else []),
                *(f"Reply: {self._reply(each)}" for each in remark.replies),
            ),
        )

    def _reply(self, reply: Reply) -> str:
        who = self._drafts.person_name(reply.by) or reply.name
        return f"{who}: {reply.text}" if who else reply.text

    def _decided_by(self, remark: Remark) -> str:
        answered = remark.answered
        return self._name(answered.decided_by) if answered is not None else ""

    def _row(self, draft: Draft, version: DraftVersion | None, remark: Remark) -> FeedbackRow:
        comment, answered = remark.comment, remark.answered
        return FeedbackRow(
            draft=draft.title,
            version=str(version.number) if version is not None else "",
            lens=word(lenses(), comment.lens).name,
            tone=word(tones(), comment.tone).name,
            passage=_passage(remark),
            place=remark.anchored.value if remark.anchored is not None else "whole draft",
            comment=comment.text,
            who=remark.who,
            verdict=remark.state,
            reason=answered.reason if answered is not None else "",
            decided_by=self._decided_by(remark),
            replies="\n".join(self._reply(each) for each in remark.replies),
            at=comment.at[:10],
        )


def _passage(remark: Remark) -> str:
    """Return the words that a comment was said of."""
    quote = remark.place.quote if remark.place is not None else ""
    return remark.comment.of or quote


def _by_lens(remarks: Sequence[Remark]) -> list[tuple[str, list[Remark]]]:
    """Return the remarks under the names of their lenses: the shipped ones first, none last."""
    shipped = [each.id for each in lenses()]
    own = sorted({each.comment.lens for each in remarks} - {*shipped, ""})
    found = []
    for lens in (*shipped, *own, ""):
        said = [each for each in remarks if each.comment.lens == lens]
        if said:
            name = word(lenses(), lens).name
            found.append((name[:1].upper() + name[1:] or NO_LENS, said))
    return found


def decided_words(remark: Remark) -> str:
    """Return what the author decided of a comment, and why."""
    if remark.answered is None:
        return SETTLED if remark.settled_before else "Not answered yet."
    done = word(verdicts(), remark.state).done or remark.state
    reason = remark.answered.reason or ("the reason is owed" if remark.owes_reason else "")
    return f"{done[:1].upper()}{done[1:]}" + (f": {reason}" if reason else ".")
