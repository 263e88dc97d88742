"""Comments that come with a file: who made them, and which of them are here already."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.model.drafts import Comment, Draft, Reply
from cartui.model.people import Spelling
from cartui.model.text import clean
from cartui.services.names_found import Decided, NamesFound
from cartui.store.workspace import Workspace


class Arrivals(Struct, frozen=True, kw_only=True):
    """The comments of a file: those said for the first time, and those that are here already.

    `known` are a comment's uid and where it stands in the file; `people` are uids by the names in
    the file, in lower case, and `spellings` what was decided of those names, to be remembered.
    """

    fresh: tuple[CriticComment, ...] = ()
    known: tuple[tuple[str, CriticComment], ...] = ()
    people: Mapping[str, str] = {}
    spellings: tuple[Spelling, ...] = ()


def arrivals(
    workspace: Workspace,
    group: str,
    draft: Draft | None,
    comments: Iterable[CriticComment],
    decided: Decided | None = None,
) -> Arrivals:
    """Tell the comments of a file apart: the same words of the same person are no new comment.

    So a text that was given out with its comments in it can come back with them. Some word
    processors make comments of replies: those stand here already too, under what they answer.
    `decided` says whose names are that are not known for certain.
    """
    comments, names = tuple(comments), NamesFound(workspace, group)
    people = names.people(names_in(comments), decided)
    here: dict[tuple[str, str], list[str]] = {}
    for kept in workspace.table(Comment, group).values():
        if draft is not None and kept.draft == draft.uid:
            here.setdefault((kept.text, told(kept, people)), []).append(kept.uid)
    fresh, known = [], []
    for each in comments:
        who = speaker(clean(each.name), people)
        key = clean(each.text, lines=True), who.get("by") or who["name"].casefold()
        if found := here.get(key):
            known.append((found.pop(0), each))
        else:
            fresh.append(each)
    threads = _Threads(workspace, group, known, people)
    fresh = [each for each in fresh if not threads.hold(each, speaker(clean(each.name), people))]
    spellings = tuple(names.spellings(decided))
    return Arrivals(fresh=tuple(fresh), known=tuple(known), people=people, spellings=spellings)


def names_in(comments: Iterable[CriticComment]) -> list[str]:
    """Return who speaks in comments and in the replies under them, once for each time."""
    comments = tuple(comments)
    replies = (reply.name for each in comments for reply in each.replies)
    return [clean(name) for name in (*(each.name for each in comments), *replies)]


def told(kept: Any, people: Mapping[str, str]) -> str:
    """Return who said what is kept: a uid, also where the name was kept before it was known."""
    name: str = kept.name.casefold()
    return kept.by or people.get(name) or name


class _Threads:
    """What stands here under comments that are in a file again, by their passages there."""

    def __init__(
        self,
        workspace: Workspace,
        group: str,
        known: Iterable[tuple[str, CriticComment]],
        people: Mapping[str, str],
    ) -> None:
        self._by_passage: dict[tuple[int, int, bool], set[str]] = {}
        for uid, each in known:
            self._by_passage.setdefault((each.start, each.end, each.whole), set()).add(uid)
        self._replies = {
            (each.comment, each.text, told(each, people))
            for each in workspace.table(Reply, group).values()
        }

    def hold(self, came: CriticComment, who: Mapping[str, str]) -> bool:
        """Whether a comment of the file is a reply or a verdict that has lost its thread."""
        roots = self._by_passage.get((came.start, came.end, came.whole), set())
        said = clean(came.text, lines=True), who.get("by") or who["name"].casefold()
        return bool(roots) and (came.verdict or any((uid, *said) in self._replies for uid in roots))


def speaker(name: str, people: Mapping[str, str]) -> dict[str, Any]:
    """Return who says it: a member by uid, anybody else by the name in the file."""
    by = people.get(name.casefold(), "")
    return {"by": by} if by else {"name": name}
