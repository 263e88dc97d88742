"""A table file changed by hand: what differs, offered as changes to take, or to restore."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from cartui.store.draft import Draft
from cartui.store.events import Event, Op
from cartui.store.fold import Doc, lives, visible
from cartui.store.side import Side


class OutsideEdit(Struct, frozen=True, kw_only=True):
    """One difference between a table file and what cartui knows.

    `field` is empty for a whole record that was added (`ours` None) or taken out (`theirs` None).
    """

    group: str
    kind: str
    uid: str
    field: str
    ours: Any
    theirs: Any


def outside_edits(side: Side) -> list[OutsideEdit]:
    """Return what was changed by hand in the table files of a side."""
    found: list[OutsideEdit] = []
    for group, loaded in side.shelf.loaded.items():
        if loaded.state != "outside":
            continue
        for kind, record in side.kinds.by_name.items():
            known = set(record.record.__struct_fields__)
            theirs = loaded.rows.get(kind, {})
            ours = side.fold.docs(group, kind)
            for uid in sorted({*theirs, *ours}):
                found += _differences(group, kind, uid, ours.get(uid), theirs.get(uid), known)
    return found


def _differences(
    group: str, kind: str, uid: str, ours: Doc | None, theirs: Any, known: set[str]
) -> Iterator[OutsideEdit]:
    mine = visible(ours) if ours is not None and lives(ours) else None
    other = visible(theirs) if theirs is not None and lives({"_heads": {}, **theirs}) else None
    if mine is None or other is None:
        if mine is not other:
            yield OutsideEdit(group=group, kind=kind, uid=uid, field="", ours=mine, theirs=other)
        return
    for field in sorted((known & {*mine, *other}) - {"uid"}):
        if mine.get(field) != other.get(field):
            yield OutsideEdit(
                group=group,
                kind=kind,
                uid=uid,
                field=field,
                ours=mine.get(field),
                theirs=other.get(field),
            )


def taken(draft: Draft, edits: list[OutsideEdit]) -> Draft:
    """Fill `draft` with hand-made edits, as if they had been made in cartui."""
    for edit in edits:
        if edit.field:
            draft.put(edit.kind, edit.uid, edit.field, edit.theirs, edit.ours, edit.group)
        elif edit.theirs is None:
            draft.take_out(edit.kind, edit.uid, edit.group)
        elif edit.ours is None:
            fields = {name: value for name, value in edit.theirs.items() if name != "uid"}
            draft.events.append(
                Event(kind=edit.kind, uid=edit.uid, op=Op.CREATE, value=fields, group=edit.group)
            )
    return draft
