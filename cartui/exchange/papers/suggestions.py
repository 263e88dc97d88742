"""Tracked changes as suggestions: what one person put in the place of words is one."""

from collections.abc import Iterator, Sequence

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.papers.found import PaperChange
from cartui.exchange.papers.spoken import moment, name_of
from cartui.exchange.suggested import suggested

_SUGGESTION = "suggestion"


def suggestions(changes: Sequence[PaperChange]) -> Iterator[CriticComment]:
    """Yield each change as a suggestion; what one person put in the place of words is one."""
    waiting: list[PaperChange] = []
    for each in changes:
        if waiting and not _goes_on(waiting, each):
            yield _suggestion(waiting)
            waiting = []
        waiting.append(each)
    if waiting:
        yield _suggestion(waiting)


def _goes_on(before: Sequence[PaperChange], change: PaperChange) -> bool:
    """Whether a change is another part of the same: touching, by the same person."""
    last = before[-1]
    return change.author == last.author and change.start == last.end


def _suggestion(changes: Sequence[PaperChange]) -> CriticComment:
    old = "".join(each.text for each in changes if each.takes_out)
    new = "".join(each.text for each in changes if not each.takes_out)
    first = changes[0]
    return CriticComment(
        start=min(each.start for each in changes),
        end=max(each.end for each in changes),
        text=suggested(old, new),
        name=name_of(first.author),
        tone=_SUGGESTION,
        at=moment(first.date),
    )
