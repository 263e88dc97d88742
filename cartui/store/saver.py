"""Saving: how a draft becomes a line on the disk, and only then a change of the state."""

from collections.abc import Iterable
from contextlib import ExitStack

import msgspec

from cartui.model.problems import CartuiProblem
from cartui.model.records import Registry
from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.journal import Journal
from cartui.store.problems import SaveFailed
from cartui.store.reader import Reader
from cartui.store.side import Side


class ReadOnly(SaveFailed):
    """The workspace was written by a newer cartui, or its folder cannot be written."""

    def __init__(self, why: str, unsaved: Draft) -> None:
        CartuiProblem.__init__(self, why)
        self.reason = why
        self.unsaved = unsaved


class Saver(Reader):
    """A reader that can also save. `saved` is called after each change that stands on the disk."""

    def saved(self, change: Change) -> None:
        """Take note of a change that has just been saved."""

    def may_write_again(self) -> bool:
        """Whether what may only be read can be written after all by now."""
        return False

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
        if self.read_only and not self.may_write_again():
            raise ReadOnly(self.read_only, draft)
        if draft.is_empty:
            raise ValueError(f"nothing to save in {draft.verb}")
        is_open = [self._side_named(event.kind) is self.open_side for event in draft.events]
        try:
            for text in draft.texts.values():
                self.texts.keep(draft.group, text)
            for original in draft.originals.values():
                self.originals.keep(draft.group, original)
            with ExitStack() as held:
                for side in self._sides_for(is_open):
                    held.enter_context(self._own(side).lock())
                    self._caught_up(side)
                change = self._append(draft, is_open, room)
        except SaveFailed as failed:
            failed.unsaved = draft  # whoever shows the problem can keep the change elsewhere
            raise
        self.saved(change)
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
