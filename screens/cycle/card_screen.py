"""What the board and a card's page share: the board, the cards an act is for, what is allowed."""

from collections.abc import Callable
from functools import cache
from typing import ClassVar

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.notebook import Notebook
from cartui.services.pages import Page, card_page
from cartui.services.roster import Roster
from screens.parts.acting import ActingScreen
from screens.parts.keys import VERBS
from screens.parts.subject import Subject


class CycleServices:
    """What a screen of the cycle is given. `board` gives the board of the group in hand, if any."""

    def __init__(
        self, board: Callable[[], Board | None], roster: Roster, notebook: Notebook
    ) -> None:
        self.board = board
        self.roster = roster
        self.notebook = notebook


class CardScreen(ActingScreen):
    """A screen on which things are done to cards."""

    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, services: CycleServices) -> None:
        super().__init__()
        self.services = services

    @property
    def board(self) -> Board:
        """The board. Actions run only while there is one (`check_action`)."""
        board = self.services.board()
        if board is None:
            raise LookupError("there is no group yet")
        return board

    def chosen(self) -> list[Card]:
        """Return the cards an act is for: the selected ones, or the highlighted one."""
        return []

    def card_here(self) -> Card | None:
        """Return the highlighted card."""
        return None

    def presented_uid(self) -> str:
        """Return the uid of the card that `p` shows to the room, "" for none."""
        card = self.card_here()
        return card.uid if card is not None else ""

    def present_page(self) -> Page | None:
        """Return the highlighted card as the room may see it: nobody is named."""
        if (board := self.services.board()) is None or not (uid := self.presented_uid()):
            return None
        public = board.public(uid)
        return card_page(public, public.cards[0]) if public.cards else None

    def subject_of(self, card: Card | None) -> Subject | None:
        """Return a card as notes, history and copying know it."""
        if card is None:
            return None
        board = self.board
        words = (card.title, board.stage_of(card).name, ", ".join(board.owner_names(card)))
        text = ", ".join(word for word in words if word)
        return Subject(card.uid, card.title, board.group_uid, text)

    def open_page(self, page: "CardScreen") -> None:
        """Open a page over this screen, in the same surroundings."""
        page.around = self.around
        self.app.push_screen(page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep what a stage of the room does not allow; grey out what needs a card."""
        rooms = _rooms().get(action)
        if rooms is None:
            return super().check_action(action, parameters)
        if self.room not in rooms or self.services.board() is None:
            return False
        if action in _needs_card(type(self)) and self.card_here() is None:
            return None
        return self.possible(action)

    def possible(self, action: str) -> bool | None:
        """Return None for an action that cannot be done now to what is highlighted."""
        return True


def _needs_card(screen: type[CardScreen]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for base in screen.__mro__:
        found |= base.__dict__.get("NEEDS_CARD", frozenset())
    return found


@cache
def _rooms() -> dict[str, frozenset[Room]]:
    """Return on which stages of the room each action of the cycle's screens may be done."""
    return {
        declared.action.partition("(")[0]: declared.rooms
        for declared in VERBS.values()
        if declared.id.split(".")[0] in {"board", "card", "cycle"}
    }
