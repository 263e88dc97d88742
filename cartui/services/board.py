"""The board of one group: what stands in which stage, and how a card goes on."""

from collections.abc import Callable, Sequence

from cartui.model.cycles import Card, CycleTemplate, Stage, Status
from cartui.model.people import Person
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.model.views import PublicBoard
from cartui.services import places
from cartui.services.card_ends import Endings
from cartui.services.designs import Designs
from cartui.services.dilemmas import Dilemmas
from cartui.services.new_cycle import CycleChange
from cartui.services.places import Place
from cartui.services.public_board import public_board
from cartui.services.trail import Trail
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "board.advance": "Moved {0} to {1}",
    "board.advance_many": "Moved {0} cards on: {1}",
    "board.next_round": "Began {1} of {0}",
    "board.next_round_many": "Moved {0} cards on, into {1}",
    "board.back": "Moved {0} back to {1}",
    "board.back_many": "Moved {0} cards back: {1}",
    "board.move": "Moved {0} to {1}",
    "board.move_many": "Moved {0} cards to {1}",
    "board.reorder": "Moved {0} in its column",
    "board.reorder_many": "Moved {0} cards in their columns",
}


class AtTheEdge(CartuiProblem):
    """A card stands first or last in its column already."""


class Board(Endings, Trail, CycleChange):
    """The wall of one group. Verbs about cards take one or several; several are one change.

    `designs` holds the answers on the cards' design templates, `dilemmas` their dilemmas.
    """

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room, group_uid)
        self.designs = Designs(workspace, room, group_uid)
        self.dilemmas = Dilemmas(workspace, room, group_uid)

    # --- reading

    def cards(self, *, away: bool = False) -> list[Card]:
        """Return every card in the group's own order, ended ones too; `away` the put-away ones."""
        found = [card for card in self._table().values() if card.away == away]
        found.sort(key=_by_order)
        return found

    def columns(self) -> list[list[Card]]:
        """Return the cards that are in the cycle (live or paused), one list for each stage."""
        stages = self.stages()
        place = {stage.id: index for index, stage in enumerate(stages)}
        found: list[list[Card]] = [[] for _ in stages]
        for card in self._table().values():
            if not card.away and card.status in _IN_CYCLE:
                found[place.get(card.stage, 0)].append(card)
        for column in found:
            column.sort(key=_by_order)
        return found

    def ended(self) -> list[Card]:
        """Return the cards that have left the cycle and are not put away, newest end first."""
        cards = self._table().values()
        gone = [card for card in cards if not card.away and card.status not in _IN_CYCLE]
        gone.sort(key=_by_order)
        return sorted(gone, key=lambda card: card.stage_since, reverse=True)

    def stage_of(self, card: Card) -> Stage:
        """Return the stage a card stands in, or stood in when it ended."""
        return places.stage_of(self.template, card)

    def owner_names(self, card: Card) -> list[str]:
        """Return the names of a card's owners, in their order."""
        people = (self._ws.get(Person, uid) for uid in card.owners)
        return [person.name for person in people if person is not None]

    def time_in_stage(self, card: Card) -> str:
        """Return how long a card has been where it is, in neutral words."""
        return places.time_in_stage(card.stage_since, self._ws.today())

    def today(self) -> str:
        """Return today's date, ISO 8601."""
        return self._ws.today()

    def public(self, only: str = "") -> PublicBoard:
        """Return this board as outsiders may see it; of its cards perhaps `only` one."""
        return public_board(self._ws, self.cycles, self.group, only)

    def can_advance(self, card: Card | None) -> bool:
        """Whether `advance` would do something."""
        return card is not None and _possible(places.next_place, self.template, card)

    def can_send_back(self, card: Card | None) -> bool:
        """Whether `send_back` would do something."""
        return card is not None and _possible(places.previous_place, self.template, card)

    # --- moving

    def advance(self, *cards: Card) -> Change:
        """Move cards one stage on, from the last stage of a cycle into the next round.

        Raises HasEnded, NoNextStage.
        """
        now = self._now(cards)
        return self._go("board.advance", now, [places.next_place(self.template, c) for c in now])

    def send_back(self, *cards: Card) -> Change:
        """Move cards one stage back. Raises HasEnded, NoEarlierStage."""
        now = self._now(cards)
        back = [places.previous_place(self.template, card) for card in now]
        return self._go("board.back", now, back)

    def move_to(self, stage_id: str, *cards: Card) -> Change:
        """Move cards to any stage in their own round; of several, those there already stay.

        Raises HasEnded, and AlreadyThere if nothing would move.
        """
        now = self._now(cards)
        if len(now) > 1:
            now = [card for card in now if card.stage != stage_id] or now[:1]
        there = [places.place_at(self.template, card, stage_id) for card in now]
        return self._go("board.move", now, there)

    def reorder(self, step: int, *cards: Card) -> Change:
        """Move cards up (-1) or down (1) by one among those of their stage. Raises AtTheEdge."""
        now = self._now(cards)
        draft = self._draft_for("board.reorder", now)
        chosen = {card.uid for card in now}
        for column in self.columns():
            if any(card.uid in chosen for card in column):
                _set_order(draft, column, _stepped(column, chosen, step))
        if draft.is_empty:
            raise AtTheEdge("That card is at the end of its column already.")
        return self._commit(draft)

    def _go(self, verb: str, cards: Sequence[Card], there: Sequence[Place]) -> Change:
        words = _in_words(cards, there)
        if any(place.round > card.round for card, place in zip(cards, there, strict=True)):
            verb = "board.next_round"
        draft = self._draft_for(verb, cards, words)
        foot, today = self._foot(), self._ws.today()
        for card, place in zip(cards, there, strict=True):
            self._note_move(draft, card, place.stage, round=place.round, backward=place.backward)
            draft.set(
                card,
                stage=place.stage.id,
                stage_since=today,
                round=place.round,
                order=foot,
                cycle=self.template.uid,
            )
            foot += 1.0
        return self._commit(draft)


_IN_CYCLE = frozenset({Status.LIVE.value, Status.PAUSED.value})
_Rule = Callable[[CycleTemplate, Card], Place]


def _by_order(card: Card) -> tuple[float, str]:
    return card.order, card.uid


def _possible(rule: _Rule, template: CycleTemplate, card: Card) -> bool:
    try:
        rule(template, card)
    except CartuiProblem:
        return False
    return True


def _in_words(cards: Sequence[Card], there: Sequence[Place]) -> str:
    """Return where cards go: a stage's name, or several, or the round that begins."""
    if all(place.round > card.round for card, place in zip(cards, there, strict=True)):
        rounds = {place.round for place in there}
        return f"round {rounds.pop()}" if len(rounds) == 1 else "their next rounds"
    return ", ".join(dict.fromkeys(place.stage.name for place in there))


def _stepped(column: Sequence[Card], chosen: set[str], step: int) -> list[Card]:
    """Return a column with the chosen cards one place on; those at the edge stay."""
    row = list(column) if step < 0 else list(reversed(column))
    for index in range(1, len(row)):
        if row[index].uid in chosen and row[index - 1].uid not in chosen:
            row[index - 1], row[index] = row[index], row[index - 1]
    return row if step < 0 else list(reversed(row))


def _set_order(draft: Draft, before: Sequence[Card], after: Sequence[Card]) -> None:
    """Give the cards of a column, in their new order, the numbers they had between them."""
    values = sorted(card.order for card in before)
    if len(set(values)) < len(values):
        values = [float(place) for place in range(1, len(values) + 1)]
    for card, value in zip(after, values, strict=True):
        draft.set(card, order=value)
