"""Comments that come with a file, as the records of a new version."""

from collections.abc import Iterator, Mapping, Sequence

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Comment, Draft, DraftVersion, Place
from cartui.model.text import clean
from cartui.services.arrivals import Arrivals, people_by_name, speaker
from cartui.services.draft_places import WHOLE, place_at
from cartui.services.passages import passage_at
from cartui.store.workspace import Workspace


def arrived(
    workspace: Workspace,
    draft: Draft,
    version: DraftVersion,
    blocks: Sequence[Block],
    comments: Arrivals,
) -> Iterator[Comment | Place]:
    """Yield the records of comments that came with a file: the new ones, and all their places.

    One that is here already and stands between two letters only has no place of its own.
    """
    people = people_by_name(workspace)
    for each in comments.fresh:
        at = None if each.whole else passage_at(blocks, each.start, each.end)
        yield (comment := _comment(workspace, draft, version, each, at is None, people))
        if at is not None:
            yield place_at(workspace.new_uid(), comment.uid, version, blocks, at, how="imported")
    for uid, each in comments.known:
        at = passage_at(blocks, each.start, each.end) if each.start < each.end else None
        if at is not None:
            yield place_at(workspace.new_uid(), uid, version, blocks, at, how="imported")


def _comment(
    workspace: Workspace,
    draft: Draft,
    version: DraftVersion,
    came: CriticComment,
    whole: bool,
    people: Mapping[str, str],
) -> Comment:
    return Comment(
        uid=workspace.new_uid(),
        draft=draft.uid,
        about=WHOLE if whole else "",
        via="imported",
        lens=came.lens,
        tone=came.tone,
        text=clean(came.text, lines=True),
        at=version.at,
        **speaker(clean(came.name), people),
    )
