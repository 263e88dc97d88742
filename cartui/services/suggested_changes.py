"""Suggestions that came with a file, done in its text already: the words before and after."""

from collections.abc import Sequence

from cartui.exchange.markdown_blocks import Block
from cartui.exchange.suggested import change_in, suggested
from cartui.model.drafts import Verdict
from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from cartui.services.worded_apart import Pieces

SUGGESTION = "suggestion"
TAKEN_OUT = "after: taken out"
_AROUND = 60


def change_shown(remark: Remark, blocks: Sequence[Block]) -> ThenAndNow | None:
    """Return the words before and after a suggested change where the text still has it done.

    None for what is no such suggestion, for one whose place is to be looked at, and where other
    words stand there by now.
    """
    place, change = remark.place, _change(remark)
    if place is None or change is None or not _still_done(remark, change, blocks):
        return None
    old, new = change
    text = blocks[place.block].text
    before = _end_of(text[: place.start]) if new else ""
    after = _beginning_of(text[place.end :]) if new else ""
    names = ("before", "after") if new else ("before", TAKEN_OUT)
    return ThenAndNow(
        then=_around(before, old, "-", after),
        now=_around(before, new, "+", after) if new else (),
        names=names,
        says_all=True,
    )


def to_put_back(remark: Remark, blocks: Sequence[Block]) -> str:
    """Return what has still to be done in the text for a suggestion that was declined; "" for
    nothing: its change stands there no more, or the comment is no such suggestion.
    """
    change = _change(remark)
    if remark.state != Verdict.DECLINE or change is None:
        return ""
    return suggested(change[1], change[0]) if _still_done(remark, change, blocks) else ""


def _change(remark: Remark) -> tuple[str, str] | None:
    comment = remark.comment
    came_done = comment.tone == SUGGESTION and comment.via == "imported"
    return change_in(comment.text) if came_done else None


def _still_done(remark: Remark, change: tuple[str, str], blocks: Sequence[Block]) -> bool:
    """Whether the text has a change done: the new words stand there, or the old are not there."""
    (old, new), place = change, remark.place
    if place is None or remark.asks_a_look or place.block >= len(blocks):
        return False
    text = blocks[place.block].text
    if new:
        return text[place.start : place.end].split() == new.split()
    return " ".join(old.split()) not in " ".join(text.split())


def _around(before: str, words: str, sign: str, after: str) -> Pieces:
    pieces = ((before, ""), (words.strip(), sign), (after, ""))
    return tuple(each for each in pieces if each[0].strip())


def _end_of(text: str) -> str:
    """Return the last words before a place, whole ones."""
    cut = text[-_AROUND:].lstrip()
    return cut if len(text) <= _AROUND else cut.partition(" ")[2]


def _beginning_of(text: str) -> str:
    """Return the first words behind a place, whole ones."""
    cut = text[:_AROUND].rstrip()
    return cut if len(text) <= _AROUND else cut.rpartition(" ")[0]
