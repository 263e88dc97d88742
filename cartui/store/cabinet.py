"""The records in memory: typed, live ones only, made from the folded documents when first asked."""

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Raw
from msgspec.structs import force_setattr

from cartui.model.records import Record, Registry
from cartui.store.docs import Docs
from cartui.store.documents import in_one
from cartui.store.fold import Doc, Fold, Touched, lives, visible

Key = tuple[str, str]
"""A group and the name of a kind."""


class Cabinet:
    """Drawers of typed records by kind and group. Reading one costs a look-up and no copy.

    A drawer is filled when all of it is asked for. Until then a record that is asked for by its
    uid is made alone: a page about twenty people does not read ten thousand.
    """

    def __init__(self, fold: Fold, kinds: Registry) -> None:
        self._fold = fold
        self._kinds = kinds
        self._drawers: dict[Key, dict[str, Record]] = {}
        self._alone: dict[Key, dict[str, Record]] = {}
        self._naming: dict[Key, dict[str, list[str]]] = {}
        self._made_of: dict[Key, dict[Callable[..., Any], Any]] = {}
        self.unreadable: set[str] = set()

    def drawer(self, kind: type[Record], group: str) -> Mapping[str, Record]:
        """Return the live records of one kind in one group, by uid."""
        key = (group, self._kinds.name_of(kind))
        if key not in self._drawers:
            docs, alone = self._docs(key), self._alone.pop(key, {})
            read = _read_together(kind, docs.untouched()) | alone
            made = ((uid, read.get(uid) or self._made(kind, docs[uid])) for uid in docs)
            self._drawers[key] = {uid: record for uid, record in made if record is not None}
        return MappingProxyType(self._drawers[key])

    def one(self, kind: type[Record], group: str, uid: str) -> Record | None:
        """Return one live record, None if there is none."""
        key = (group, self._kinds.name_of(kind))
        if (drawer := self._drawers.get(key)) is not None:
            return drawer.get(uid)
        alone = self._alone.setdefault(key, {})
        if uid not in alone:
            docs = self._docs(key)
            made = _read_together(kind, docs.untouched_of((uid,))).get(uid)
            if made is None and (doc := docs.get(uid)) is not None:
                made = self._made(kind, doc)
            if made is None:
                return None
            alone[uid] = made
        return alone[uid]

    def some(self, kind: type[Record], group: str, uids: Collection[str]) -> dict[str, Record]:
        """Return those of some records that live, by uid: read in one go."""
        key = (group, self._kinds.name_of(kind))
        if key not in self._drawers:
            alone = self._alone.setdefault(key, {})
            new = self._docs(key).untouched_of(uid for uid in uids if uid not in alone)
            alone |= _read_together(kind, new)
        found = ((uid, self.one(kind, group, uid)) for uid in uids)
        return {uid: record for uid, record in found if record is not None}

    def naming(self, kind: type[Record], group: str, uid: str) -> list[Record]:
        """Return the live records that may name another one by its uid; the rest surely does not.

        Which they are is looked up once, until a record of the kind changes.
        """
        key = (group, self._kinds.name_of(kind))
        found = self._naming.setdefault(key, {})
        if uid not in found:
            found[uid] = self._docs(key).naming(uid)
        return [*self.some(kind, group, found[uid]).values()]

    def made_of(self, kind: type[Record], group: str, make: Callable[..., Any]) -> Any:
        """Return what `make` makes of a drawer: made once, until a record in it changes."""
        drawer = self.drawer(kind, group)
        made = self._made_of.setdefault((group, self._kinds.name_of(kind)), {})
        if make not in made:
            made[make] = make(drawer)
        return made[make]

    def refresh(self, touched: Iterable[Touched]) -> None:
        """Make anew the records that a change has touched."""
        for group, name, uid in touched:
            key = (group, name)
            self._naming.pop(key, None)
            self._made_of.pop(key, None)
            self._alone.get(key, {}).pop(uid, None)
            drawer = self._drawers.get(key)
            if drawer is None or name not in self._kinds.by_name:
                continue
            record = self._made(self._kinds.by_name[name].record, self._fold.docs(group, name)[uid])
            if record is None:
                drawer.pop(uid, None)
            else:
                drawer[uid] = record

    def _docs(self, key: Key) -> Docs:
        group, name = key
        return self._fold.groups.get(group, {}).get(name, Docs())

    def _made(self, kind: type[Record], doc: Doc) -> Record | None:
        if not lives(doc):
            return None
        try:
            return msgspec.convert(visible(doc), kind)
        except msgspec.ValidationError:
            # A value of a shape this cartui does not know: kept on disk, named, never guessed.
            self.unreadable.add(doc["uid"])
            return None


def _read_together(kind: type[Record], raw: Mapping[str, Raw]) -> dict[str, Record]:
    """Make records straight from their bytes, all at once; none if one of them has another shape.

    Each keeps the uid it is found by: the same text, held once, is a tenth of all records' size.
    """
    try:
        records: list[Record] = msgspec.json.decode(in_one(raw.values()), type=list[kind])  # type: ignore[valid-type]
    except msgspec.ValidationError:
        return {}
    found = dict(zip(raw, records, strict=True))
    for uid, record in found.items():
        force_setattr(record, "uid", uid)
    return found
