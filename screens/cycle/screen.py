"""Cycle: the board of one group, and everything done on it by key."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.model.views import PublicBoard, PublicCard
from cartui.store.events import Change
from screens.cycle.card_page import CardPage
from screens.cycle.card_screen import CycleServices
from screens.cycle.cycles_page import CyclesPage
from screens.cycle.faces import Sorting, View, members_picture, public_picture
from screens.cycle.looking import LookingVerbs
from screens.cycle.moving import GROUP, MovingVerbs
from screens.cycle.public_page import PublicCardPage
from screens.cycle.resting import RestingVerbs
from screens.cycle.stage_board import StageBoard
from screens.cycle.taking_out import TakingOut
from screens.cycle.writing import WritingVerbs
from screens.parts.keys import Living, verb
from screens.parts.subject import Subject

NO_GROUP = "No group yet. Press 1 for Home and start one; its board stands here then."


class CycleScreen(LookingVerbs, MovingVerbs, WritingVerbs, RestingVerbs, TakingOut):
    """The board on the screen. On FRONT public it shows the public view and nothing else."""

    TITLE_WORD = "Cycle"
    PUBLIC = True
    CSS_PATH = "screen.tcss"
    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"reorder"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new_card", "new", "Write a new card in the highlighted stage",
             "board.new", group="Write on a card", rank=20, also="add create case study inquiry"),
        verb("J", "reorder(1)", "down", "Move the card down in its column", "board.down",
             group=GROUP, rank=60, also="order reorder"),
        verb("K", "reorder(-1)", "up", "Move the card up in its column", "board.up",
             group=GROUP, rank=61, also="order reorder"),
        verb("t", "cycles", "cycle", "Choose or make the cycle that this group works in",
             "board.cycles", group="The cycle", rank=74, also="template stages change own"),
    ]  # fmt: skip

    def __init__(self, services: CycleServices) -> None:
        super().__init__(services)
        self._public: PublicBoard | None = None
        self._offers: object = None
        self._known: dict[object, list[Living]] = {}
        self.stage_board.follow = self._follow

    def compose_body(self) -> ComposeResult:
        """The board, the line under it, the line to find in."""
        yield self.stage_board
        yield self.find_bar
        yield self.why_line

    # --- what is shown

    def show_again(self) -> None:
        """Read the board anew; the highlight stays on its card."""
        self.keep_why_true()
        board = self.services.board()
        if board is None:
            self.stage_board.nothing(NO_GROUP)
            return
        self._public = board.public() if self.is_public else None
        if self._public is not None:
            if self.view is View.OWED:
                self.view = View.COLUMNS
            self.stage_board.show(public_picture(self._public, self.view))
        else:
            self.stage_board.show(members_picture(board, self.view, self.sorting))
        self._tell_line()

    def heading(self) -> str:
        """The group, its cycle, what is shown of it."""
        board = self.services.board()
        if board is None:
            return ""
        words = [board.group.name, board.template.name]
        if self.view is not View.COLUMNS:
            words.append(self.view.value)
        if self.sorting is not Sorting.OWN and not self.is_public:
            words.append(f"sorted: {self.sorting.value}")
        rule = board.template.centre_rule
        if rule and len(words) == 2:
            words.append(f"“{rule}”")
        return " · ".join(words)

    def enter_room(self, room: Room) -> None:
        """Leave whatever was asked or selected before another public looks."""
        self.why_line.leave()
        if room is Room.PUBLIC:
            self.stage_board.clear_marks()
            self.find_bar.clear()
            self.stage_board.sift("")
        super().enter_room(room)

    def card_here(self) -> Card | None:
        """Return the highlighted card."""
        uid, board = self.stage_board.highlighted, self.services.board()
        if uid is None or board is None or self.is_public:
            return None
        return board.find_card(uid)

    def chosen(self) -> list[Card]:
        """Return the selected cards, or the highlighted one."""
        return [self.board.card(uid) for uid in self.stage_board.chosen]

    def subject(self) -> Subject | None:
        """Return the highlighted card, for notes, history and copying."""
        return self.subject_of(self.card_here())

    def _public_card(self) -> PublicCard | None:
        cards = self._public.cards if self._public is not None else ()
        return next((card for card in cards if card.uid == self.stage_board.highlighted), None)

    def _tell_line(self) -> None:
        """Say the highlighted card whole, where the board has to clip it."""
        if self.is_public:
            shown = self._public_card()
            words = (shown.title, ", ".join(shown.owners), shown.status) if shown else ()
        elif (card := self.card_here()) is not None:
            due = f", by {card.next_due}" if card.next_due else ""
            next_step = f"next{due}: {card.next_step}" if card.next_step else ""
            words = (card.title, ", ".join(self.board.owner_names(card)), next_step)
        else:
            words = ()
        self.why_line.tell(" · ".join(word for word in words if word))

    # --- what is done

    def possible(self, action: str) -> bool | None:
        """Grey out what this view has no place for."""
        if action == "new_card" and self.view is View.ENDED:
            return None
        return super().possible(action)

    def after(self, change: Change) -> None:
        """Leave the why that was asked before, and show the board as it is now."""
        self.why_line.leave()
        if change.verb.split(".")[1].removesuffix("_many") not in _KEEP_MARKS:
            self.stage_board.clear_marks()
        super().after(change)

    def action_new_card(self) -> None:
        """Ask for a title; the card starts in the highlighted stage."""
        board = self.board
        stage = board.stages()[self.stage_board.column]

        def then(title: str | None) -> None:
            if title:
                change = self.act(lambda: board.new_card(title, stage.id))
                if change is not None:
                    self.stage_board.highlight(change.about[0])

        self.ask(f"New card in {stage.short or stage.name}", then, id="new card")

    def action_reorder(self, step: int) -> None:
        """Move the chosen cards in their columns."""
        board, cards = self.board, self.chosen()
        if self.sorting is not Sorting.OWN:
            self.say("Cards have an order of their own only unsorted. Press s until it says so.")
            return
        self.act(lambda: board.reorder(step, *cards))

    # --- going further

    def action_cycles(self) -> None:
        """Open the list of cycles."""
        self.open_page(CyclesPage(self.services, self._cycle_changed))

    def _cycle_changed(self, change: Change) -> None:
        self.after(change)
        self.say(self.around.sentence(change), aside="u undo")

    def _follow(self, uid: str | None) -> None:
        """Let what is said below the board follow its highlight, in the same frame."""
        if not self.is_mounted:
            return
        if self.why_line.moves and uid not in [m.card for m in self.why_line.moves]:
            self.why_line.leave()
        self._tell_line()
        self._offer()

    def _offer(self) -> None:
        """Let the key hints follow, if this card allows other things than the one before."""
        card, board = self.card_here(), self.services.board()
        offers = (card is not None, board is not None and board.can_advance(card),
                  board is not None and board.can_send_back(card), card and card.away)  # fmt: skip
        if offers != self._offers:
            self._offers = offers
            if (known := self._known.get(offers)) is not None:
                self._hints.show(known)
            elif self.is_current:
                super().refresh_hints()
                self._known[offers] = self._hints.offered

    def refresh_hints(self) -> None:
        """Show the keys that work here and now; what worked for other cards is no longer known."""
        self._known.clear()
        super().refresh_hints()

    @on(StageBoard.Marked)
    def _marked(self, event: StageBoard.Marked) -> None:
        if event.uids:
            self.say(f"{len(event.uids)} selected. Keys act on all of them; Esc drops them.")
        else:
            self.say("")

    @on(StageBoard.Opened)
    def _opened(self, event: StageBoard.Opened) -> None:
        if not self.is_public:
            self.open_page(CardPage(self.services, event.uid))
        elif (card := self._public_card()) is not None:
            self.open_page(PublicCardPage(self.services, card.uid))


_KEEP_MARKS = frozenset({"advance", "back", "move", "next_round", "reorder", "justify"})
