"""Giving records out: what each stage of the room may carry away (ux.md, "Decided" 7)."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

import msgspec
from msgspec import Struct

from cartui.model.drafts import Draft, DraftVersion
from cartui.model.people import Person
from cartui.model.records import Kind, Record, Registry
from cartui.model.rooms import Room
from cartui.store.problems import Damaged
from cartui.store.workspace import Workspace


def records(workspace: Workspace, kinds: Registry, room: Room) -> Mapping[str, list[Struct]]:
    """Return the live records of these kinds by kind, as far as `room` may see them.

    PUBLIC gets types that have no members' field at all, no record that was put away, and no
    person's name unless that person agreed to be named.
    """
    given: dict[str, list[Struct]] = {}
    for kind in kinds.by_name.values():
        kept = _live(workspace, kind)
        if room is not Room.PUBLIC:
            given[kind.name] = list(kept)
        elif (shown := public_type(kind)) is not None:
            given[kind.name] = [
                _shown(record, shown) for record in kept if not getattr(record, "away", False)
            ]
    return given


def _live(workspace: Workspace, kind: Kind) -> Iterator[Record]:
    for group in ("", *workspace.group_uids()):
        yield from workspace.table(kind.record, group).values()


class DraftText(Struct, frozen=True, kw_only=True):
    """The text of a version; `uid` is the name by which versions call it."""

    uid: str
    text: str


def draft_texts(workspace: Workspace) -> Iterator[DraftText]:
    """Yield the texts of all drafts' versions, for members; one that is damaged is left out.

    `lost_texts` says which those are.
    """
    for group in workspace.group_uids():
        versions = workspace.table(DraftVersion, group).values()
        for name in dict.fromkeys(version.text for version in versions):
            with suppress(Damaged):
                yield DraftText(uid=name, text=workspace.texts.read(group, name))


def lost_texts(workspace: Workspace) -> Iterator[str]:
    """Yield a sentence for each version of a draft whose text is damaged or gone."""
    for group in workspace.group_uids():
        titles = {draft.uid: draft.title for draft in workspace.table(Draft, group).values()}
        for version in workspace.table(DraftVersion, group).values():
            try:
                workspace.texts.read(group, version.text)
            except Damaged as problem:
                title = titles.get(version.draft, "")
                yield f"“{title}”, version {version.number}: {problem}"


@cache
def public_type(kind: Kind) -> type[Struct] | None:
    """Return a type with a kind's public fields only; None if it has none."""
    fields = [
        (field.name, field.type, field.default)
        for field in msgspec.structs.fields(kind.record)
        if kind.seen_by(field.name) == "public" and field.name != "away"
    ]
    if not fields:
        return None
    if kind.record is Person:
        fields.append(("name", str, ""))
    return msgspec.defstruct(f"Public{kind.record.__name__}", [("uid", str), *fields], frozen=True)


def _shown(record: Record, shown: type[Struct]) -> Struct:
    given = {
        name: getattr(record, name)
        for name in shown.__struct_fields__
        if name != "name" or not isinstance(record, Person) or record.may_be_named
    }
    return shown(**given)
