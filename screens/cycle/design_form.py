"""The case study design template as a form: every prompt, its hint, and what was answered."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.designs import DesignField, design
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.cycle.entries import Entries, Entry
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.subject import Subject

NOT_YET = "Not yet written."
"""A word, since in some colours a hint looks like an answer."""


class DesignForm(CardScreen):
    """One field after another; Enter writes, Esc goes back to the card."""

    TITLE_WORD = "Cycle"
    CSS_PATH = "screen.tcss"
    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"answer"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("e", "answer", "write", "Write in the highlighted field", "card.answer",
             group="Write on a card", rank=10, also="answer fill edit"),
        verb("escape", "leave_form", "back to the card", "Go back to the card",
             "card.leave_form", group="Look around", rank=5, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, uid: str, section: str = "") -> None:
        super().__init__(services)
        self.uid = uid
        self.entries = Entries()
        self._section = section

    def compose_body(self) -> ComposeResult:
        """The fields."""
        yield self.entries

    def show_again(self) -> None:
        """Read the answers anew."""
        card = self.card_here()
        if card is None:
            self.call_later(self.action_leave_form)
            return
        self.entries.show(list(_fields(self.board, card)))
        for section in design().sections:
            if section.id == self._section:
                self.entries.highlight(section.fields[0].id)
                self._section = ""

    def heading(self) -> str:
        """The card, and how far its design has come."""
        card = self.card_here()
        if card is None:
            return ""
        sections = self.board.designs.completeness(card)
        done, of = sum(one.answered for one in sections), sum(one.of for one in sections)
        return f"design {done} of {of} · {card.title}"

    def card_here(self) -> Card | None:
        """Return the card whose design this is."""
        board = self.services.board()
        if board is None or self.room is Room.PUBLIC:
            return None
        return board.find_card(self.uid)

    def subject(self) -> Subject | None:
        """Return the card, for notes, history and copying."""
        return self.subject_of(self.card_here())

    def action_leave_form(self) -> None:
        """Go back to the card."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()

    @on(Entries.Opened)
    def _opened(self, event: Entries.Opened) -> None:
        self._write(event.key)

    def action_answer(self) -> None:
        """Write in the highlighted field."""
        self._write(self.entries.highlighted)

    def _write(self, field_id: str) -> None:
        board, card = self.board, self.card_here()
        fields = {one.id: one for section in design().sections for one in section.fields}
        if card is None or field_id not in fields:
            return
        before = board.designs.answers(card).get(field_id, "")
        field = fields[field_id]
        self.write_long(
            field.title, _hint(field), before,
            lambda text, was: board.designs.answer(card, field_id, text, was=was),
        )  # fmt: skip


def _hint(field: DesignField) -> str:
    return "\n".join(filter(None, (field.prompt, field.hint)))


def _fields(board: Board, card: Card) -> Iterator[Entry]:
    answers = board.designs.answers(card)
    why_joined = board.designs.why_joined(card)
    for one in board.designs.completeness(card):
        yield Entry(label=one.section.title, text=f"{one.answered} of {one.of}")
        for field in one.section.fields:
            text, tone = answers.get(field.id, ""), ""
            if not text:
                text, tone = f"{NOT_YET} {_hint(field)}", "muted"
            if field.number == 15 and why_joined:
                text += "\nSaid at joining: " + "; ".join(why_joined)
            label = f"{field.number:>2} {field.title}"
            yield Entry(key=field.id, label=label, text=text, tone=tone)
