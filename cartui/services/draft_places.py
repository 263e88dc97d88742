"""The comments of a version on their way into a change: those of a file, those of before."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import Any

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Draft, DraftVersion, Place
from cartui.services.carrying import Landing, carry
from cartui.services.draft_texts import DraftTexts
from cartui.services.passages import Passage, Quoted, quoted
from cartui.store.problems import Damaged
from cartui.store.workspace import Workspace

WHOLE = "whole"
CERTAIN = frozenset({Anchored.EXACT.value, Anchored.MOVED.value})
"""States of a place that nobody has to look at."""


def place_at(
    uid: str,
    comment: str,
    version: DraftVersion,
    blocks: Sequence[Block],
    passage: Passage,
    *,
    how: str = "hand",
) -> Place:
    """Return the place of a comment on a passage that somebody has chosen."""
    return _placed(uid, comment, version, quoted(blocks, passage), how=how)


def carried_places(
    workspace: Workspace,
    group: str,
    texts: DraftTexts,
    draft: Draft,
    version: DraftVersion,
    new_uid: Callable[[], str],
    but: Collection[str] = (),
) -> Iterator[Place]:
    """Yield a place in a new version for every comment on a passage of the earlier ones.

    Comments that were put away are carried too, so that they can come back. Each is carried from
    the last version in which its place was certain. Those of `but` have a place already.
    """
    last = [each for each in last_places(workspace, group, draft) if each.comment not in but]
    yield from carried(workspace, group, texts, version, last, new_uid)


def carried(
    workspace: Workspace,
    group: str,
    texts: DraftTexts,
    version: DraftVersion,
    places: Sequence[Place],
    new_uid: Callable[[], str],
) -> Iterator[Place]:
    """Yield where these places have gone in a version, each with a uid from `new_uid`."""
    versions = workspace.table(DraftVersion, group)
    new = texts.blocks(version.text)
    for uid in dict.fromkeys(place.version for place in places):
        mine = [place for place in places if place.version == uid]
        old: Sequence[Block] = ()
        if uid in versions:
            with suppress(Damaged):  # then the quotes alone have to do
                old = texts.blocks(versions[uid].text)
        landings = carry(old, new, mine)
        for place, landing in zip(mine, landings, strict=True):
            yield _landed(new_uid(), place.comment, version, landing)


def last_places(workspace: Workspace, group: str, draft: Draft) -> list[Place]:
    """Return for each comment of a draft the place to go on from: the last one that was certain,
    or the last of all.
    """
    numbers = {
        each.uid: (each.number, each.at)
        for each in workspace.table(DraftVersion, group).values()
        if each.draft == draft.uid
    }
    best: dict[str, tuple[bool, tuple[int, str], Place]] = {}
    for place in workspace.table(Place, group).values():
        if place.version in numbers:
            certain = place.state in CERTAIN
            rank = (certain, numbers[place.version])
            if place.comment not in best or rank > best[place.comment][:2]:
                best[place.comment] = (*rank, place)
    return [place for _, _, place in best.values()]


def _landed(uid: str, comment: str, version: DraftVersion, landing: Landing) -> Place:
    return _placed(
        uid,
        comment,
        version,
        landing.found,
        state=landing.state.value,
        confidence=landing.confidence,
        how=landing.how,
    )


def _placed(uid: str, comment: str, version: DraftVersion, kept: Quoted, **how: Any) -> Place:
    """Return the place of a comment in a version, with what surrounds it there."""
    where = {field: getattr(kept, field) for field in kept.__struct_fields__}
    return Place(uid=uid, comment=comment, version=version.uid, **where, **how)
