"""Comments and changes of a paper as what was said of a draft: threads whole, changes suggested."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.papers.found import Paper, PaperComment
from cartui.exchange.papers.spoken import VERDICT, moment, name_of
from cartui.exchange.papers.suggestions import suggestions

_LEAD = re.compile(r"[#>|\-\s]*(?:\d+\. )?")
_NO_WORDS = "Marked without words."


def said_in(paper: Paper, words: CriticWords | None = None) -> tuple[CriticComment, ...]:
    """Return what was said of a paper, in the order of the text; what is about all of it first.

    `words` are the lenses and tones that may stand before a comment's own words in brackets.
    """
    lead = _LEAD.match(paper.text)
    first = lead.end() if lead else 0
    said = (_with_lens(each, words or CriticWords()) for each in _threads(paper.comments, first))
    found = [*said, *suggestions(paper.changes)]
    return tuple(sorted(found, key=lambda each: (not each.whole, each.start, each.end)))


def _with_lens(comment: CriticComment, words: CriticWords) -> CriticComment:
    """Return a comment with the lens and the tone that it says: `(politics, concern): ...`."""
    said = words.read(comment.text)
    if said.name or not (said.lens or said.tone):
        return comment
    return replace(comment, text=said.text or _NO_WORDS, lens=said.lens, tone=said.tone)


def _threads(comments: Sequence[PaperComment], first: int) -> Iterator[CriticComment]:
    """Yield the comments that begin a thread, each with all its replies.

    `first` is where the first word of the text stands.
    """
    by_id = {each.id: each for each in reversed(comments)}
    replies: dict[str, list[PaperComment]] = {}
    roots = _roots(comments, by_id)
    for each in comments:
        if roots[id(each)] is not each:
            replies.setdefault(roots[id(each)].id, []).append(each)
    for each in comments:
        if roots[id(each)] is each:
            answers = replies.pop(each.id, []) if by_id[each.id] is each else []
            yield _comment(each, answers, first)


def _roots(
    comments: Sequence[PaperComment], by_id: Mapping[str, PaperComment]
) -> dict[int, PaperComment]:
    """Return by each comment's identity the one that began its thread.

    In a file gone wrong replies may go in a circle: then each of them begins one.
    """
    roots: dict[int, PaperComment] = {}
    for comment in comments:
        path, met, found = [comment], {id(comment)}, comment
        while id(found) not in roots and found.parent is not None and found.parent in by_id:
            found = by_id[found.parent]
            if id(found) in met:
                break
            met.add(id(found))
            path.append(found)
        is_circle = id(found) not in roots and found.parent is not None and found.parent in by_id
        for each in path:
            roots[id(each)] = each if is_circle else roots.get(id(found), found)
    return roots


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
        verdict=root.initials == VERDICT,
        replies=tuple(map(_reply, replies)),
    )


def _reply(said: PaperComment) -> CriticReply:
    return CriticReply(
        text=said.text or _NO_WORDS,
        name=name_of(said.author),
        at=moment(said.date),
        verdict=said.initials == VERDICT,
    )
