"""A workspace: one folder of one programme, opened. Every change is saved and taken back here."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cartui.model.problems import ChangedSince, NothingToRedo, NothingToUndo
from cartui.model.records import Registry
from cartui.model.rooms import Room
from cartui.store import folders
from cartui.store.aside import keep_aside, kept_aside, originals_aside, texts_aside
from cartui.store.draft import Draft, inverse
from cartui.store.events import Change
from cartui.store.healing import broken_lines, say_again
from cartui.store.identity import Identity
from cartui.store.problems import NewerFormat, SaveFailed
from cartui.store.reading import own_changes
from cartui.store.saver import Saver
from cartui.store.side import Side
from cartui.store.undo import UndoStacks, stands
from cartui.store.writer import Writer

LOOK_ONLY = (
    "This folder can only be read from here. Everything can be looked at; nothing can be changed "
    "until the folder can be written again."
)


class Workspace(Saver):
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
        folders.refuse_strangers(folder)
        workspace.findings += folders.prepare(folder)
        workspace.findings += folders.prepare(folder / "journal")
        workspace.open_side.open()
        if workspace.open_side.newer:
            workspace.read_only = str(NewerFormat(workspace.open_side.newer))
        elif not os.access(folder / "journal", os.W_OK):
            workspace.read_only = LOOK_ONLY
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

    def saved(self, change: Change) -> None:
        """Take note of a change that has just been saved: for undo, and for the tables."""
        if self._stacks is not None:
            self._stacks.push(change)
        self._writer.wake()

    # -- taking back --------------------------------------------------------------------------

    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            kinds = self.back_side.kinds.by_name if self.back_side is not None else ()
            self._stacks = UndoStacks(own_changes(self.sides(), self.identity.device), kinds)
            self._stacks.passed_over = self._passed_over
        return self._stacks

    def prepare_undo(self) -> Callable[[], None]:
        """Read this device's journal for undo; may run in another thread, since it changes nothing.

        Returns the act, for the workspace's own thread, that takes the result over.
        """
        before = self.mark()
        stacks = UndoStacks(own_changes(self.sides(), self.identity.device))
        stacks.passed_over = self._passed_over

        def take_over() -> None:
            if self._stacks is None and self.mark() == before:
                self._stacks = stacks

        return take_over

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
            self._writer.write_now(lambda: self._flush_quietly(side))
            self._stacks = None

    # -- writing behind, leaving --------------------------------------------------------------

    def may_write_again(self) -> bool:
        """Whether a folder that could only be read can be written by now; then it is."""
        journals = self.folder / "journal"
        if self.read_only == LOOK_ONLY and os.access(journals, os.W_OK):
            self.read_only = ""
        return not self.read_only

    def _flush_quietly(self, *sides: Side) -> None:
        """Bring the tables up to the journal. A failure loses nothing: the journal has it all."""
        if self.read_only:
            return
        try:
            for side in sides or self.sides():
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
        draft.group = next((event.group for event in change.events if event.group), "")
        for text in texts_aside(kept, change):
            draft.keep_text(text)
        for original in originals_aside(kept, change):
            draft.keep_original(original)
        return self.commit(draft, room=room)

    def backup(self, target: Path) -> int:
        """Copy the workspace into a new zip file. Returns how many files. Raises SaveFailed."""
        from cartui.store.backup import back_up  # noqa: PLC0415 - rare, and zip files weigh

        self.flush()
        return back_up(self.folder, target)
