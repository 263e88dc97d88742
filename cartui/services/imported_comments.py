"""Comments that come with a file, as the records of a new version, with their replies."""

from collections.abc import Iterable, Iterator, Sequence

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import WHOLE, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.passages import Passage
from cartui.model.people import Spelling
from cartui.model.text import clean
from cartui.services.arrivals import Arrivals, speaker, told
from cartui.services.draft_places import place_at
from cartui.services.passages import passage_at
from cartui.store.workspace import Workspace


class Imported:
    """The comments of one file on their way into a version."""

    def __init__(
        self,
        workspace: Workspace,
        group: str,
        draft: Draft,
        version: DraftVersion,
        came: Arrivals,
    ) -> None:
        self._ws = workspace
        self._draft = draft
        self._version = version
        self._came, self._people = came, came.people
        self._here = {
            (each.comment, each.text, told(each, came.people))
            for each in workspace.table(Reply, group).values()
        }

    def records(self, blocks: Sequence[Block]) -> Iterator[Comment | Place | Reply | Spelling]:
        """Yield the new comments, the replies, all places, and whose names were decided.

        One that is here already and stands between two letters only has no place of its own.
        """
        yield from self._came.spellings
        for each in self._came.fresh:
            at = None if each.whole else passage_at(blocks, each.start, each.end)
            yield (comment := self._comment(each, at, _words_elsewhere(blocks, at, each)))
            if at is not None:
                yield self._place(comment.uid, blocks, at)
            yield from self._replies(comment.uid, each.replies)
        for uid, each in self._came.known:
            at = passage_at(blocks, each.start, each.end) if each.start < each.end else None
            if at is not None:
                yield self._place(uid, blocks, at)
            # What was decided here stands here; in the file it was for others to read.
            yield from self._replies(uid, [one for one in each.replies if not one.verdict])

    def _comment(self, came: CriticComment, at: Passage | None, of: str) -> Comment:
        return Comment(
            uid=self._ws.new_uid(),
            draft=self._draft.uid,
            about=WHOLE if at is None else "",
            via="imported",
            lens=came.lens,
            tone=came.tone,
            text=clean(came.text, lines=True),
            at=came.at or self._version.at,
            resolved=came.resolved,
            of=of,
            **speaker(clean(came.name), self._people),
        )

    def _place(self, comment: str, blocks: Sequence[Block], at: Passage) -> Place:
        uid = self._ws.new_uid()
        return place_at(uid, comment, self._version, blocks, at, how="imported")

    def _replies(self, comment: str, replies: Iterable[CriticReply]) -> Iterator[Reply]:
        """Yield the replies under a comment; one that is here already is no new one."""
        for each in replies:
            text, who = clean(each.text, lines=True), speaker(clean(each.name), self._people)
            known = comment, text, who.get("by") or who["name"].casefold()
            if known not in self._here:
                at = each.at or self._version.at
                yield Reply(uid=self._ws.new_uid(), comment=comment, text=text, at=at, **who)


def _words_elsewhere(blocks: Sequence[Block], at: Passage | None, came: CriticComment) -> str:
    """Return the words a comment was said of if its place cannot hold them: see `Comment.of`."""
    goes_on = at is not None and came.end > blocks[at.block].end
    return clean(came.of, lines=True) if goes_on or came.start == came.end else ""
