"""The table files of one side: which there are, how far each one is, what has to be written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from cartui.store.docs import Docs
from cartui.store.fold import Doc, Fold, Touched
from cartui.store.generations import Generations
from cartui.store.lines import Place, decode_place, encode_place
from cartui.store.problems import ChangedOutside
from cartui.store.tables import Loaded, TableFile

Rows = Mapping[str, Mapping[str, Doc]]


class Batch(Struct, frozen=True, kw_only=True):
    """What one file must be given: the changed documents, all documents, and the places."""

    group: str
    changed: Mapping[str, Mapping[str, Doc]]
    everything: dict[str, Docs]
    meta: dict[str, Any]


class Shelf:
    """The files `programme.json` and `groups/<id>/group.json`, or their back-stage twins."""

    def __init__(self, folder: Path, *, back: bool, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._ending = ".back.json" if back else ".json"
        self._clock = clock
        self._generations = Generations(folder / "generations", clock=clock)
        self._files: dict[str, TableFile] = {}
        self._generation: dict[str, int] = {}
        self._restored: dict[str, str] = {}
        self.loaded: dict[str, Loaded] = {}
        self._dirty: dict[str, set[tuple[str, str]]] = {}
        self._behind: set[str] = set()
        self._flying: dict[str, set[tuple[str, str]]] = {}

    # -- reading ------------------------------------------------------------------------------

    def load(self) -> None:
        """Read every table file of this side. What it found stands in `loaded`, by group."""
        groups = [""]
        for path in sorted((self._folder / "groups").glob(f"*/group{self._ending}")):
            groups.append(path.parent.name)
        for group in groups:
            self.loaded[group] = self._file(group).load()
            self._note_generation(group)
        for group in self._missing():
            self.loaded[group] = self._file(group).load()
        self._behind |= {
            group
            for group, found in self.loaded.items()
            if found.state == "damaged" or (found.state == "absent" and self._had(group))
        }

    def _missing(self) -> set[str]:
        """Return the groups that another file knows to have a file, but that have none."""
        known = {group for found in self.loaded.values() for group in found.meta.get("groups", ())}
        return known - self.loaded.keys()

    def _note_generation(self, group: str) -> None:
        found = self.loaded[group]
        if found.state == "good":
            self._generation[group] = int(found.meta["generation"])

    def _file(self, group: str) -> TableFile:
        if group not in self._files:
            name = f"groups/{group}/group" if group else "programme"
            self._files[group] = TableFile(
                self._folder, name + self._ending, clock=self._clock, generations=self._generations
            )
        return self._files[group]

    @property
    def troubled(self) -> bool:
        """Whether a file is damaged, or gone although an earlier generation of it is kept."""
        return any(
            found.state == "damaged" or (found.state == "absent" and self._had(group))
            for group, found in self.loaded.items()
        )

    def _had(self, group: str) -> bool:
        return next(self._file(group).earlier(), None) is not None

    def use_generations(self) -> None:
        """Stand on the newest good generation of each file that is damaged or gone."""
        for group, found in self.loaded.items():
            if found.state in ("damaged", "absent"):
                older = next(self._file(group).earlier(), None)
                if older is not None:
                    self._restored[group] = older[0].kept_at.strftime("%d %B %Y, %H:%M UTC")
                    self.loaded[group] = older[1]
                    self._behind.add(group)

    def says(self) -> list[str]:
        """Return what was found wrong with the table files, in sentences."""
        found = []
        for group, loaded in self.loaded.items():
            name = self._file(group).relative
            if group in self._restored:
                found.append(f"{name} was taken from the copy kept on {self._restored[group]}.")
            elif loaded.state == "damaged":
                found.append(
                    f"{name} was damaged ({loaded.why}). It was made anew from the journal."
                )
            elif loaded.state == "outside":
                found.append(f"{name} is not as cartui wrote it: {loaded.why}.")
        return found

    @property
    def newer(self) -> int:
        """The newest format a file was written in by a later cartui, or 0."""
        formats = [found.meta["format"] for found in self.loaded.values() if found.state == "newer"]
        return max(formats, default=0)

    def rows(self) -> dict[str, Rows]:
        """Return the documents that may be trusted, by group."""
        return {group: found.rows for group, found in self.loaded.items() if found.state == "good"}

    def places(self) -> dict[str, dict[str, Place]]:
        """Return for each group's file how far it holds each journal; {} means "nothing of it".

        A file that has not changed since another was written is as far as that other one.
        """
        known: dict[str, dict[str, Place]] = {}
        for group, found in self.loaded.items():
            known[group] = _places_of(found) if found.state == "good" else {}
        for group, found in self.loaded.items():
            if found.state != "good":
                continue
            for other in self.loaded.values():
                covers = other.meta.get("covers", {}) if other.state == "good" else {}
                if covers.get(group) == found.meta.get("generation"):
                    known[group] = _further(known[group], _places_of(other))
        return known

    # -- writing ------------------------------------------------------------------------------

    def mark(self, touched: Iterable[Touched]) -> None:
        """Remember which documents their files do not hold yet."""
        for group, kind, uid in touched:
            self._dirty.setdefault(group, set()).add((kind, uid))

    @property
    def is_behind(self) -> bool:
        """Whether something has still to be written."""
        return bool(self._dirty or self._behind)

    def gather(self, fold: Fold, places: Mapping[str, Place]) -> list[Batch]:
        """Take what has to be written; documents are never changed in place, so no copy is made."""
        batch = []
        clean = {
            group: generation
            for group, generation in self._generation.items()
            if group not in self._dirty and group not in self._behind
        }
        for group in sorted({*self._dirty, *self._behind}):
            if group in self._waiting():
                continue
            changed: dict[str, dict[str, Doc]] = {}
            docs = fold.groups.get(group, {})
            self._flying[group] = self._dirty.pop(group, set())
            for kind, uid in self._flying[group]:
                changed.setdefault(kind, {})[uid] = docs[kind][uid]
            meta = {
                "groups": sorted(name for name in fold.groups if name),
                "journals": {name: encode_place(place) for name, place in places.items()},
                "covers": {
                    other: generation for other, generation in clean.items() if other != group
                },
            }
            everything = {kind: rows.copy() for kind, rows in docs.items()}
            batch.append(Batch(group=group, changed=changed, everything=everything, meta=meta))
        return batch

    def _waiting(self) -> set[str]:
        """Return the groups whose file was changed by hand and not yet decided about."""
        return {group for group, found in self.loaded.items() if found.state == "outside"}

    def write(self, batches: Iterable[Batch]) -> None:
        """Write each file durably. Raises SaveFailed; what is not written stays to be written."""
        left = {batch.group: batch for batch in batches}
        try:
            for batch in list(left.values()):
                if self._written(batch):
                    self._behind.discard(batch.group)
                    self._flying.pop(batch.group, None)
                    del left[batch.group]
        finally:
            for group in left:
                self._dirty.setdefault(group, set()).update(self._flying.pop(group, ()))

    def _written(self, batch: Batch) -> bool:
        try:
            self._save(batch, unseen=batch.group in self._behind)
        except ChangedOutside:
            return self._take_over(batch)
        return True

    def _save(self, batch: Batch, *, unseen: bool) -> None:
        self._generation[batch.group] = self._file(batch.group).save(
            batch.changed, batch.everything, batch.meta, replace_unseen=unseen
        )

    def _take_over(self, batch: Batch) -> bool:
        """Another instance wrote the file. Ours may follow if it holds all that stands there.

        A file changed by hand is left alone until somebody has decided.
        """
        found = self._file(batch.group).load()
        if found.state == "outside":
            self.loaded[batch.group] = found
            return False
        ours = {name: decode_place(raw).seq for name, raw in batch.meta["journals"].items()}
        if any(place.seq > ours.get(name, 0) for name, place in _places_of(found).items()):
            return False  # it has lines we have not read yet; after the next reading we have
        whole = msgspec.structs.replace(batch, changed=batch.everything)
        self._save(whole, unseen=found.state == "damaged")
        return True

    def settle(self, group: str) -> None:
        """A file changed by hand has been decided about: it may be written again."""
        found = self.loaded.get(group)
        if found is not None and found.state == "outside":
            del self.loaded[group]
            self._behind.add(group)


def _places_of(found: Loaded) -> dict[str, Place]:
    journals = found.meta.get("journals", {})
    return {name: decode_place(raw) for name, raw in journals.items()}


def _further(one: dict[str, Place], other: dict[str, Place]) -> dict[str, Place]:
    best = dict(one)
    for name, place in other.items():
        if name not in best or place.seq > best[name].seq:
            best[name] = place
    return best
