"""Feedback on its way to a file: a page for the author, a table, the text with its comments in it.

All of it is for members, and holds what members may see, also when it is pressed in BACK.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.drafts import Draft
from screens.drafts.draft_screen import DraftScreen
from screens.drafts.ways_out import WAYS, taken_out
from screens.parts.choice import Option
from screens.parts.keys import verb
from screens.parts.new_file import WHERE, WHERE_TABLE, plain_name, take_out, usual_folder

POLITICS = "politics"
WHICH = (
    Option("without those on politics", "w"),
    Option("all comments of the group", "a"),
)


class TakingOut(DraftScreen):
    """`o`, on the list and on an open draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("o", "take_out", "output", "Write the feedback to a file, or to print", "draft.out",
             group="Look around", rank=75,
             also="export markdown csv html word docx save print share comments author answers"),
    ]  # fmt: skip

    @work
    async def action_take_out(self) -> None:
        """Ask in which form and where, and write it."""
        if (here := self.draft_here()) is None:
            return
        offered = [way for way in WAYS if not way.every or len(self.drafts.drafts()) > 1]
        options = [Option(way.words, way.key, way.more) for way in offered]
        taken = await self.choose(f"Write “{here.title}” to a file, for the group", options)
        if taken is None:
            return
        way = offered[taken]
        drafts = self.drafts.drafts() if way.every else [here]
        without = await self._left_out(drafts)
        if without is None:
            return
        out = self.services.feedback_out(without)
        stem = plain_name(self.drafts.group.name if way.every else here.title, "draft")
        take_out(
            self,
            usual_folder() / f"{stem}{way.ending}",
            lambda file: taken_out(way, out, drafts, file),
            id=f"out {way.ending} {'' if way.every else here.uid}",
            asks=WHERE if way.is_page else WHERE_TABLE,
        )

    async def _left_out(self, drafts: Sequence[Draft]) -> tuple[str, ...] | None:
        """Ask whether politics goes along, if there is any; None when that was left."""
        remarks = (
            remark
            for draft in drafts
            if (version := self.drafts.newest(draft)) is not None
            for remark in self.feedback.remarks(draft, version)
        )
        if all(remark.comment.lens != POLITICS for remark in remarks):
            return ()
        taken = await self.choose("Which comments go out?", WHICH)
        return None if taken is None else ((POLITICS,) if taken == 0 else ())
