"""A change being put together: a verb asks for records to be made or changed, commit saves it."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from cartui.model.records import Record, Registry, plain
from cartui.store.events import Change, Event, Op
from cartui.store.fold import Doc, all_heads, heads_of
from cartui.store.originals import Original
from cartui.store.texts import name_of

FindDoc = Callable[[str, str, str], Doc | None]  # group, kind, uid


class Draft:
    """The events of one verb before they are saved. Made by `Workspace.draft`."""

    def __init__(
        self, verb: str, about: tuple[str, ...], group: str, kinds: Registry, find: FindDoc
    ) -> None:
        self.verb = verb
        self.about = about
        self.group = group
        self.undoes = ""
        self.heals: tuple[tuple[str, int, int], ...] = ()
        self.events: list[Event] = []
        self.texts: dict[str, str] = {}
        self.originals: dict[str, Original] = {}
        self._kinds = kinds
        self._find = find

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.events

    def keep_text(self, text: str) -> str:
        """Return the name under which a text will be kept, durably before the change itself."""
        name = name_of(text)
        self.texts[name] = text
        return name

    def keep_original(self, original: Original) -> str:
        """Return the name under which a file will be kept, durably before the change itself."""
        self.originals[original.name] = original
        return original.name

    def create(self, record: Record, group: str | None = None) -> None:
        """Make a new record. Fields that hold their default are not written."""
        kind = self._kinds.name_of(type(record))
        defaults = self._kinds.defaults(kind)
        fields = {
            name: value
            for name, value in plain(record).items()
            if name != "uid" and value != defaults[name]
        }
        self._add(kind, record.uid, Op.CREATE, value=fields, group=group)

    def set(self, record: Record, group: str | None = None, **fields: Any) -> None:
        """Change fields of a record; those that hold the value already are left out."""
        kind = self._kinds.name_of(type(record))
        home = self.group if group is None else group
        doc = self._find(home, kind, record.uid) or {}
        defaults = self._kinds.defaults(kind)
        for name, value in fields.items():
            if name not in defaults:
                raise AttributeError(f"{type(record).__name__} has no field {name}")
            before, after = doc.get(name, defaults[name]), plain(value)
            if self._made_here(kind, record.uid, name, after) or before == after:
                continue
            self._forget(kind, record.uid, name)
            self.put(kind, record.uid, name, after, before, home)

    def _made_here(self, kind: str, uid: str, field: str, value: Any) -> bool:
        """Whether this same draft creates the record; then the value goes into its creation."""
        for index, event in enumerate(self.events):
            if (event.op, event.kind, event.uid) == (Op.CREATE, kind, uid):
                fields = {**event.value, field: value}
                self.events[index] = msgspec.structs.replace(event, value=fields)
                return True
        return False

    def _forget(self, kind: str, uid: str, field: str) -> None:
        """A field is set once in a change: two events of one draft must not seem concurrent."""
        self.events = [
            event
            for event in self.events
            if (event.kind, event.uid, event.field) != (kind, uid, field)
        ]

    def delete(self, record: Record, group: str | None = None) -> None:
        """Take a record out of the state. Its history stays; `restore` brings it back."""
        self.take_out(self._kinds.name_of(type(record)), record.uid, group)

    def put(self, kind: str, uid: str, field: str, value: Any, was: Any, group: str) -> None:
        """Set one field, whatever it holds now. For undo and healing; verbs use `set`."""
        doc: Mapping[str, Any] = self._find(group, kind, uid) or {}
        seen = tuple(heads_of(doc, field))
        event = Event(kind=kind, uid=uid, field=field, value=value, was=was, seen=seen, group=group)
        self.events.append(event)

    def take_out(self, kind: str, uid: str, group: str | None = None) -> None:
        """Delete by name of kind, knowing every event the record stands on."""
        home = self.group if group is None else group
        doc = self._find(home, kind, uid) or {}
        seen = tuple(dict.fromkeys([*all_heads(doc), *doc.get("_life", {})]))
        self._add(kind, uid, Op.DELETE, seen=seen, group=group)

    def bring_back(self, kind: str, uid: str, group: str | None = None) -> None:
        """Restore a deleted record."""
        home = self.group if group is None else group
        doc = self._find(home, kind, uid) or {}
        self._add(kind, uid, Op.RESTORE, seen=tuple(doc.get("_life", {})), group=group)

    def _add(self, kind: str, uid: str, op: str, *, group: str | None, **rest: Any) -> None:
        home = self.group if group is None else group
        self.events.append(Event(kind=kind, uid=uid, op=op, group=home, **rest))


def inverse(draft: Draft, change: Change) -> Draft:
    """Fill `draft` with the events that put back what stood before `change`."""
    made = {event.uid for event in change.events if event.op in (Op.CREATE, Op.RESTORE)}
    for event in reversed(change.events):
        if event.op == Op.SET and event.uid in made:
            continue  # it goes with its record
        if event.op in (Op.CREATE, Op.RESTORE):
            draft.take_out(event.kind, event.uid, event.group)
        elif event.op == Op.DELETE:
            draft.bring_back(event.kind, event.uid, event.group)
        else:
            draft.put(event.kind, event.uid, event.field, event.was, event.value, event.group)
    draft.undoes = change.id
    return draft
