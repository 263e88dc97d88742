"""Drafts, their versions, the comments on them, and the author's verdicts (product.md a8).

A comment of the politics lens, or between two people, is back stage until it is brought forward:
then it is a `PrivateComment` of the back wing with the same fields (`cartui.backstage.comments`).
"""

from enum import StrEnum
from typing import Annotated

from cartui.model.records import Record
from cartui.model.rooms import G


class Verdict(StrEnum):
    """What the author does with a comment."""

    TAKE = "take"
    ADAPT = "adapt"
    DECLINE = "decline"
    LATER = "later"

    @property
    def asks_why(self) -> bool:
        """Whether a reason belongs to it; left out, it is owed."""
        return self in (Verdict.ADAPT, Verdict.DECLINE)


class Anchored(StrEnum):
    """How sure it is that a comment stands where it belongs."""

    EXACT = "exact"
    MOVED = "moved"
    UNSURE = "unsure"
    LOST = "lost"


CERTAIN = frozenset({Anchored.EXACT.value, Anchored.MOVED.value})
"""States of a place that nobody has to look at."""
WHOLE = "whole"
"""What a comment on the whole draft is about."""


class Draft(Record, frozen=True):
    """A piece of writing about a card. `author` is a person's uid.

    `ask` is what feedback the author wants, `lens` the lens asked for ("" for any), `pressure`
    how hard it may be; `turn` is the uid of the person the draft waits for, "" for the
    facilitator. `kind` is a shipped word: idea, proposal, draft, final.
    """

    card: Annotated[str, G] = ""
    title: Annotated[str, G] = ""
    kind: Annotated[str, G] = "draft"
    author: Annotated[str, G] = ""
    ask: Annotated[str, G] = ""
    lens: Annotated[str, G] = ""
    pressure: Annotated[str, G] = ""
    turn: Annotated[str, G] = ""
    away: Annotated[bool, G] = False


class DraftVersion(Record, frozen=True):
    """One version of a draft. `text` names the text file by its sha256, in hexadecimal.

    The text is the body as Markdown, without comments; offsets count its characters. `number`
    counts from 1; `source` is the name of the file it came from; `words` is how many it has.
    `original` names the file as it was received, which stands back stage; "" if none was kept.
    """

    draft: Annotated[str, G] = ""
    number: Annotated[int, G] = 1
    text: Annotated[str, G] = ""
    words: Annotated[int, G] = 0
    source: Annotated[str, G] = ""
    original: Annotated[str, G] = ""
    at: Annotated[str, G] = ""


class Comment(Record, frozen=True):
    """What somebody said of a draft. `by` is a person's uid, `name` the words of the file if none.

    `about` is "" for a passage of the text (its places say which) or "whole" for the whole draft.
    `lens` and `tone` are shipped words. `via` is how it came: written, spoken, imported.
    `resolved` says that its thread was settled in the file it came with; `of` are the words it was
    said of there, if the text has no such passage: taken out since, or in several paragraphs.
    """

    draft: Annotated[str, G] = ""
    about: Annotated[str, G] = ""
    by: Annotated[str, G] = ""
    name: Annotated[str, G] = ""
    via: Annotated[str, G] = "written"
    lens: Annotated[str, G] = ""
    tone: Annotated[str, G] = ""
    text: Annotated[str, G] = ""
    at: Annotated[str, G] = ""
    resolved: Annotated[bool, G] = False
    of: Annotated[str, G] = ""
    away: Annotated[bool, G] = False


class Place(Record, frozen=True):
    """Where a comment stands in one version of its draft. Never overwritten by the machine.

    `block` counts the blocks of the text from 0; `start` and `end` count characters within it.
    `quote` is the passage, `before` and `after` up to 64 characters around it, cut at words;
    `headings` is the path of headings above; `block_hash` the sha256 of the block's text.
    `state` is exact, moved, unsure or lost; `confidence` 0 to 1; `how` says who placed it: "hand"
    for a person, else the step of the machine.
    """

    comment: Annotated[str, G] = ""
    version: Annotated[str, G] = ""
    block: Annotated[int, G] = 0
    start: Annotated[int, G] = 0
    end: Annotated[int, G] = 0
    quote: Annotated[str, G] = ""
    before: Annotated[str, G] = ""
    after: Annotated[str, G] = ""
    headings: Annotated[tuple[str, ...], G] = ()
    block_hash: Annotated[str, G] = ""
    state: Annotated[str, G] = Anchored.EXACT.value
    confidence: Annotated[float, G] = 1.0
    how: Annotated[str, G] = "hand"


class Answered(Record, frozen=True):
    """The author's verdict on a comment. `decided_by` and `recorded_by` are a uid and a name."""

    comment: Annotated[str, G] = ""
    verdict: Annotated[str, G] = ""
    reason: Annotated[str, G] = ""
    version: Annotated[str, G] = ""
    decided_by: Annotated[str, G] = ""
    recorded_by: Annotated[str, G] = ""
    at: Annotated[str, G] = ""


class Reply(Record, frozen=True):
    """A reply under a comment."""

    comment: Annotated[str, G] = ""
    by: Annotated[str, G] = ""
    name: Annotated[str, G] = ""
    text: Annotated[str, G] = ""
    at: Annotated[str, G] = ""
    away: Annotated[bool, G] = False
