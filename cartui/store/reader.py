"""Reading a workspace: its records by kind and group, its story, what others have written."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from cartui.model.records import Registry
from cartui.store.asking import Asking
from cartui.store.events import Change, HybridClock, stamp
from cartui.store.fold import Doc, Touched
from cartui.store.identity import Identity
from cartui.store.originals import Originals
from cartui.store.reading import Finding, findings_of, history_of, open_halves, since
from cartui.store.side import Side
from cartui.store.texts import Texts
from cartui.store.undo import UndoStacks


class Reader(Asking):
    """What can be known of a workspace. Belongs to one thread."""

    def __init__(self, folder: Path, open_kinds: Registry, identity: Identity) -> None:
        self.folder = folder
        self.identity = identity
        self.read_only = ""
        self.findings: list[str] = []
        self.open_side = Side(folder, open_kinds, back=False, clock=identity.clock)
        self.back_side: Side | None = None
        self._clock = HybridClock(identity.clock, identity.device, identity.new_mark)
        self._stacks: UndoStacks | None = None
        self._touched: set[str] = set()
        self.texts = Texts(folder)
        self.originals = Originals(folder)

    def group_uids(self) -> list[str]:
        """Return the uids of the groups that have a table of their own."""
        return [group for group in self.open_side.fold.groups if group]

    def _side_named(self, kind: str) -> Side:
        for side in self.sides():
            if kind in side.kinds.by_name:
                return side
        return self.open_side

    # -- time and names -----------------------------------------------------------------------

    def moment(self) -> datetime:
        """Return the time now, aware."""
        return self.identity.clock()

    def now(self) -> str:
        """Return the time now, ISO 8601 in UTC, whole seconds."""
        return stamp(self.moment())

    def today(self) -> str:
        """Return today's date on this machine, ISO 8601."""
        return self.moment().astimezone().date().isoformat()

    def new_uid(self) -> str:
        """Return an identity for a new record."""
        return self.identity.new_id()

    # -- what happened ------------------------------------------------------------------------

    def history(self, uid: str) -> list[Change]:
        """Return the changes that touched a record, newest first."""
        return history_of(self.sides(), uid)

    def mark(self) -> dict[str, int]:
        """Return how far this looker has seen: lines of each journal. Plain JSON."""
        return {
            journal.name: journal.place.seq
            for side in self.sides()
            for journal in side.journals.values()
        }

    def changes_since(self, mark: Mapping[str, int]) -> list[Change]:
        """Return what was changed after a mark, oldest first."""
        return since(self.sides(), mark)

    def trouble(self) -> list[Finding]:
        """Return what was found damaged or missing, and what became of it."""
        return [found for side in self.sides() for found in findings_of(side)]

    def _note_touched(self, touched: list[Touched], *, ours: bool = False) -> None:
        self._touched.update(uid for _group, _kind, uid in touched)
        if touched and not ours:
            self._stacks = None  # another instance on this machine may share our journal

    def _doc(self, group: str, kind: str, uid: str) -> Doc | None:
        return self._side_named(kind).doc(group, kind, uid)

    def _half_counts(self, change: Change) -> bool:
        return not change.half or change.id in open_halves(self.open_side, change.id)

    def _is_orphan(self, half: Change) -> bool:
        """Whether the open line of a back line was never written: its device has gone on."""
        written = self.open_side.journals.get(half.device)
        return written is not None and written.place.last > half.id

    def _observe(self, side: Side) -> None:
        for journal in side.journals.values():
            self._clock.observe(journal.place.last)
