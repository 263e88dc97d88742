"""The records in memory: typed, live ones only, made from the folded documents when first asked."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec
from msgspec import Raw
from msgspec.structs import force_setattr

from cartui.model.records import Record, Registry
from cartui.store.docs import Docs
from cartui.store.documents import in_one
from cartui.store.fold import Doc, Fold, Touched, lives, visible


class Cabinet:
    """Drawers of typed records by kind and group. Reading one costs a look-up and no copy."""

    def __init__(self, fold: Fold, kinds: Registry) -> None:
        self._fold = fold
        self._kinds = kinds
        self._drawers: dict[tuple[str, str], dict[str, Record]] = {}
        self.unreadable: set[str] = set()

    def drawer(self, kind: type[Record], group: str) -> Mapping[str, Record]:
        """Return the live records of one kind in one group, by uid."""
        name = self._kinds.name_of(kind)
        key = (group, name)
        if key not in self._drawers:
            docs = self._fold.groups.get(group, {}).get(name, Docs())
            read = _read_together(kind, docs.untouched())
            made = ((uid, read.get(uid) or self._made(kind, docs[uid])) for uid in docs)
            self._drawers[key] = {uid: record for uid, record in made if record is not None}
        return MappingProxyType(self._drawers[key])

    def refresh(self, touched: Iterable[Touched]) -> None:
        """Make anew the records that a change has touched."""
        for group, name, uid in touched:
            drawer = self._drawers.get((group, name))
            if drawer is None or name not in self._kinds.by_name:
                continue
            record = self._made(self._kinds.by_name[name].record, self._fold.docs(group, name)[uid])
            if record is None:
                drawer.pop(uid, None)
            else:
                drawer[uid] = record

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
