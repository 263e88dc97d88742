"""Which comments of an open draft are shown, in which order, and which stand on one card."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.services.draft_words import lenses, word
from cartui.services.remarks import Remark
from screens.drafts.draft_screen import DraftServices
from screens.drafts.open_draft import OpenDraft
from screens.drafts.ordering import Sorting
from screens.parts.keys import verb

GROUP = "Look around"
UNANSWERED, ALL, TO_CHECK, NEWS = "unanswered", "all", "to check", "new since you looked"


class ViewingVerbs(OpenDraft):
    """`v` `s` `S`. Nothing here changes a comment."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("v", "view", "view", "Go round the views: unanswered, all, to check, new, one lens "
             "after the other", "comment.view", group=GROUP, rank=60,
             also="filter unanswered all lens show unsure lost"),
        verb("s", "order", "order", "Go through the comments in the order of the text, the lens, "
             "or who said it", "comment.order", group=GROUP, rank=64,
             also="sort group by lens author reader commenter"),
        verb("S", "together", "one by one", "Answer comments that say near the same one by one, or "
             "on one card", "comment.together", group=GROUP, rank=65, show=False,
             also="duplicates twins split apart join"),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services, uid)
        self.view = ""

    def wanted(self, remark: Remark) -> bool:
        """Whether a comment belongs to the view."""
        if self.view == UNANSWERED:
            return remark.waits
        if self.view == TO_CHECK:
            return remark.asks_a_look
        if self.view == NEWS:
            return bool(self.news_of(remark.uid))
        return self.view in ("", ALL) or remark.comment.lens == self.view

    def nothing_here(self) -> str:
        """Return what stands in place of a comment."""
        if self.version is None or not self.remarks:
            return super().nothing_here()
        if self.rows.uids:  # all are sifted out
            return "Nothing here matches. Esc shows all again."
        if self.view == UNANSWERED:
            check = sum(each.asks_a_look for each in self.remarks.values())
            places = "1 place is" if check == 1 else f"{check} places are"
            more = f", and {places} to check" if check else ""
            return f"Every comment has its verdict{more}. v shows all of them."
        return "Nothing here. v shows the others."

    def _views(self) -> list[str]:
        held = {remark.comment.lens for remark in self.remarks.values()}
        check = [TO_CHECK] if any(each.asks_a_look for each in self.remarks.values()) else []
        news = [NEWS] if any(uid in self.remarks for uid in self.news) else []
        return [UNANSWERED, ALL, *check, *news, *(each.id for each in lenses() if each.id in held)]

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
        if self.view in (UNANSWERED, ALL, TO_CHECK, NEWS):
            return f"{self.view}, {count}"
        return f"{word(lenses(), self.view).name}, {count}"
