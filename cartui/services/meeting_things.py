"""What the parts of an agenda are about: a draft to be critiqued, a card, the ground rules."""

from collections.abc import Callable

from cartui.model.cycles import Card
from cartui.model.drafts import Draft
from cartui.model.meetings import Segment
from cartui.model.rooms import Room
from cartui.model.rules import Rule
from cartui.services.meeting_words import RAISED
from cartui.services.pages import Page, card_page, rules_page
from cartui.store.workspace import Workspace

ON_RULES = frozenset({"rules", "welcome"})
"""The kinds of part beside which the ground rules stand, if it has no questions of its own."""
CRITIQUE = "critique"


class MeetingThings:
    """The things of one group that its meetings are held on."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group: str) -> None:
        self._ws, self._room, self._group = workspace, room, group

    def draft_of(self, segment: Segment) -> str:
        """Return the uid of the draft of a critique: named itself, or by its card; "" for none."""
        if segment.kind != CRITIQUE or not segment.about:
            return ""
        if (draft := self._ws.get(Draft, segment.about, group=self._group)) is not None:
            return draft.uid
        from cartui.services.drafts import Drafts  # noqa: PLC0415 - a start in a meeting does without

        card = self._ws.get(Card, segment.about, group=self._group)
        found = Drafts(self._ws, self._room, self._group).of_card(card) if card is not None else []
        return found[0].uid if found else ""

    def page_of(self, segment: Segment) -> Page | None:
        """Return the page for the room of the card or the rules a part is about; None if none."""
        if self._ws.get(Card, segment.about, group=self._group) is not None:
            from cartui.services.board import Board  # noqa: PLC0415 - as above

            public = Board(self._ws, self._room, self._group).public(segment.about)
            return card_page(public, public.cards[0]) if public.cards else None
        rule = self._ws.get(Rule, segment.about, group=self._group)
        if rule is not None or segment.kind in ON_RULES:
            return rules_page(self._rules())
        return None

    def lines_of(self, segment: Segment) -> tuple[str, ...]:
        """Return the rules that hold, for a part in which they are looked at; what was raised,
        after its own questions, for the part that took it in.
        """
        if segment.kind == RAISED:
            from cartui.services.meetings import Meetings  # noqa: PLC0415 - as above

            return Meetings(self._ws, self._room, self._group).prompts(segment)
        return self._rules() if segment.kind in ON_RULES else ()

    def _rules(self) -> tuple[str, ...]:
        from cartui.services.ground_rules import GroundRules  # noqa: PLC0415 - as above

        return GroundRules(self._ws, self._room, self._group).shown()
