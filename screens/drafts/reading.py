"""Looking around an open draft: finding, reading, zooming, stopping and coming back."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cartui.model.drafts import Draft, Verdict
from cartui.services.last_look import news_words
from screens.drafts.draft_screen import DraftServices
from screens.drafts.thread import Thread
from screens.drafts.viewing import ALL, GROUP, UNANSWERED, ViewingVerbs
from screens.parts.find_bar import FindBar
from screens.parts.keys import verb
from screens.parts.rows import RowList


class ReadingVerbs(ViewingVerbs):
    """`/` `z` Space Enter and Esc. Nothing here changes a comment, but for Enter on
    an unsure place, which says that it stands right.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("slash,ctrl+f", "find", "find", "Find among the comments", "comment.find",
             group=GROUP, rank=61, also="filter search"),
        verb("z", "zoom", "zoom", "Change between the text and the list of comments, or give the "
             "text all the room", "comment.zoom", group=GROUP, rank=62, also="swap text list"),
        verb("space", "select", "select", "Select the comment, to answer several at once",
             "comment.select", group=GROUP, rank=63, show=False, also="mark many"),
        verb("enter", "open_comment", "read", "Read the comment whole, or confirm an unsure place",
             "comment.open", group=GROUP, rank=23, also="confirm anchor replies"),
        verb("escape", "settle", "back", "Show all again, let go of the selection, back to the "
             "list", "comment.settle", group=GROUP, rank=90, also="back list"),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services, uid)
        self.begins_at = ""

    # --- finding

    def action_find(self) -> None:
        """Find as it is typed."""
        self.finding.open()
        self.rows.show(self.rows.uids, self._face, self.search_texts())
        self.finding.say(*self.rows.count)

    @on(FindBar.Done)
    def _found(self) -> None:
        self._to_desk()

    def _to_desk(self) -> None:
        """Give the focus to the list if it is in sight, else to the text."""
        (self.rows if self.rows.display and self.rows.size.height else self.text).focus()

    # --- zooming, selecting, opening

    def action_zoom(self) -> None:
        """Change between text and list, or give the text all the room."""
        self.toggle_class("-zoomed")
        narrow, zoomed = self.has_class("-narrow"), self.has_class("-zoomed")
        (self.rows if narrow is zoomed else self.text).focus()

    def show_text(self) -> None:
        """Let the text be in sight."""
        if self.has_class("-narrow"):
            self.remove_class("-zoomed")

    def action_select(self) -> None:
        """Select the comment in hand, and go to the next."""
        self.rows.action_mark()

    @on(RowList.Marked)
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()
        count = len(event.uids)
        self.say(f"{count} selected: one verdict is for all of them. Esc lets go." if count else "")

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_open_comment()

    def action_open_comment(self) -> None:
        """Read the comment whole; if its place is unsure, say that it stands right."""
        remark, version, feedback = self.here(), self.version, self.feedback
        if remark is None or version is None:
            return
        if remark.asks_a_look and not remark.private:
            done = self.act(lambda: feedback.confirm(remark.comment, version))
            if done is not None and not remark.waits:
                self._next_to_check(remark.uid)
        else:
            thread = Thread(self.on_card(remark.uid), self.label(remark), self.wording(remark))
            self.app.push_screen(thread, self._on_from_thread)

    async def _on_from_thread(self, action: str | None) -> None:
        """Go to another screen from a comment that was read; this draft stays open at it."""
        if action:
            await self.app.run_action(action)

    def _next_to_check(self, uid: str) -> None:
        """From a comment that is answered and stands right, go on to the next place to check."""
        order = list(self.rows.shown)
        at = order.index(uid) + 1 if uid in order else 0
        around = [*order[at:], *order[:at]]
        found = next((each for each in around if self.remarks[each].asks_a_look), None)
        if found is not None:
            self.rows.highlight(found)

    def action_settle(self) -> None:
        """Close the top thing: what is found, the selection, the page."""
        if self.finding.clear() or self.rows.count[0] < self.rows.count[1]:
            self.rows.sift("")
            self._to_desk()
        elif not self.rows.clear_marks():
            self.stop()
            self.action_leave()

    # --- stopping, and coming back

    def resume(self) -> None:
        """Go to where this draft was left, or else to the next comment from there that waits."""
        draft = self.draft_here()
        if draft is None:
            return
        self.show_again()
        self._take_news(draft)
        waits = [uid for uid, r in self.remarks.items() if r.waits]
        at = self.begins_at if self.begins_at in self.remarks else ""
        self.view = UNANSWERED if waits and (not at or at in waits) else ALL
        self.view_anew()
        left = at or ("" if self._to_check_first(draft) else self.feedback.stopped_at(draft))
        order = list(self.remarks)
        if left in order:  # what was passed over before it waits till the end
            waits.sort(key=lambda uid: order.index(uid) < order.index(left))
        fresh = [uid for uid in waits if self.remarks[uid].state != Verdict.LATER]
        for uid in (left, *fresh[:1], *waits[:1]):
            if uid and self.rows.highlight(self.card_of(uid)):
                return

    def _take_news(self, draft: Draft) -> None:
        """Find out what is new since this draft was last left, and say it."""
        if self.version is None:
            return
        self.news = self.feedback.news(draft, self.version)
        if words := news_words(self.news):
            self.say(f"New since you looked: {words}. v shows them alone.")

    def _to_check_first(self, draft: Draft) -> bool:
        """Whether a version has come since that left places to check: they come before all."""
        return self.feedback.left_in_earlier(draft) and any(
            each.asks_a_look and each.waits for each in self.remarks.values()
        )
