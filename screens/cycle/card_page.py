"""A card's own page: how it stands, why it moved, its design, its dilemmas, its notes."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.exchange.card_markdown import card_text_out
from cartui.model.cycles import Card, Dilemma
from cartui.model.rooms import Room
from cartui.services.card_out import card_page
from cartui.services.dilemmas import dilemma_kinds, dilemma_states
from cartui.store.events import Change
from screens.cycle.card_entries import card_entries
from screens.cycle.card_screen import CycleServices
from screens.cycle.design_form import DesignForm
from screens.cycle.entries import Entries
from screens.cycle.moving import MovingVerbs
from screens.cycle.resting import RestingVerbs
from screens.cycle.taking_out import TakingOut
from screens.cycle.writing import WritingVerbs
from screens.parts.choice import Option, lettered
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.slots import Slot
from screens.parts.subject import Subject

ASKED = {
    "area": "Area",
    "kind": "Kind of card (case study, inquiry)",
    "scope_check": "Achievable? Deep enough?",
    "learning": "What was learned",
    "housed_at": "Where can the findings be read?",
}


class CardPage(MovingVerbs, WritingVerbs, RestingVerbs, TakingOut):
    """Everything the group knows of one card. Enter acts on the entry that is highlighted.

    `entry` is the one to begin with.
    """

    TITLE_WORD = "Cycle"
    CSS_PATH = "screen.tcss"
    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"design", "dilemma"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("D", "design", "design", "Fill in the case study design template", "card.design",
             group="Write on a card", rank=21, also="template form question evidence ethics"),
        verb("a", "dilemma", "add dilemma", "Write down an ethical dilemma", "card.dilemma",
             group="Write on a card", rank=22, also="ethics confidentiality anonymity"),
        verb("escape", "leave", "back to the board", "Go back to the board", "card.leave",
             group="Look around", rank=5, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, uid: str, entry: str = "") -> None:
        super().__init__(services)
        self.uid, self._entry = uid, entry
        self.entries = Entries()
        self.slot = Slot("under-card")
        self.why_line.folds = True

    def compose_body(self) -> ComposeResult:
        """The entries, the place for what is private, the line for a why."""
        yield self.entries
        yield self.slot
        yield self.why_line

    def show_again(self) -> None:
        """Read the card anew. A card that is gone, or outsiders looking: back to the board."""
        card = self.card_here()
        if card is None:
            self.call_later(self.action_leave)
            return
        board, notes = self.board, self.services.notebook.about(self.uid, self.board.group_uid)
        self.entries.show(card_entries(board, card, notes))
        if self._entry:
            self.entries.highlight(self._entry)
            self._entry = ""
        self.slot.tell(card.uid, board.group_uid)
        self.keep_why_true()

    def heading(self) -> str:
        """The card's title."""
        card = self.card_here()
        return card.title if card is not None else ""

    def card_here(self) -> Card | None:
        """Return the card of this page."""
        board = self.services.board()
        if board is None or self.room is Room.PUBLIC:
            return None
        return board.find_card(self.uid)

    def chosen(self) -> list[Card]:
        """Return the card of this page."""
        return [self.board.card(self.uid)]

    def subject(self) -> Subject | None:
        """Return the card, for notes, history and copying: here it is copied whole."""
        card = self.card_here()
        if card is None:
            return None
        board, notes = self.board, self.services.notebook.about(self.uid, self.board.group_uid)
        text = card_text_out(card_page(board, card, notes))
        return Subject(card.uid, card.title, board.group_uid, text)

    def action_leave(self) -> None:
        """Go back to the board."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()

    # --- Enter

    @on(Entries.Opened)
    def _opened(self, event: Entries.Opened) -> None:
        what, _, uid = event.key.partition(":")
        acts: dict[str, Callable[[], object]] = {
            "title": self.action_retitle,
            "status": self.action_rest_or_end,
            "stage": self.action_move_to,
            "owners": self.action_owners,
            "next": self.action_next_step,
            "say": partial(self._describe, uid),
            "card": partial(self._other_card, uid),
            "move": partial(self._why_of, uid),
            "design": partial(self._open_design, uid),
            "dilemma": partial(self._dilemma, uid),
        }
        if what in acts:
            acts[what]()

    def _describe(self, field: str) -> None:
        board, card = self.board, self.board.card(self.uid)

        def write(text: str, was: str | None) -> Change:
            return board.describe(card, was=was, **{field: text})

        self.reword_line(ASKED[field], getattr(card, field), write, id=f"{field} {card.uid}")

    def _other_card(self, uid: str) -> None:
        self.app.pop_screen()
        self.open_page(CardPage(self.services, uid))

    def _why_of(self, uid: str) -> None:
        moves = [move for move in self.board.trail(self.board.card(self.uid)) if move.uid == uid]
        if moves:
            self.write_why(*moves)

    def action_design(self) -> None:
        """Open the design template."""
        self._open_design("")

    def _open_design(self, section: str) -> None:
        self.open_page(DesignForm(self.services, self.uid, section))

    # --- dilemmas

    @work
    async def action_dilemma(self) -> None:
        """Ask for a dilemma's kind, words and handling, and write it down."""
        dilemmas, card = self.board.dilemmas, self.board.card(self.uid)
        kind = await self._kind("")
        text = await self.ask_line("The dilemma", id=f"dilemma {self.uid}") if kind else None
        if not kind or not text:
            return
        handling = await self.ask_line("How it is handled (may stay empty)", id="handling")
        self.act(lambda: dilemmas.add(card, kind, text, handling or ""))

    async def _kind(self, now: str) -> str:
        kinds = dilemma_kinds()
        names = [kind.name for kind in kinds]
        options = [
            Option(option.words, option.key, kind.help)
            for option, kind in zip(lettered(names), kinds, strict=True)
        ]
        at = names.index(now) if now in names else 0
        taken = await self.choose("What kind of dilemma?", options, at=at)
        return names[taken] if taken is not None else ""

    @work
    async def _dilemma(self, uid: str) -> None:
        """Offer what can be done to a dilemma."""
        dilemmas = self.board.dilemmas
        found = [one for one in dilemmas.of(self.board.card(self.uid)) if one.uid == uid]
        if not found:
            return
        known = enumerate(dilemma_states(), 1)  # a state has one digit, whatever stands now
        digits = {state.name: str(n) for n, state in known if state.name != found[0].state}
        states = list(digits)
        options = [Option("reword it", "e"), Option("write how it is handled", "w")]
        options += [Option(f"it is {state}", digit) for state, digit in digits.items()]
        options.append(Option("put it away", "X"))
        title = f"This dilemma is {found[0].state}"
        taken = await self.choose(title, options)
        if taken in (0, 1):
            self._reword(found[0], handling=bool(taken))
        elif taken == len(options) - 1:
            self.act(lambda: dilemmas.put_away(found[0]))
        elif taken is not None:
            self.act(lambda: dilemmas.set_state(found[0], states[taken - 2]))

    def _reword(self, one: Dilemma, *, handling: bool) -> None:
        title = "How it is handled" if handling else "The dilemma"
        now = one.handling if handling else one.text
        dilemmas = self.board.dilemmas

        verb_ = dilemmas.handle if handling else dilemmas.reword
        self.write_long(title, one.kind, now, lambda text, was: verb_(one, text, was=was))
