"""The comments of a version on their way into a change: those of a file, those of before."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import CERTAIN, Draft, DraftVersion, Place
from cartui.model.passages import Passage
from cartui.services.carrying import CHAIN, Landing, landed
from cartui.services.draft_texts import DraftTexts
from cartui.services.passages import Quoted, quoted
from cartui.store.problems import Damaged
from cartui.store.workspace import Workspace

CONFIRMED = frozenset({"hand", "imported"})
"""How a place came about that a person decided: here, or in the file a comment came with."""


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
    the last place that a person confirmed, or else from the last certain one. Those of `but` have
    a place already.
    """
    last = [each for each in last_places(workspace, group, draft) if each.comment not in but]
    guesses = later_guesses(workspace, group, draft, last)
    yield from carried(workspace, group, texts, version, last, new_uid, guesses)


def carried(
    workspace: Workspace,
    group: str,
    texts: DraftTexts,
    version: DraftVersion,
    places: Sequence[Place],
    new_uid: Callable[[], str],
    guesses: Mapping[str, Place] | None = None,
) -> Iterator[Place]:
    """Yield where these places have gone in a version, each with a uid from `new_uid`."""
    guesses = guesses or {}
    old = old_blocks(workspace, group, texts, [*places, *guesses.values()])
    landings = landed(old, texts.blocks(version.text), places, guesses)
    for place, landing in zip(places, landings, strict=True):
        yield _landed(new_uid(), place.comment, version, landing)


def found_now(
    workspace: Workspace, group: str, draft: Draft, version: DraftVersion, homeless: Collection[str]
) -> dict[str, Place]:
    """Return by comment places for comments that came from elsewhere after this version was made.

    They are found when read, and kept (with a uid) once a person has confirmed them.
    """
    last = [p for p in last_places(workspace, group, draft) if p.comment in homeless]
    texts = DraftTexts(workspace, group)
    found = carried(workspace, group, texts, version, last, new_uid=str)
    return {place.comment: place for place in found}


def old_blocks(
    workspace: Workspace, group: str, texts: DraftTexts, places: Sequence[Place]
) -> dict[str, Sequence[Block]]:
    """Return the blocks of the versions that places are in; of a damaged one there are none."""
    versions = workspace.table(DraftVersion, group)
    found: dict[str, Sequence[Block]] = {}
    for uid in dict.fromkeys(place.version for place in places):
        if uid in versions:
            with suppress(Damaged):  # then the quotes alone have to do
                found[uid] = texts.blocks(versions[uid].text)
    return found


def last_places(workspace: Workspace, group: str, draft: Draft) -> list[Place]:
    """Return for each comment of a draft the place to go on from: the last one that a person
    confirmed, or else the last that was certain, or the last of all.
    """
    best: dict[str, tuple[tuple[bool, bool, tuple[int, str]], Place]] = {}
    for place, version in _of_draft(workspace, group, draft):
        rank = (place.how in CONFIRMED, place.state in CERTAIN, version)
        if place.comment not in best or rank > best[place.comment][0]:
            best[place.comment] = rank, place
    return [place for _, place in best.values()]


def later_guesses(
    workspace: Workspace, group: str, draft: Draft, last: Sequence[Place]
) -> dict[str, Place]:
    """Return by comment the last places in versions after those gone on from that the machine was
    certain of, each from the one before.
    """
    versions = workspace.table(DraftVersion, group)
    since = {each.comment: _number(versions[each.version]) for each in last}
    found: dict[str, tuple[tuple[int, str], Place]] = {}
    for place, version in _of_draft(workspace, group, draft):
        start = since.get(place.comment)
        leads_on = place.state in CERTAIN or place.how == CHAIN
        later = start is not None and version > start and leads_on
        if later and version > found.get(place.comment, ((0, ""), place))[0]:
            found[place.comment] = version, place
    return {comment: place for comment, (_, place) in found.items()}


def _of_draft(
    workspace: Workspace, group: str, draft: Draft
) -> Iterator[tuple[Place, tuple[int, str]]]:
    """Yield all places in the versions of a draft, with what puts the versions in order."""
    numbers = {
        each.uid: _number(each)
        for each in workspace.table(DraftVersion, group).values()
        if each.draft == draft.uid
    }
    for place in workspace.table(Place, group).values():
        if place.version in numbers:
            yield place, numbers[place.version]


def _number(version: DraftVersion) -> tuple[int, str]:
    return version.number, version.at


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
