"""Comments and changes of a paper as what was said of a draft: threads whole, changes suggested."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from cartui.exchange.critic_markup import CriticComment, CriticReply, suggested
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.papers.found import Paper, PaperChange, PaperComment

_ADDRESS = re.compile(r"<.*")
_FRACTION = re.compile(r"\.\d+")
_LEAD = re.compile(r"[#>|\-\s]*(?:\d+\. )?")
_SUGGESTION = "suggestion"
_NO_WORDS = "Marked without words."


def said_in(paper: Paper, words: CriticWords | None = None) -> tuple[CriticComment, ...]:
    """Return what was said of a paper, in the order of the text; what is about all of it first.

    `words` are the lenses and tones that may stand before a comment's own words in brackets.
    """
    lead = _LEAD.match(paper.text)
    first = lead.end() if lead else 0
    said = (_with_lens(each, words or CriticWords()) for each in _threads(paper.comments, first))
    found = [*said, *_suggestions(paper.changes)]
    return tuple(sorted(found, key=lambda each: (not each.whole, each.start, each.end)))


def _with_lens(comment: CriticComment, words: CriticWords) -> CriticComment:
    """Return a comment with the lens and the tone that it says: `(politics, concern): ...`."""
    said = words.read(comment.text)
    if said.name or not (said.lens or said.tone):
        return comment
    return replace(comment, text=said.text or _NO_WORDS, lens=said.lens, tone=said.tone)


def name_of(author: str) -> str:
    """Return an author's name without the mail address that Word may put behind it."""
    name = _ADDRESS.sub("", author).strip() or author.strip(" <>")
    return name.partition("@")[0] if " " not in name else name


def moment(date: str) -> str:
    """Return a date of a file in ISO form, "" if it is none; fractions of seconds are left out."""
    try:
        found = datetime.fromisoformat(_FRACTION.sub("", date.strip()))
    except ValueError:
        return ""
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


def _threads(comments: Sequence[PaperComment], first: int) -> Iterator[CriticComment]:
    """Yield the comments that begin a thread, each with all its replies.

    `first` is where the first word of the text stands.
    """
    by_id = {each.id: each for each in reversed(comments)}
    replies: dict[str, list[PaperComment]] = {}
    for each in comments:
        root = _root(each, by_id)
        if root is not each:
            replies.setdefault(root.id, []).append(each)
    for each in comments:
        if _root(each, by_id) is each:
            answers = replies.pop(each.id, []) if by_id[each.id] is each else []
            yield _comment(each, answers, first)


def _root(comment: PaperComment, by_id: Mapping[str, PaperComment]) -> PaperComment:
    """Return the comment that began a thread; in a file gone wrong replies may go in a circle."""
    met = {comment.id}
    found = comment
    while found.parent is not None and found.parent in by_id:
        if found.parent in met:
            return comment
        met.add(found.parent)
        found = by_id[found.parent]
    return found


def _comment(root: PaperComment, replies: Iterable[PaperComment], first: int) -> CriticComment:
    # A mark alone before the first word is about all of it, as in Markdown.
    whole = root.start is None or (root.start <= first and root.anchored_text is None)
    spans_more = root.anchored_text is not None and "\n" in root.anchored_text.strip()
    return CriticComment(
        start=root.start or 0,
        end=root.end or root.start or 0,
        text=root.text or _NO_WORDS,
        name=name_of(root.author),
        whole=whole,
        at=moment(root.date),
        resolved=root.resolved,
        of=root.deleted or ((root.anchored_text or "").strip() if spans_more else ""),
        replies=tuple(
            CriticReply(text=e.text or _NO_WORDS, name=name_of(e.author), at=moment(e.date))
            for e in replies
        ),
    )


def _suggestions(changes: Sequence[PaperChange]) -> Iterator[CriticComment]:
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
