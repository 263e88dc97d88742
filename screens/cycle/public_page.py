"""A card's page for outsiders: front-stage fields only, read only."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.model.views import PublicBoard, PublicCard
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.cycle.entries import Entries, Entry
from screens.parts.keys import EVERYWHERE, verb


class PublicCardPage(CardScreen):
    """What outsiders may read of one card."""

    TITLE_WORD = "Cycle"
    PUBLIC = True
    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "leave_public", "back to the board", "Go back to the board",
             "card.leave_public", group="Look around", rank=5, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, uid: str) -> None:
        super().__init__(services)
        self.uid = uid
        self.entries = Entries()

    def compose_body(self) -> ComposeResult:
        """The entries."""
        yield self.entries

    def presented_uid(self) -> str:
        """This card."""
        return self.uid

    def show_again(self) -> None:
        """Read the public view anew; before members the card's own page is the one to read."""
        board = self.services.board()
        public = board.public() if board is not None else None
        cards = public.cards if public is not None else ()
        card = next((one for one in cards if one.uid == self.uid), None)
        if public is None or card is None or self.room is not Room.PUBLIC:
            self.call_later(self.action_leave_public)
            return
        self.entries.show([Entry(label="The card"), *_entries(public, card)])

    def action_leave_public(self) -> None:
        """Go back to the board."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()


def _entries(board: PublicBoard, card: PublicCard) -> Iterator[Entry]:
    stages = {stage.id: f"{n} {stage.name}" for n, stage in enumerate(board.stages, 1)}
    where = [stages.get(card.stage, ""), f"round {card.round}"]
    if not card.ended:
        where.append(card.time_in_stage)
    status = f"{card.status}: {card.stop_reason}" if card.stop_reason else card.status
    facts = {
        "Title": card.title,
        "Kind": card.kind,
        "Area": card.area,
        "Stage": ", ".join(filter(None, where)),
        "Status": status,
        "Owners": "; ".join(card.owners),
        "Led to": card.led_to,
        "Learned": card.learning,
        "Read it at": card.housed_at,
    }
    for label, text in facts.items():
        if text:
            yield Entry(key=label, label=label, text=text)
