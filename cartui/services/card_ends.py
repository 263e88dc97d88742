"""How a card rests or leaves the cycle: paused, stopped, redirected, completed, published."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

import data
from cartui.model.cycles import Card, Status
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.cards import Cards, worded
from cartui.store.draft import Draft
from cartui.store.events import Change

WORDS = {
    "board.pause": "Paused {0}",
    "board.pause_many": "Paused {0} cards",
    "board.resume": "Took up {0} again",
    "board.resume_many": "Took up {0} cards again",
    "board.stop": "Stopped {0}: {1}",
    "board.stop_many": "Stopped {0} cards: {1}",
    "board.redirect": "Redirected {0} to {1}",
    "board.complete": "Completed {0}",
    "board.complete_many": "Completed {0} cards",
    "board.publish": "Published {0}",
    "board.publish_many": "Published {0} cards",
    "board.hold_locally": "Completed {0}, held locally",
    "board.hold_locally_many": "Completed {0} cards, held locally",
}


class StandsSo(CartuiProblem):
    """A card stands the way it was to be put."""


class LeadsToItself(CartuiProblem):
    """A card was to be redirected to itself, or in a circle."""


class StopReason(Struct, frozen=True, kw_only=True):
    """A general reason that may be said to anybody. Shipped as words/stop_reasons."""

    id: str
    name: str
    help: str = ""


def stop_reasons() -> list[StopReason]:
    """Return the shipped reasons for stopping, in their order."""
    return data.load("words/stop_reasons", list[StopReason])


class Endings(Cards):
    """Cards that rest or end. Each is written on the card's trail; none loses its place."""

    def pause(self, *cards: Card) -> Change:
        """Let cards rest where they are. No why is owed for a rest."""
        return self._stand("board.pause", Status.PAUSED, cards, waived=True)

    def resume(self, *cards: Card) -> Change:
        """Take up cards again that were paused or had ended, in the stage they had reached."""
        return self._stand("board.resume", Status.LIVE, cards, waived=True, stop_reason="")

    def stop(self, reason: str, *cards: Card) -> Change:
        """Stop cards for a general reason ("no time"). What lies behind it belongs back stage.

        Raises NoWords without a reason.
        """
        said = worded(reason, "Stopping needs a reason. Nothing was stopped.")
        return self._stand("board.stop", Status.STOPPED, cards, said, stop_reason=said)

    def complete(self, *cards: Card, learning: str = "") -> Change:
        """Say that the work is done; `learning` is what may be told of it."""
        return self._stand("board.complete", Status.COMPLETED, cards, **_told(learning=learning))

    def publish(self, *cards: Card, housed_at: str = "") -> Change:
        """Say that the findings are out, and where they are housed."""
        return self._stand("board.publish", Status.PUBLISHED, cards, **_told(housed_at=housed_at))

    def hold_locally(self, *cards: Card, learning: str = "") -> Change:
        """Say that the work is done and used locally, and will not be published. No shame in it."""
        told = _told(learning=learning)
        return self._stand("board.hold_locally", Status.HELD_LOCALLY, cards, **told)

    def redirect(self, card: Card, *, to: Card | None = None, title: str = "") -> Change:
        """Let a card lead to another: an existing one, or a new one that takes over its owners.

        Raises NoWords without either, LeadsToItself, StandsSo.
        """
        card = self.card(card.uid)
        heir = self._heir(card, title) if to is None else self.card(to.uid)
        if card.uid in self._line_from(heir):
            raise LeadsToItself(f"“{heir.title}” came from “{card.title}”. Choose another card.")
        draft = self._draft("board.redirect", card.uid, heir.uid)
        if to is None:
            draft.create(heir)
        self._put(draft, card, Status.REDIRECTED, "", led_to=heir.uid)
        return self._commit(draft)

    def led_here(self, card: Card) -> list[Card]:
        """Return the cards that were redirected to this one."""
        return [other for other in self._table().values() if other.led_to == card.uid]

    def _stand(
        self,
        verb: str,
        status: Status,
        cards: Sequence[Card],
        said: str = "",
        *,
        waived: bool = False,
        **fields: Any,
    ) -> Change:
        now = [card for card in self._now(cards) if card.status != status.value]
        if cards and not now:
            raise StandsSo(f"“{cards[0].title}” is {status.value} already.")
        draft = self._draft_for(verb, now, *([said] if said else []))
        for card in now:
            self._put(draft, card, status, said, waived=waived, **fields)
        return self._commit(draft)

    def _put(
        self,
        draft: Draft,
        card: Card,
        status: Status,
        said: str,
        *,
        waived: bool = False,
        **fields: Any,
    ) -> None:
        if card.status == status.value:
            raise StandsSo(f"“{card.title}” is {status.value} already.")
        self._note_move(
            draft,
            card,
            self._own_stage(card),
            round=card.round,
            status=status.value,
            justification=said,
            waived=waived,
        )
        draft.set(card, status=status.value, **fields)

    def _heir(self, card: Card, title: str) -> Card:
        first = self.stages()[0]
        return Card(
            uid=self._ws.new_uid(),
            title=worded(title, "A new card needs a title. Nothing was redirected."),
            kind=card.kind,
            owners=card.owners,
            area=card.area,
            cycle=self.template.uid,
            stage=first.id,
            stage_since=self._ws.today(),
            order=self._foot(),
        )

    def _line_from(self, card: Card) -> set[str]:
        seen: set[str] = set()
        while card.uid not in seen:
            seen.add(card.uid)
            follower = self._table().get(card.led_to)
            card = follower if follower is not None else card
        return seen


def _told(**words: str) -> dict[str, Any]:
    """Return the fields that something was said for."""
    return {name: clean(text, lines=True) for name, text in words.items() if text.strip()}
