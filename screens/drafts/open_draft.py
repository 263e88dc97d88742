"""An open draft: which version, which comments, which of them is chosen."""

from cartui.model.drafts import Draft
from cartui.services.remarks import Remark, in_order
from cartui.services.twins import twins
from screens.drafts.desk import DraftDesk
from screens.drafts.draft_screen import DraftServices, acts_here
from screens.drafts.ordering import Sorting, place_words, sorted_by
from screens.parts.cells import clip
from screens.parts.subject import Subject

NEEDS_REMARK = frozenset({"answer", "reply", "put_away", "place", "forward", "edit_comment"})


class OpenDraft(DraftDesk):
    """A draft as it is read from the group's wall. `sorting` is the order of its comments."""

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services, uid)
        self.sorting = Sorting.TEXT
        self._first: set[str] = set()
        self.together = True

    # --- what is read

    def draft_here(self) -> Draft | None:
        """The draft of this page."""
        return self.draft_called(self.uid)

    def show_again(self) -> None:
        """Read the draft anew. One that is gone, or outsiders looking: back to the list."""
        draft = self.draft_here()
        if draft is None:
            self.call_later(self.action_leave)
            return
        version = self.drafts.newest(draft)
        if version is None or self.version is None or version.uid != self.version.uid:
            self._let_go()
        self.version = version
        self._read(draft)
        uids = self.listed()
        self._show_text(uids)
        self._show_rows(uids)
        self._show_title(draft)
        self.tell_progress()

    def _read(self, draft: Draft) -> None:
        """Take the comments as they are now, the private ones only where BACK lends them."""
        version, private = self.version, self.services.private()
        found = self.feedback.remarks(draft, version) if version is not None else []
        self.labels = {remark.uid: str(n) for n, remark in enumerate(found, 1)}
        if private is not None and version is not None:
            more = private.remarks(draft, version)
            self.labels |= {remark.uid: f"p{n}" for n, remark in enumerate(more, 1)}
            found = sorted([*found, *more], key=in_order) if more else found
        self._first.update(remark.uid for remark in found if remark.asks_a_look)
        self.remarks = {
            remark.uid: remark for remark in sorted_by(self.sorting, found, self._first)
        }
        self.states = {uid: _state(each) for uid, each in self.remarks.items() if not each.private}
        self.places_say = place_words(found)
        self.cards = twins(found, self.text_blocks()) if self.together else {}
        self._leads = {each.uid: first for first, more in self.cards.items() for each in more}

    def card_of(self, uid: str) -> str:
        """Return the comment on whose card this one stands: itself, but for a twin."""
        return self._leads.get(uid, uid)

    def wanted(self, remark: Remark) -> bool:
        """Whether a comment belongs to the view; overridden by what `v` chooses."""
        return True

    def listed(self) -> list[str]:
        """Return the comments of the view; what was answered meanwhile stays until `v`."""
        found = [
            uid
            for uid, remark in self.remarks.items()
            if uid not in self._leads and (uid in self._in_view or self.wanted(remark))
        ]
        self._in_view.update(found)
        return found

    def view_anew(self) -> None:
        """Let the view hold what belongs to it now, and nothing else."""
        self._let_go()
        self.show_again()
        self.refresh_frame()

    def _let_go(self) -> None:
        """Keep no comment in the view, and none before the others, that does not belong there."""
        self._in_view.clear()
        self._first.clear()

    def heading(self) -> str:
        """The group."""
        draft = self.draft_here()
        return "" if draft is None else self.drafts.group.name

    def subject(self) -> Subject | None:
        """The comment in hand, or else the draft, for history and copying."""
        remark = self.here()
        if remark is None or remark.private:
            return self.subject_of(self.draft_here())
        name = " ".join(remark.comment.text.split())
        return Subject(
            remark.uid, f"“{clip(name, 40)}”", self.drafts.group_uid, remark.comment.text
        )

    def chosen(self) -> list[Remark]:
        """Return the comments that an act is for: those on the selected cards, or on the one in
        hand.
        """
        return [each for uid in self.rows.chosen for each in self.on_card(uid)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a passage is chosen, only that; grey out what needs a comment."""
        if self.text.choosing and action in acts_here() and action != "comment":
            return False
        if action in NEEDS_REMARK and self.here() is None:
            return None
        return super().check_action(action, parameters)

    def stop_soon(self) -> None:
        """Remember in a moment where we are; while keys follow on one another, only once."""
        if not self._stopping:
            self._stopping = True
            self.set_timer(1.0, self.stop)

    def stop(self) -> None:
        """Remember where we are."""
        self._stopping = False
        draft, remark = self.draft_here(), self.here()
        if draft is not None and remark is not None and not remark.private:
            self.feedback.stop_at(draft, remark.uid)
        if draft is not None and self.version is not None:
            self.feedback.looked(draft, self.version)

    def action_leave(self) -> None:
        """Go back to the list."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()


def _state(remark: Remark) -> str:
    """Return the verdict's word, or that it was settled before; "" while it waits for one."""
    return "resolved" if remark.settled_before else remark.state
