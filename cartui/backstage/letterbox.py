"""The letterbox of the back stage: what is caught on FRONT for BACK alone is dropped in unread.

FRONT never opens a back file. A slip is a new file of its own in the workspace, written whole and
on the disk before anybody goes on; nothing there is read until BACK opens the box, and then each
slip becomes the private comment that it is, in one change. No key on FRONT tells of it.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cartui.backstage.hats import new_stamp
from cartui.backstage.kinds import BACK
from cartui.backstage.records import HatStamp, PrivateComment
from cartui.backstage.reflection_words import hats
from cartui.model.drafts import WHOLE, DraftVersion
from cartui.model.drafts import Draft as Writing
from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.draft_texts import DraftTexts
from cartui.services.passages import quoted
from cartui.store.aside import kept_aside
from cartui.store.draft import Draft
from cartui.store.durable import reason
from cartui.store.folders import prepare
from cartui.store.problems import Damaged, SaveFailed
from cartui.store.workspace import Workspace

BOX = "letterbox.back"
"""The folder in a workspace; by its name it is known for a thing of the back stage."""
_PLACE = ("block", "start", "end", "quote", "before", "after", "headings", "block_hash")


class Stamped(Struct, frozen=True):
    """A hat stamp on its way into the letterbox, with the group it is of."""

    group: str
    stamp: HatStamp


class Letterbox:
    """Where slips are dropped in, on FRONT, and taken out, in BACK."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._folder = workspace.folder / BOX

    def drop(
        self, group: str, draft: Writing, version: DraftVersion, text: str,
        passage: Passage | None, lens: str,
    ) -> Path | None:  # fmt: skip
        """Drop in a comment that was spoken; None if it has no words. Raises SaveFailed."""
        if not (words := clean(text, lines=True)):
            return None
        where: dict[str, Any] = {"about": WHOLE}
        if passage is not None:
            here = quoted(DraftTexts(self._ws, group).blocks(version.text), passage)
            where = {field: getattr(here, field) for field in _PLACE}
        made = PrivateComment(
            uid=self._ws.new_uid(), draft=draft.uid, version=version.uid, at=self._ws.now(),
            text=words, lens=lens, via="spoken", **where,
        )  # fmt: skip
        slip = Draft("private.comment", (draft.uid, made.uid), group, BACK, _nothing_there)
        slip.create(made)
        return self._posted(slip)

    # --- hats

    @property
    def hats(self) -> int:
        """How many hats there are; their digits go from 1 to this."""
        return len(hats())

    def new_stamp(self, group: str, meeting: str, segment: str) -> "Stamped":
        """Return a stamp of this moment, its hat not named yet. Nothing is kept of it here."""
        return Stamped(group, new_stamp(self._ws, meeting, segment, ""))

    def named(self, stamped: "Stamped", number: int) -> "Stamped":
        """Return the same stamp with a hat, by the number of its key."""
        return Stamped(stamped.group, replace(stamped.stamp, hat=hats()[number - 1].id))

    def drop_stamp(self, stamped: "Stamped") -> Path:
        """Drop in a stamp; of two of one uid the later counts. Raises SaveFailed."""
        stamp = stamped.stamp
        about = (stamp.meeting, stamp.uid)
        slip = Draft("private.hat", about, stamped.group, BACK, _nothing_there)
        slip.create(stamp)
        return self._posted(slip)

    def _posted(self, slip: Draft) -> Path:
        if self._ws.read_only:
            raise SaveFailed(self._ws.read_only)
        try:
            prepare(self._folder)
        except OSError as error:
            raise SaveFailed(reason(error)) from error
        return self._ws.save_elsewhere(slip, self._folder)

    def empty(self) -> int:
        """Make of each slip what it is; BACK alone. Returns how many. Raises SaveFailed.

        A slip that is not whole stays where it is. Of two of one uid the later counts.
        """
        taken = 0
        for path in self._latest():
            with suppress(Damaged):
                change = kept_aside(path)
                side = self._ws.back_side
                known = [e for e in change.events if side and side.doc(e.group, e.kind, e.uid)]
                if not known:
                    self._ws.take_in(path, room=Room.BACK)
                    taken += 1
                path.unlink(missing_ok=True)
        return taken

    def _latest(self) -> list[Path]:
        """Return the slips, the earliest first; one that a later one has named is let go."""
        by_uid: dict[str, Path] = {}
        found = self._slips()
        for path in found:
            with suppress(Damaged):
                by_uid[kept_aside(path).about[-1]] = path
        for path in found:
            with suppress(Damaged):
                if by_uid[kept_aside(path).about[-1]] != path:
                    path.unlink(missing_ok=True)
        return self._slips()

    def _slips(self) -> list[Path]:
        try:
            names = sorted(os.listdir(self._folder))
        except OSError:
            return []
        return [self._folder / name for name in names if name.endswith(".jsonl")]


def open_wing(workspace: Workspace) -> None:
    """Open the back stage, and its letterbox; on a full disk the slips stay where they are."""
    workspace.open_back(BACK)
    with suppress(SaveFailed):
        Letterbox(workspace).empty()


def _nothing_there(_group: str, _kind: str, _uid: str) -> None:
    """A slip is always something new."""
