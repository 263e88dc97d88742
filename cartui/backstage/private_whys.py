"""Why a member joined, in their own words, while the group may not see them."""

from cartui.backstage.back_service import BackService, NothingWritten
from cartui.backstage.records import MembershipBack
from cartui.model.people import Membership
from cartui.model.text import clean
from cartui.store.events import Change

WORDS = {"private.why": "Wrote, for yourself, why {0} joined"}


class PrivateWhys(BackService):
    """The why-joined words that members have not agreed to share."""

    def of(self, membership: Membership) -> str:
        """Return the words kept back stage; "" if there are none."""
        kept = self._ws.get(MembershipBack, membership.uid)
        return kept.why_joined if kept is not None else ""

    def write(self, membership: Membership, text: str) -> Change | None:
        """Keep a member's words back stage. None when they are the same."""
        words = clean(text, lines=True)
        if words == self.of(membership):
            return None
        draft = self._draft("private.why", membership.person)
        self._set_beside(draft, MembershipBack(uid=membership.uid), why_joined=words)
        return self._commit(draft)

    def share(self, membership: Membership) -> Change:
        """Let the group see the words, now that the member agrees; one change on both sides.

        Raises NothingWritten if there are none.
        """
        words = self.of(membership)
        if not words:
            raise NothingWritten("Nothing is written down yet about why this person joined.")
        # Named as the open side names it, because the group reads this line of its history.
        draft = self._draft("group.why", membership.person)
        draft.set(membership, why_joined=words)
        self._set_beside(draft, MembershipBack(uid=membership.uid), why_joined="")
        return self._commit(draft)
