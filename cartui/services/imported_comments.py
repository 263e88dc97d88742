"""Comments that come with a file: each finds its passage, and the member who made it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Comment, Draft, DraftVersion, Place
from cartui.model.people import Person
from cartui.model.text import clean
from cartui.services.draft_places import WHOLE, place_at
from cartui.services.passages import passage_at
from cartui.store.workspace import Workspace


def new_comments(
    workspace: Workspace,
    draft: Draft,
    version: DraftVersion,
    blocks: Sequence[Block],
    comments: Iterable[CriticComment],
) -> Iterator[Comment | Place]:
    """Yield the records of comments that came with a file. A member's name becomes that member."""
    people = _people_by_name(workspace)
    for each in comments:
        at = None if each.whole else passage_at(blocks, each.start, each.end)
        comment = Comment(
            uid=workspace.new_uid(),
            draft=draft.uid,
            about=WHOLE if at is None else "",
            via="imported",
            lens=each.lens,
            tone=each.tone,
            text=clean(each.text, lines=True),
            at=version.at,
            **_speaker(clean(each.name), people),
        )
        yield comment
        if at is not None:
            yield place_at(workspace.new_uid(), comment.uid, version, blocks, at, how="imported")


def _speaker(name: str, people: Mapping[str, str]) -> dict[str, Any]:
    """Return who says it: a member by uid, anybody else by the name in the file."""
    by = people.get(name.casefold(), "")
    return {"by": by} if by else {"name": name}


def _people_by_name(workspace: Workspace) -> dict[str, str]:
    """Return people's uids by name; a name that two people share is nobody's."""
    found: dict[str, list[str]] = {}
    for person in workspace.table(Person).values():
        for name in {person.name.casefold(), person.label.casefold()} - {""}:
            found.setdefault(name, []).append(person.uid)
    return {name: uids[0] for name, uids in found.items() if len(uids) == 1}
