"""Taking back and doing again: which change is next, and whether it may be taken back."""

from collections.abc import Container, Iterable

from cartui.model.rooms import Room
from cartui.store.events import Change, Op, device_of
from cartui.store.fold import Doc, all_heads, heads_of, lives


class UndoStacks:
    """The changes of one device in the order in which `u` and `U` come to them.

    Built from the device's own journal, so both survive a restart.
    """

    def __init__(self, changes: Iterable[Change] = (), back_kinds: Container[str] = ()) -> None:
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.passed_over: set[str] = set()
        self._back_kinds = back_kinds
        for change in changes:
            self.push(change)

    def push(self, change: Change) -> None:
        """Take note of a change this device has made."""
        if change.heals:
            return
        if not change.undoes:
            self.done.append(change)
            self.undone.clear()
        elif not _move(change, self.done, self.undone):
            _move(change, self.undone, self.done)

    def next_undo(self, room: Room) -> Change | None:
        """Return the newest change that this stage may show and take back."""
        return self._newest(self.done, room)

    def next_redo(self, room: Room) -> Change | None:
        """Return the change that was taken back last, if this stage may show it."""
        return self._newest(self.undone, room)

    def _newest(self, changes: list[Change], room: Room) -> Change | None:
        left = (change for change in reversed(changes) if change.id not in self.passed_over)
        return next((each for each in left if may_show(each, room, self._back_kinds)), None)


def _move(change: Change, source: list[Change], target: list[Change]) -> bool:
    for index in range(len(source) - 1, -1, -1):
        if source[index].id == change.undoes:
            del source[index]
            target.append(change)
            return True
    return False


def may_show(change: Change, room: Room, back_kinds: Container[str] = ()) -> bool:
    """Whether a stage may show a change: what touches the back stage is shown there only."""
    if room == Room.BACK:
        return True
    if room != Room.MEMBERS or change.half or change.with_back:
        return False
    return not any(event.kind in back_kinds for event in change.events)


def stands(change: Change, index: int, doc: Doc | None, device: str) -> bool:
    """Whether an event of a change is still what its field shows, by this device's own hand."""
    event = change.events[index]
    if doc is None:
        return False
    if event.op in (Op.CREATE, Op.RESTORE):
        return lives(doc) and _only_ours(all_heads(doc), device)
    if event.op == Op.DELETE:
        return not lives(doc)
    heads = heads_of(doc, event.field)
    return lives(doc) and doc.get(event.field) == event.value and _only_ours(heads, device)


def _only_ours(heads: Iterable[str], device: str) -> bool:
    return all(device_of(head) == device[:8] for head in heads)
