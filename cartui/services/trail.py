"""The justification trail: why a card moved, and which whys are still owed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from cartui.model.cycles import Card, Move
from cartui.model.text import clean
from cartui.services.group_service import GroupService, NothingChosen, NoWords
from cartui.store.events import Change

WORDS = {
    "board.justify": "Wrote why {0} moved",
    "board.justify_many": "Wrote why {0} cards moved",
    "board.waive": "Asked no why of {0}",
    "board.waive_many": "Asked no why of {0} cards",
}


class Trail(GroupService):
    """The moves of a group's cards with their reasons."""

    def trail(self, card: Card) -> list[Move]:
        """Return the moves of a card, oldest first."""
        found = [move for move in self._moves().values() if move.card == card.uid]
        return sorted(found, key=lambda move: move.at)

    def trails(self) -> Mapping[str, list[Move]]:
        """Return the moves of all cards, oldest first, by card uid; one pass over the moves."""
        found: dict[str, list[Move]] = {}
        for move in sorted(self._moves().values(), key=lambda move: move.at):
            found.setdefault(move.card, []).append(move)
        return found

    def owed(self, card: Card | None = None) -> list[Move]:
        """Return the moves whose why is owed, oldest first: of one card, or of all on the board."""
        here = self._ws.table(Card, group=self.group_uid)
        found = [
            move
            for move in self._moves().values()
            if is_owed(move)
            and (move.card == card.uid if card else move.card in here and not here[move.card].away)
        ]
        return sorted(found, key=lambda move: move.at)

    def owed_counts(self) -> Mapping[str, int]:
        """Return how many whys are owed by card uid; one pass over the group's moves."""
        return Counter(move.card for move in self._moves().values() if is_owed(move))

    def moves(self, change: Change) -> list[Move]:
        """Return the moves that a change has made, as they stand now."""
        table = self._moves()
        return [table[event.uid] for event in change.events if event.uid in table]

    def still_owed(self, moves: Iterable[Move]) -> list[Move]:
        """Return those of `moves` that stand and wait for their why, as they are now."""
        table, here = self._moves(), self._ws.table(Card, group=self.group_uid)
        now = [table[move.uid] for move in moves if move.uid in table]
        return [move for move in now if is_owed(move) and move.card in here]

    def justify(
        self, text: str, *moves: Move, agreed_with: str = "", was: str | None = None
    ) -> Change:
        """Write why cards moved, the same line on each of several; it `was` this on all of them.

        Raises NoWords if empty, and ChangedMeanwhile.
        """
        said = clean(text, lines=True)
        if not said:
            raise NoWords("Nothing was written, so the why is still owed.")
        for move in moves:
            self._still(was, partial(self._why_of, move), said)
        fields = {"justification": said}
        if agreed_with:
            fields["agreed_with"] = clean(agreed_with)
        return self._mark("board.justify", moves, **fields)

    def waive(self, *moves: Move) -> Change:
        """Say that no why is needed for these moves."""
        return self._mark("board.waive", moves, waived=True)

    def _mark(self, verb: str, moves: tuple[Move, ...], **fields: Any) -> Change:
        if not moves:
            raise NothingChosen("No move is waiting for a why on this card.")
        table = self._moves()
        if not (moves := tuple(move for move in moves if move.uid in table)):
            raise NothingChosen("That move was taken back meanwhile. No why was written.")
        cards = self._now([self.card(move.card) for move in moves])
        draft = self._draft_for(verb, cards)
        for move in moves:
            draft.set(move, **fields)
        return self._save(draft)

    def _why_of(self, move: Move) -> str:
        return self._moves().get(move.uid, move).justification

    def _moves(self) -> Mapping[str, Move]:
        return self._ws.table(Move, group=self.group_uid)


def is_owed(move: Move) -> bool:
    """Whether a move still waits for its why."""
    return not (move.justification or move.waived)
