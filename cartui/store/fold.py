"""The fold: the state that a set of events gives, whatever order they arrive in.

A record is a plain document: its fields, and beside them

- `_heads`: for each field the event it stands on; several concurrent ones as {event: value}.
  The entry "" is the event that created the record and stands for every field not named.
- `_life`: the delete and restore events nobody has seen past, {event: [op, seen...]}.
- `_late`: events known to be overtaken that have not arrived yet.

Documents are never changed in place: a change makes a new one, so a snapshot is just a reference.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from cartui.store.docs import Docs
from cartui.store.events import Change, Event, Op

Doc = dict[str, Any]
Touched = tuple[str, str, str]  # group, kind, uid
_CREATE, _SET, _DELETE = Op.CREATE.value, Op.SET.value, Op.DELETE.value


class Arrived:
    """Which lines of which journals have been folded in: a count, and what came out of order."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self.counts: dict[str, int] = dict(counts or {})
        self._ahead: dict[str, set[int]] = {}

    def take(self, journal: str, seq: int) -> bool:
        """Note a line. Returns False if it was here already."""
        count, ahead = self.counts.get(journal, 0), self._ahead.setdefault(journal, set())
        if seq == count + 1 and not ahead:
            self.counts[journal] = seq  # as nearly always: the next one
            return True
        if seq <= count or seq in ahead:
            return False
        ahead.add(seq)
        while count + 1 in ahead:
            count += 1
            ahead.discard(count)
        self.counts[journal] = count
        return True


class Fold:
    """Documents by group, kind and uid; `arrived` says which lines they stand on."""

    def __init__(self) -> None:
        self.groups: dict[str, dict[str, Docs]] = {}
        self.arrived = Arrived()

    def docs(self, group: str, kind: str) -> Docs:
        """Return the documents of one kind in one group, deleted ones among them."""
        kinds = self.groups.setdefault(group, {})
        if kind not in kinds:
            kinds[kind] = Docs()
        return kinds[kind]

    def stand_on(self, group: str, kind: str, docs: Mapping[str, Doc]) -> None:
        """Begin with the documents that a table file holds."""
        if isinstance(docs, Docs):
            self.groups.setdefault(group, {})[kind] = docs
        else:
            self.docs(group, kind).update(docs)

    def take(self, journal: str, change: Change) -> list[Touched]:
        """Fold one line in. Returns what it touched; nothing if it was here already."""
        if not self.arrived.take(journal, change.seq):
            return []
        return self.apply(change)

    def apply(self, change: Change, held: Container[str] = ()) -> list[Touched]:
        """Fold the events of a change into the documents, but for groups that hold it already."""
        touched = []
        for index, event in enumerate(change.events):
            if event.group in held:
                continue
            docs = self.docs(event.group, event.kind)
            docs[event.uid] = folded(docs.get(event.uid), event, change.ref(index))
            touched.append((event.group, event.kind, event.uid))
        return touched


def folded(doc: Doc | None, event: Event, ref: str) -> Doc:
    """Return `doc` with one event folded in, as a new document."""
    op = event.op
    if doc is None and op == _CREATE:
        return {"uid": event.uid, "_heads": {"": ref}, **event.value}
    doc = dict(doc) if doc is not None else {"uid": event.uid}
    if op == _CREATE:
        return _created(doc, event, ref)
    if op == _SET:
        _set(doc, event.field, event.value, event.seen, ref)
        return doc
    return _with_life(doc, event, ref)


def _created(doc: Doc, event: Event, ref: str) -> Doc:
    heads = dict(doc.get("_heads", {}))
    first = "" not in heads
    named = set(heads)
    if first:
        heads[""] = ref
        doc["_heads"] = heads
    for field, value in event.value.items():
        if first and field not in named:
            doc[field] = value  # the entry "" stands for it
        else:
            _set(doc, field, value, (), ref)
    return doc


def _set(doc: Doc, field: str, value: Any, seen: Iterable[str], ref: str) -> None:
    heads = dict(doc.get("_heads", {}))
    # A field that no event has named stands on nothing: a default never meets an edit.
    standing = heads_of(doc, field) if field in heads or field in doc else {}
    left = {head: worth for head, worth in standing.items() if head not in seen}
    late = [old for old in seen if old not in standing and old != heads.get("")]
    if not _overtaken(doc, field, ref):
        left[ref] = value
    if left:
        newest = max(left)
        doc[field] = left[newest]
        heads[field] = newest if len(left) == 1 else left
    doc["_heads"] = heads
    if late:
        known = dict(doc.get("_late", {}))
        known[field] = sorted({*known.get(field, ()), *late})
        doc["_late"] = known


def _overtaken(doc: Doc, field: str, ref: str) -> bool:
    return ref in doc.get("_late", {}).get(field, ())


def heads_of(doc: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return the events a field stands on and their values; several mean a shown conflict."""
    heads = doc.get("_heads", {})
    head = heads.get(field)
    if isinstance(head, dict):
        return dict(head)
    if head is not None:
        return {head: doc.get(field)}
    created = heads.get("")
    return {created: doc.get(field)} if created is not None else {}


def all_heads(doc: Mapping[str, Any]) -> Iterator[str]:
    """Yield every event that a document's fields stand on."""
    for head in doc.get("_heads", {}).values():
        if isinstance(head, dict):
            yield from head
        else:
            yield head


def _with_life(doc: Doc, event: Event, ref: str) -> Doc:
    life = dict(doc.get("_life", {}))
    late = [old for old in event.seen if old not in life and old not in set(all_heads(doc))]
    for old in event.seen:
        life.pop(old, None)
    if not _overtaken(doc, "_life", ref):
        life[ref] = [event.op, *event.seen]
    doc["_life"] = life
    if late:
        known = dict(doc.get("_late", {}))
        known["_life"] = sorted({*known.get("_life", ()), *late})
        doc["_late"] = known
    return doc


def lives(doc: Mapping[str, Any]) -> bool:
    """Whether a record is there: created, and not deleted by someone who knew all of it.

    An edit that the one who deleted had not seen brings the record back.
    """
    if "_heads" not in doc:
        return False
    deletes = [line for line in doc.get("_life", {}).values() if line[0] == _DELETE]
    if not deletes or len(deletes) < len(doc["_life"]):
        return True
    known = {old for line in deletes for old in line[1:]}
    return any(head not in known for head in all_heads(doc))


def visible(doc: Mapping[str, Any]) -> Doc:
    """Return the fields of a document that a record is made of."""
    return {field: value for field, value in doc.items() if not field.startswith("_")}
