"""A workspace: one folder of one programme, opened. Every change is saved and taken back here."""

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

import msgspec

from cartui.model.problems import CartuiProblem, ChangedSince, NothingToRedo, NothingToUndo
from cartui.model.records import Registry
from cartui.model.rooms import Room
from cartui.store import folders
from cartui.store.aside import keep_aside, kept_aside
from cartui.store.backup import back_up
from cartui.store.draft import Draft, inverse
from cartui.store.events import Change
from cartui.store.healing import broken_lines, say_again
from cartui.store.identity import Identity
from cartui.store.journal import Journal
from cartui.store.problems import NewerFormat, SaveFailed
from cartui.store.reader import Reader
from cartui.store.reading import own_changes
from cartui.store.side import Side
from cartui.store.undo import UndoStacks, stands
from cartui.store.writer import Writer


class ReadOnly(CartuiProblem):
    """The workspace was written by a newer cartui, or its folder cannot be written."""


class Workspace(Reader):
    """Records by kind and group; changes are committed, taken back and read about here.

    All methods belong to one thread; the tables are written behind by another.
    """

    def __init__(self, folder: Path, open_kinds: Registry, identity: Identity) -> None:
        super().__init__(folder, open_kinds, identity)
        self._passed_over: set[str] = set()
        self._writer = Writer(self._flush_quietly)
        self.tables_behind = ""

    @classmethod
    def open(cls, folder: Path, *, open_kinds: Registry, identity: Identity) -> "Workspace":
        """Open a workspace, or begin one in a missing or empty folder.

        Raises UnsafePlace for links and other people's folders, Damaged if neither form of the
        data nor any generation can be read.
        """
        workspace = cls(folder, open_kinds, identity)
        workspace.findings += folders.prepare(folder)
        workspace.findings += folders.prepare(folder / "journal")
        workspace.open_side.open()
        if workspace.open_side.newer:
            workspace.read_only = str(NewerFormat(workspace.open_side.newer))
        workspace._observe(workspace.open_side)
        workspace.findings += [str(found) for found in workspace.trouble()]
        if workspace.open_side.unhealed() and not workspace.read_only:
            with suppress(SaveFailed):  # a full disk must not keep anybody from reading
                workspace.heal()
        return workspace

    def heal(self) -> list[Change]:
        """Prove every journal line, and say again in lines of our own what only the tables know.

        After this the journal alone gives the whole state again. Returns the lines written; none
        if every line proves itself. Reads all journals: not for a key. Raises SaveFailed.
        """
        healed = []
        for side in self.sides():
            broken, readable = broken_lines(side)
            draft = say_again(side, self.draft("store.heal"), broken, readable)
            if broken and not draft.is_empty:
                room = Room.BACK if side.back else Room.MEMBERS
                healed.append(self.commit(draft, room=room))
        return healed

    # -- changing -----------------------------------------------------------------------------

    def draft(self, verb: str, *, about: Iterable[str] = (), group: str = "") -> Draft:
        """Begin a change. `about` are the uids and words its sentence is made of."""
        kinds = self.open_side.kinds
        if self.back_side is not None:
            both = [*kinds.by_name.values(), *self.back_side.kinds.by_name.values()]
            kinds = Registry(both)
        return Draft(verb, tuple(about), group, kinds, self._doc)

    def commit(self, draft: Draft, *, room: Room) -> Change:
        """Save a change: after this returns it is on the disk, and the state holds it.

        Raises SaveFailed (nothing has changed then, and the same draft may be committed again)
        and ReadOnly. A change that touches the back stage may only be made in BACK.
        """
        if self.read_only:
            raise ReadOnly(self.read_only)
        if draft.is_empty:
            raise ValueError(f"nothing to save in {draft.verb}")
        is_open = [self._side_named(event.kind) is self.open_side for event in draft.events]
        try:
            with ExitStack() as held:
                for side in self._sides_for(is_open):
                    held.enter_context(self._own(side).lock())
                    self._caught_up(side)
                change = self._append(draft, is_open, room)
        except SaveFailed as failed:
            failed.draft = draft  # whoever shows the problem can keep the change elsewhere
            raise
        self._note(change)
        self._writer.wake()
        return change

    def _sides_for(self, is_open: list[bool]) -> list[Side]:
        sides = [self.open_side] if any(is_open) else []
        if not all(is_open):
            if self.back_side is None:
                raise RuntimeError("a back-stage change outside BACK")
            sides.append(self.back_side)
        return sides

    def _own(self, side: Side) -> Journal:
        return side.journal(self.identity.device + (".back" if side.back else ""))

    def _caught_up(self, side: Side) -> None:
        journal = self._own(side)
        if journal.changed():
            self._note_touched(side.catch_up(journal))
        self._clock.observe(journal.place.last)

    def _append(self, draft: Draft, is_open: list[bool], room: Room) -> Change:
        """Append the back line first; it counts only once the open line exists."""
        whole = self._change(draft, room)
        mixed = len(set(is_open)) > 1
        parts: list[tuple[Side, Change]] = []
        for side in reversed(self._sides_for(is_open)):
            mine = zip(draft.events, is_open, strict=True)
            part = msgspec.structs.replace(
                whole,
                seq=self._own(side).place.seq + 1,
                events=tuple(event for event, opens in mine if opens is not side.back),
                half=mixed and side.back,
                with_back=mixed and not side.back,
            )
            self._own(side).append(part)
            parts.append((side, part))
        for side, part in reversed(parts):
            self._note_touched(side.take(self._own(side).name, part), ours=True)
        return msgspec.structs.replace(parts[-1][1], events=tuple(draft.events))

    def _change(self, draft: Draft, room: Room) -> Change:
        return Change(
            id=self._clock.next_id(),
            device=self.identity.device,
            verb=draft.verb,
            actor=self.identity.actor,
            room=room.value,
            at=self.now(),
            about=draft.about,
            undoes=draft.undoes,
            heals=draft.heals,
        )

    def _note(self, change: Change) -> None:
        if self._stacks is not None:
            self._stacks.push(change)

    # -- taking back --------------------------------------------------------------------------

    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            kinds = self.back_side.kinds.by_name if self.back_side is not None else ()
            self._stacks = UndoStacks(own_changes(self.sides(), self.identity.device), kinds)
            self._stacks.passed_over = self._passed_over
        return self._stacks

    def next_undo(self, room: Room) -> Change | None:
        """Return the change that `undo` would take back, for the status line."""
        return self._undo_stacks().next_undo(room)

    def next_redo(self, room: Room) -> Change | None:
        """Return the change that `redo` would do again."""
        return self._undo_stacks().next_redo(room)

    def undo(self, room: Room) -> Change:
        """Take back the newest change of this device that this stage may show, by a new one.

        Raises NothingToUndo; ChangedSince if somebody else has changed the same field since, and
        then the next call goes on to the change before.
        """
        change = self.next_undo(room)
        if change is None:
            raise NothingToUndo("Nothing to take back here.")
        return self._turn(change, "undo", room)

    def redo(self, room: Room) -> Change:
        """Do again what was taken back last. Raises NothingToRedo and ChangedSince."""
        change = self.next_redo(room)
        if change is None:
            raise NothingToRedo("Nothing to do again.")
        return self._turn(change, "redo", room)

    def _turn(self, change: Change, verb: str, room: Room) -> Change:
        docs = [self._doc(event.group, event.kind, event.uid) for event in change.events]
        whole = all(
            stands(change, index, doc, self.identity.device) for index, doc in enumerate(docs)
        )
        if not whole:
            self._passed_over.add(change.id)
            raise ChangedSince(
                "Somebody has changed the same thing since. Nothing was overwritten; "
                "press again for the change before it."
            )
        draft = self.draft(verb, about=(change.verb, *change.about), group="")
        return self.commit(inverse(draft, change), room=room)

    # -- the others ---------------------------------------------------------------------------

    def poll(self) -> set[str]:
        """Fold in what other instances and devices have written. Returns the uids they touched.

        Costs one stat for each journal when nothing has changed; meant for twice a second.
        """
        self._touched.clear()
        for side in self.sides():
            self._note_touched(side.poll())
            self._observe(side)
        for side in self.sides():
            self._note_touched(side.take_waiting())
        if self._touched:
            self._writer.wake()
        return set(self._touched)

    # -- the back stage -----------------------------------------------------------------------

    def open_back(self, kinds: Registry) -> None:
        """Open the back files. Only BACK does; until then no back file is so much as read."""
        if self.back_side is not None:
            return
        side = Side(self.folder, kinds, back=True, clock=self.identity.clock)
        side.counts = self._half_counts
        side.orphaned = self._is_orphan
        side.open()
        self._observe(side)
        self.back_side = side
        self._stacks = None

    def close_back(self) -> None:
        """Close the back files and forget what was read from them."""
        if self.back_side is not None:
            side, self.back_side = self.back_side, None
            self._writer.write_now(side.flush)
            self._stacks = None

    # -- writing behind, leaving --------------------------------------------------------------

    def _flush_quietly(self) -> None:
        """Bring the tables up to the journal. A failure loses nothing: the journal has it all."""
        if self.read_only:
            return
        try:
            for side in self.sides():
                side.flush()
            self.tables_behind = ""
        except SaveFailed as failed:
            self.tables_behind = str(failed)

    def flush(self) -> None:
        """Write the tables now, and wait until they stand."""
        self._writer.write_now(self._flush_quietly)

    def close(self) -> None:
        """Leave: the tables are brought up to the journal first."""
        self.flush()
        self._writer.stop()

    def save_elsewhere(self, draft: Draft, folder: Path) -> Path:
        """Keep an unsaved draft as a journal line in a new file in another folder.

        Returns the file; `take_in` saves it here when the disk is well again. Raises SaveFailed.
        """
        return keep_aside(self._change(draft, Room.BACK), draft, folder)

    def take_in(self, kept: Path, *, room: Room) -> Change:
        """Save a change that was kept elsewhere. Raises Damaged if the file does not prove itself,
        and SaveFailed.
        """
        change = kept_aside(kept)
        draft = self.draft(change.verb, about=change.about)
        draft.events = list(change.events)
        return self.commit(draft, room=room)

    def backup(self, target: Path) -> int:
        """Copy the workspace into a new zip file. Returns how many files. Raises SaveFailed."""
        self.flush()
        return back_up(self.folder, target)
