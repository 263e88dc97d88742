"""A draft on its page: the text, what was said of it, and the verdicts."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.services.pages import Page, passage_page
from screens.drafts.answering import AnsweringVerbs
from screens.drafts.commenting import CommentingVerbs
from screens.drafts.differences_page import DifferencesPage
from screens.drafts.draft_screen import GROUP, DraftServices
from screens.drafts.reading import ReadingVerbs
from screens.parts.keys import verb


class DraftPage(AnsweringVerbs, CommentingVerbs, ReadingVerbs):
    """One draft, read and answered. It opens at `comment`, or else where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("E", "edit_draft", "edit draft", "Change the draft's title, writer, ask, lens or kind",
             "draft.edit", group=GROUP, rank=46, also="rename ask author kind who writes"),
        verb("D", "differences", "differences", "Show word by word what differs between two "
             "versions", "draft.differences", group=GROUP, rank=45,
             also="diff compare versions changes changed"),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str, comment: str = "") -> None:
        super().__init__(services, uid)
        self.begins_at = comment

    def on_mount(self) -> None:
        """Go to where this draft was left, and start the clock."""
        self.resume()
        self.pace.begin(self.around.clock())
        self.call_after_refresh(self._take_desk)

    def _take_desk(self) -> None:
        if not self.text.choosing and self.focused in (None, self.text, self.rows):
            self._to_desk()

    def on_screen_suspend(self) -> None:
        """Remember where we are."""
        self.stop()

    def on_unmount(self) -> None:
        """Remember where we are when cartui is left from here."""
        self.stop()

    def show_again(self) -> None:
        """Read the draft anew; after a step back, go to the comment that waits again."""
        before = self.states
        super().show_again()
        self.keep_true()
        again = [uid for uid in self.states if before.get(uid) and not self.states[uid]]
        if again and self.rows.highlighted not in again:
            self.rows.highlight(self.card_of(again[0]))

    def enter_room(self, room: Room) -> None:
        """Leave what is being chosen before others look."""
        if self.text.stop():
            self.say("")
        super().enter_room(room)

    def action_differences(self) -> None:
        """Show what differs between the last two versions, or any two."""
        draft = self.draft_here()
        if draft is None or len(self.drafts.versions(draft)) < 2:
            self.say("This draft has one version only. N brings in the next.")
            return
        page = DifferencesPage(self.services, self.uid)
        page.around = self.around
        self.app.push_screen(page)

    def passage_here(self) -> Passage | None:
        """Return the passage of the comment in hand; of one back stage nothing is told."""
        remark = self.here()
        return None if remark is None or remark.private else remark.passage

    def present_page(self) -> Page | None:
        """Return the passage of the comment in hand for Present; no comment, no name."""
        remark = self.here()
        if remark is None or remark.passage is None or remark.private:
            return None
        passage = remark.passage
        return passage_page(self._quote(passage)[1:-1])
