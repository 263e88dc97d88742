"""One side of a workspace, open or back: its journals, its folded documents, its table files."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from threading import RLock

from cartui.model.records import Registry
from cartui.store.cabinet import Cabinet
from cartui.store.events import Change
from cartui.store.fold import Doc, Fold, Touched
from cartui.store.journal import Journal
from cartui.store.lines import Broken, Line, Place
from cartui.store.problems import SaveFailed
from cartui.store.shelf import Shelf

_NOWHERE = Place()


class Side:
    """The documents of one side and the journals they come from.

    `touched` of each reading are (group, kind, uid). The lock guards folding against the thread
    that writes the tables.
    """

    def __init__(
        self, folder: Path, kinds: Registry, *, back: bool, clock: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self.kinds = kinds
        self.back = back
        self.lock = RLock()
        self.fold = Fold()
        self.cabinet = Cabinet(self.fold, kinds)
        self.shelf = Shelf(folder, back=back, clock=clock)
        self.journals: dict[str, Journal] = {}
        self.broken: list[Broken] = []
        self.with_back: set[str] = set()
        self.healed: list[tuple[str, int, int]] = []
        self.counts: Callable[[Change], bool] = lambda _change: True
        self.orphaned: Callable[[Change], bool] = lambda _change: False
        self._pending: dict[str, tuple[Place, list[Change]]] = {}
        self._covered: dict[str, dict[str, Place]] = {}

    # -- opening ------------------------------------------------------------------------------

    def open(self) -> None:
        """Read the tables, then what the journals hold beyond them."""
        self.shelf.load()
        self._read_everything()
        if self.shelf.troubled and (self.broken or not self.journals):
            # Neither form is whole: stand on the newest generation that proves itself.
            self.shelf.use_generations()
            self.broken = []
            self._read_everything()

    def _read_everything(self) -> None:
        self.fold = Fold()
        self.cabinet = Cabinet(self.fold, self.kinds)
        self._covered = self.shelf.places()
        for group, rows in self.shelf.rows().items():
            for kind, docs in rows.items():
                self.fold.stand_on(group, kind, docs)
        self.journals = {}
        self._find_journals()
        for name, journal in self.journals.items():
            journal.place = self._start(name)
            self.fold.arrived.counts[name] = journal.place.seq
            self._fold_in(journal, journal.read())

    def _start(self, name: str) -> Place:
        places = [places.get(name, Place()) for places in self._covered.values()]
        return min(places, key=lambda place: place.seq, default=Place())

    def _find_journals(self) -> None:
        for path in sorted((self.folder / "journal").glob("*.jsonl")):
            name = path.name.removesuffix(".jsonl")
            if name.endswith(".back") == self.back:
                self.journal(name)
        for places in self._covered.values():
            for name in places:
                self.journal(name)  # a journal the tables know of but that is gone

    def journal(self, name: str) -> Journal:
        """Return the journal of that name, whether or not its file is there yet."""
        if name not in self.journals:
            self.journals[name] = Journal(self.folder / "journal", name)
        return self.journals[name]

    # -- reading on ---------------------------------------------------------------------------

    def poll(self) -> list[Touched]:
        """Fold in what other instances and devices have written since. One stat a journal."""
        self._find_journals()
        touched: list[Touched] = []
        for journal in list(self.journals.values()):
            if journal.changed():
                touched += self.catch_up(journal)
        return touched

    def catch_up(self, journal: Journal) -> list[Touched]:
        """Fold in what one journal holds beyond its place."""
        before = journal.place
        lines = journal.read()
        lacking = [line for line in lines if isinstance(line, Broken) and line.why == "missing"]
        if lacking and (found := self._given_back(journal)) is not None:
            lines = [line for line in lines if line not in lacking] + found
        touched = self._fold_in(journal, lines)
        if journal.name in self._pending and self._pending[journal.name][0] == Place():
            self._pending[journal.name] = (before, self._pending[journal.name][1])
        return touched

    def _given_back(self, journal: Journal) -> list[Line] | None:
        """Give a file that was put in our journal's place the lines it lacks, if they are ours."""
        try:
            with journal.lock():
                return journal.read() if journal.give_back() else None
        except SaveFailed:
            return None

    def _fold_in(self, journal: Journal, lines: Iterable[Change | Broken]) -> list[Touched]:
        touched: list[Touched] = []
        for line in lines:
            if isinstance(line, Broken):
                self._note_broken(line)
            else:
                touched += self.take(journal.name, line)
        return touched

    def _note_broken(self, broken: Broken) -> None:
        self.broken.append(broken)
        for seq in range(broken.first, min(broken.last, broken.first + 100_000) + 1):
            self.fold.arrived.take(broken.journal, seq)

    def take(self, journal: str, change: Change) -> list[Touched]:
        """Fold one line in, but for what the tables it was read beside hold already."""
        with self.lock:
            if not self.counts(change):
                # The back half of a change whose open half is not there (yet): it waits, unless
                # that half can never come because the save was broken off between the two.
                if self.orphaned(change):
                    self.fold.arrived.take(journal, change.seq)
                else:
                    self._pending.setdefault(journal, (Place(), []))[1].append(change)
                return []
            if not self.fold.arrived.take(journal, change.seq):
                return []
            self.healed += change.heals
            if change.with_back:
                self.with_back.add(change.id)
            touched = self.fold.apply(change, self._holders(journal, change.seq))
            self.cabinet.refresh(touched)
            self.shelf.mark(touched)
            return touched

    def take_waiting(self) -> list[Touched]:
        """Fold in the halves whose other half has come by now."""
        touched: list[Touched] = []
        for journal, (place, waiting) in list(self._pending.items()):
            ready = [change for change in waiting if self.counts(change)]
            left = [c for c in waiting if c not in ready and not self.orphaned(c)]
            for change in ready:
                touched += self.take(journal, change)
            if left:
                self._pending[journal] = (place, left)
            else:
                del self._pending[journal]
        return touched

    def _holders(self, journal: str, seq: int) -> set[str]:
        """Return the groups whose table file held a line already when it was read."""
        return {
            group
            for group, places in self._covered.items()
            if places.get(journal, _NOWHERE).seq >= seq
        }

    # -- what stands --------------------------------------------------------------------------

    def doc(self, group: str, kind: str, uid: str) -> Doc | None:
        """Return one folded document, or None."""
        docs = self.fold.groups.get(group, {}).get(kind)
        return None if docs is None else docs.get(uid)

    def places(self) -> dict[str, Place]:
        """Return how far each journal has been folded in."""
        found = {name: journal.place for name, journal in self.journals.items()}
        for name, (place, _waiting) in self._pending.items():
            found[name] = place  # the tables must not claim what waits
        return found

    @property
    def newer(self) -> int:
        """The format of a later cartui that wrote here, or 0."""
        return max([self.shelf.newer, *(journal.newer for journal in self.journals.values())])

    def lost(self) -> list[Broken]:
        """Return the broken lines whose effect no table file holds: what is really missing."""
        return [broken for broken in self.unhealed() if not self._is_held(broken)]

    def unhealed(self) -> list[Broken]:
        """Return the broken lines that no later line says again."""
        return [
            broken
            for broken in self.broken
            if not any(_within(broken, healed) for healed in self.healed)
        ]

    def _is_held(self, broken: Broken) -> bool:
        files = self._covered.values()
        return bool(files) and all(
            places.get(broken.journal, _NOWHERE).seq >= broken.last for places in files
        )

    def flush(self) -> None:
        """Write the table files that are behind, each in one durable save."""
        with self.lock:
            batch = self.shelf.gather(self.fold, self.places())
        self.shelf.write(batch)


def _within(broken: Broken, healed: tuple[str, int, int]) -> bool:
    journal, first, last = healed
    return broken.journal == journal and first <= broken.first and broken.last <= last
