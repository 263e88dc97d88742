"""Looking around an open draft: views, finding, zooming, stopping and coming back."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cartui.model.drafts import Draft, Verdict
from cartui.services.draft_words import lenses, word
from cartui.services.remarks import Remark
from screens.drafts.draft_screen import DraftServices
from screens.drafts.open_draft import OpenDraft
from screens.drafts.ordering import Sorting
from screens.drafts.thread import Thread
from screens.parts.find_bar import FindBar
from screens.parts.keys import verb
from screens.parts.rows import RowList

GROUP = "Look around"
UNANSWERED, ALL, TO_CHECK = "unanswered", "all", "to check"


class ReadingVerbs(OpenDraft):
    """`v` `s` `S` `/` `z` Space Enter and Esc. Nothing here changes a comment, but for Enter on
    an unsure place, which says that it stands right.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("v", "view", "view", "Go round the views: unanswered, all, places to check, one lens "
             "after the other", "comment.view", group=GROUP, rank=60,
             also="filter unanswered all lens show unsure lost"),
        verb("s", "order", "order", "Go through the comments in the order of the text, the lens, "
             "or who said it", "comment.order", group=GROUP, rank=64,
             also="sort group by lens author reader commenter"),
        verb("S", "together", "one by one", "Answer comments that say near the same one by one, or "
             "on one card", "comment.together", group=GROUP, rank=65, show=False,
             also="duplicates twins split apart join"),
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
        self.view = ""
        self.begins_at = ""

    # --- views

    def wanted(self, remark: Remark) -> bool:
        """Whether a comment belongs to the view."""
        if self.view == UNANSWERED:
            return remark.waits
        if self.view == TO_CHECK:
            return remark.asks_a_look
        return self.view in ("", ALL) or remark.comment.lens == self.view

    def nothing_here(self) -> str:
        """Return what stands in place of a comment."""
        if self.version is None or not self.remarks:
            return super().nothing_here()
        if self.view == UNANSWERED:
            return "Every comment has its verdict. v shows all of them."
        return "Nothing here. v shows the others."

    def _views(self) -> list[str]:
        held = {remark.comment.lens for remark in self.remarks.values()}
        check = [TO_CHECK] if any(each.asks_a_look for each in self.remarks.values()) else []
        return [UNANSWERED, ALL, *check, *(each.id for each in lenses() if each.id in held)]

    def action_view(self) -> None:
        """Show the next view."""
        views = self._views()
        at = views.index(self.view) if self.view in views else -1
        self.view = views[(at + 1) % len(views)]
        self.rows.clear_marks()
        self.view_anew()
        self.say(f"View: {self.view_words()}. v changes it.")

    def action_order(self) -> None:
        """Go through the comments in the next order; the comment in hand stays so."""
        orders = list(Sorting)
        self.sorting = orders[(orders.index(self.sorting) + 1) % len(orders)]
        self.view_anew()
        first = " Places to check come first." if self._first else ""
        self.say(f"In the order of {self.sorting.value}.{first} s changes it.")

    def action_together(self) -> None:
        """Put comments that say near the same on one card, or each on its own."""
        here = self.rows.highlighted or ""
        self.together = not self.together
        self.rows.clear_marks()
        self.view_anew()
        self.rows.highlight(self.card_of(here))
        how = "on one card" if self.together else "each on a card of its own"
        self.say(f"Comments that say near the same of one sentence stand {how}. S changes it.")

    def view_words(self) -> str:
        """Return what the view shows, and how many."""
        count = len(self.rows.uids)
        if self.view in (UNANSWERED, ALL, TO_CHECK):
            return f"{self.view}, {count}"
        return f"{word(lenses(), self.view).name}, {count}"

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
            self.app.push_screen(thread)

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

    def _to_check_first(self, draft: Draft) -> bool:
        """Whether a version has come since that left places to check: they come before all."""
        return self.feedback.left_in_earlier(draft) and any(
            each.asks_a_look and each.waits for each in self.remarks.values()
        )
