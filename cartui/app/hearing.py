"""What is said in a critique round, on its way to the draft it is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cartui.app.workroom import Workroom
from cartui.model.drafts import Draft, DraftVersion
from cartui.model.passages import Passage
from cartui.model.problems import NotFoundHere
from cartui.services.critique_round import Round, begun
from cartui.services.critique_steps import About
from cartui.services.critique_words import critique_words
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from screens.parts.choice import Choice, Option

if TYPE_CHECKING:
    from textual.app import App

KEPT_BACK = "politics"
"""The lens whose comments are back stage until they are brought forward."""

Drop = Callable[[str, Draft, DraftVersion, str, Passage | None, str], object]
"""Drops into the letterbox of the back stage: group, draft, version, words, passage, lens."""


class Hearing:
    """Keeps comments that are spoken. Raises NotFoundHere if the draft of a round is gone."""

    def __init__(self, room: Workroom, about: Round, drop: Drop) -> None:
        self._room, self._about, self._drop = room, about, drop
        room.group_in_hand = about.group
        drafts, feedback = room.drafts(), room.feedback()
        if drafts is None or feedback is None or drafts.group_uid != about.group:
            raise NotFoundHere("The group of that round is no longer here.")
        self._drafts: Drafts = drafts
        self._feedback: Feedback = feedback
        self._draft = drafts.draft(about.draft)
        found = [one for one in drafts.versions(self._draft) if one.uid == about.version]
        if not found:
            raise NotFoundHere("The version that round was about is no longer here.")
        self._version = found[0]
        self._passage = None
        if about.block >= 0:
            self._passage = Passage(about.block, about.start, about.end)

    def about(self) -> About:
        """Return what the round is about, in words for the room. Raises Damaged, NotFoundHere."""
        passage = ""
        if (at := self._passage) is not None:
            blocks = self._drafts.blocks(self._version)
            if at.block >= len(blocks):
                raise NotFoundHere("The passage that round was about is no longer here.")
            passage = " ".join(blocks[at.block].text[at.start : at.end].split())
        return About(title=self._draft.title, ask=self._draft.ask, passage=passage)

    def keep(self, number: int, words: str) -> None:
        """Save what was said, by the number of its key, as one change. Raises CartuiProblem."""
        lens = critique_words().lenses[number]
        if lens == KEPT_BACK:
            self._keep_back(words, lens)
            return
        self._feedback.add(
            self._draft, self._version, words, self._passage, lens=lens, via="spoken"
        )

    def _keep_back(self, words: str, lens: str) -> None:
        """Save it back stage: as what it is in BACK, as a slip in the letterbox on FRONT."""
        draft, version, passage = self._draft, self._version, self._passage
        if (private := self._room.private_remarks()) is not None:
            private.write(draft, version, words, passage, lens=lens, tone="", by="", via="spoken")
            return
        self._drop(self._about.group, draft, version, words, passage, lens)


def begin_round(
    room: Workroom, draft_uid: str, passage: tuple[int, int, int] | None
) -> Round | None:
    """Return a round at its first step on a draft; None if it has no text yet."""
    drafts = room.drafts()
    version = drafts.newest(drafts.draft(draft_uid)) if drafts is not None else None
    if drafts is None or version is None:
        return None
    at: dict[str, int] = {}
    if passage is not None:
        at = dict(zip(("block", "start", "end"), passage, strict=True))
    moment = room.workspace.moment()
    return begun(drafts.group_uid, draft_uid, version.uid, moment, **at)


async def asked_for(app: "App[None]", kept: Round | None, wanted: Round | None) -> Round | None:
    """Return the round to open: if one stands already it is asked; None when that was left."""
    if kept is None:
        return wanted
    options = [Option(f"go on at “{kept.words.title}”", "g")]
    options += [Option("begin anew here", "b")] if wanted is not None else []
    taken = await app.push_screen_wait(Choice("A critique round stands", options))
    return None if taken is None else (kept, wanted)[taken]
