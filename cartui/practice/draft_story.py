"""What can happen to a draft in a story, each written as one entry of `drafts.json`."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from cartui.model.drafts import Comment, Draft, DraftVersion
from cartui.model.passages import Passage
from cartui.practice.telling import Act, Telling
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback


class DraftStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft of a card, and what happened to it in the order of time; first comes a version.

    `texts` holds the text of each version by name; it is filled in from the files beside it.
    """

    id: str
    card: str
    author: str
    title: str
    kind: str
    ask: str
    lens: str
    story: tuple["DraftEntry", ...]
    texts: dict[str, str] = {}


class _Entry(Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Something that happened to a draft on the ISO date `on`."""

    on: str


class Written(_Entry, frozen=True, kw_only=True, tag="version"):
    """A version came in, as the text of that name; the first one begins the draft."""

    text: str
    source: str = ""

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Bring it in."""
        text = draft.texts[self.text]
        if draft.id in told.uids:
            drafts_of(told).new_version(_now(told, draft), text, source=self.source)
            return
        change = drafts_of(told).add(
            told.card(draft.card),
            draft.title,
            text,
            author=told.uids[draft.author],
            ask=draft.ask,
            lens=draft.lens,
            kind=draft.kind,
            source=self.source,
        )
        told.uids[draft.id] = change.about[0]


class Described(_Entry, frozen=True, kw_only=True, tag="describe"):
    """It was said to be of another kind."""

    kind: str

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Say so."""
        drafts_of(told).edit(_now(told, draft), kind=self.kind)


class Said(_Entry, frozen=True, kw_only=True, tag="comment"):
    """Somebody commented on a passage that stands once in the newest version, or on all of it.

    `by` is a member's id, "" for the facilitator.
    """

    id: str
    by: str
    lens: str
    tone: str
    passage: str = ""
    text: str
    via: str = "written"

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Write it down."""
        now, version = _now(told, draft), _newest(told, draft)
        change = feedback_of(told).add(
            now,
            version,
            self.text,
            passage_called(told, version, self.passage) if self.passage else None,
            lens=self.lens,
            tone=self.tone,
            by=told.uids[self.by] if self.by else "",
            name="" if self.by else told.ws.identity.actor,
            via=self.via,
        )
        told.uids[self.id] = change.about[-1]


class Decided(_Entry, frozen=True, kw_only=True, tag="answer"):
    """The author answered a comment; without a reason one that is asked for is owed."""

    comment: str
    verdict: str
    reason: str = ""

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Write the verdict down."""
        feedback_of(told).answer([_comment(told, self.comment)], self.verdict, reason=self.reason)


class Replied(_Entry, frozen=True, kw_only=True, tag="reply"):
    """A member replied under a comment."""

    comment: str
    by: str
    text: str

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Write it down."""
        feedback_of(told).reply(_comment(told, self.comment), self.text, by=told.uids[self.by])


class Passed(_Entry, frozen=True, kw_only=True, tag="turn"):
    """It was somebody's turn from then on: a member's id, "" for the facilitator."""

    to: str

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Pass it on."""
        drafts_of(told).set_turn(_now(told, draft), told.uids.get(self.to, ""))


class LookedAt(_Entry, frozen=True, kw_only=True, tag="look_at"):
    """Its author looked where the comments belong whose places were not certain.

    What was found is confirmed; a comment whose passage is gone is put down to the whole draft.
    """

    def tell(self, told: Telling, draft: DraftStory) -> None:
        """Say so of each."""
        feedback, version = feedback_of(told), _newest(told, draft)
        for remark in feedback.to_look_at(_now(told, draft), version):
            if remark.passage is None:
                feedback.place_by_hand(remark.comment, version, None)
            else:
                feedback.confirm(remark.comment, version)


DraftEntry = Written | Described | Said | Decided | Replied | Passed | LookedAt


def draft_acts(drafts: Sequence[DraftStory]) -> Iterator[Act]:
    """Yield every act of the drafts' stories; not yet in the order of time."""
    for draft in drafts:
        for entry in draft.story:
            yield Act(on=entry.on, do=partial(entry.tell, draft=draft))


def drafts_of(told: Telling) -> Drafts:
    """Return the group's drafts."""
    return Drafts(told.ws, told.now_in, told.uids["group"])


def feedback_of(told: Telling) -> Feedback:
    """Return what is said of them."""
    return Feedback(told.ws, told.now_in, told.uids["group"])


def passage_called(told: Telling, version: DraftVersion, words: str) -> Passage:
    """Return the passage that reads so. Raises ValueError unless it stands exactly once."""
    found = [
        Passage(block.index, start, start + len(words))
        for block in drafts_of(told).blocks(version)
        if (start := block.text.find(words)) >= 0
    ]
    if len(found) != 1:
        raise ValueError(f"“{words}” stands {len(found)} times in version {version.number}")
    return found[0]


def _now(told: Telling, draft: DraftStory) -> Draft:
    return drafts_of(told).draft(told.uids[draft.id])


def _newest(told: Telling, draft: DraftStory) -> DraftVersion:
    return drafts_of(told).versions(_now(told, draft))[0]


def _comment(told: Telling, id_: str) -> Comment:
    return feedback_of(told).comment(told.uids[id_])
