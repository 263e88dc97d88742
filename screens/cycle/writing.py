"""Wording cards: title, owners, next step; putting them away."""

from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.cycles import Card
from cartui.store.events import Change
from screens.cycle.card_screen import CardScreen
from screens.cycle.people_pick import PeoplePick
from screens.parts.choice import Option, lettered
from screens.parts.days import ask_day
from screens.parts.keys import verb
from screens.parts.meanwhile import reword

GROUP = "Write on a card"


class WritingVerbs(CardScreen):
    """`e` `w` `d` `X`."""

    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"retitle", "owners", "next_step", "put_away"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("e", "retitle", "edit", "Reword the card's title", "card.retitle", group=GROUP,
             rank=32, also="rename title"),
        verb("w", "owners", "who", "Say who owns the card", "card.owners", group=GROUP, rank=30,
             also="owner owners people assign"),
        verb("d", "next_step", "next step", "Write the next step, who does it and by when",
             "card.next_step", group=GROUP, rank=31, also="due date deadline todo"),
        verb("X", "put_away", "put away", "Put the card away, or bring it back", "card.put_away",
             group=GROUP, rank=40, also="delete remove archive bring back"),
    ]  # fmt: skip

    def action_retitle(self) -> None:
        """Ask for another title."""
        card, board = self.card_here(), self.board
        if card is not None:
            self.reword_line(
                "Title", card.title, lambda text, was: board.retitle(card, text, was=was),
                id=f"title {card.uid}",
            )  # fmt: skip

    def action_owners(self) -> None:
        """Choose owners among the people of the group."""
        cards = self.chosen()
        people = self.services.roster.people(self.board.group_uid)
        title = "Who owns this card?" if len(cards) == 1 else f"Who owns these {len(cards)} cards?"
        pick = PeoplePick(title, people, cards[0].owners)
        self.app.push_screen(pick, partial(self._own, cards))

    def _own(self, cards: list[Card], owners: tuple[str, ...] | None) -> None:
        if owners is not None:
            board = self.board
            self.act(lambda: board.set_owners(owners, *cards))

    @work
    async def action_next_step(self) -> None:
        """Ask for the step, then who, then by when."""
        card, board = self.card_here(), self.board
        if card is None:
            return
        step = await self.ask_line("Next step", card.next_step, id=f"step {card.uid}")
        if step is None:
            return
        owner, due = "", ""
        if step:
            owner = await self._who(card)
            due = await self._by_when(card)

        def verb_(text: str, was: str | None) -> Change:
            return board.set_next_step(card, text, owner, due, was=was)

        reword(self, verb_, step, card.next_step, lambda _: self.action_next_step(), do=self.act)

    async def _who(self, card: Card) -> str:
        people = self.services.roster.people(self.board.group_uid)
        options = [Option("nobody in particular", "0")]
        options += lettered([person.name for person in people])
        uids = ["", *(person.uid for person in people)]
        before = uids.index(card.next_owner) if card.next_owner in uids else 0
        taken = await self.choose("Who does it?", options, at=before)
        return uids[taken] if taken is not None else card.next_owner

    async def _by_when(self, card: Card) -> str:
        words = "By when? (like 2026-04-30, or empty)"
        due = await ask_day(self, words, card.next_due, id=f"due {card.uid}")
        return card.next_due if due is None else due

    def action_put_away(self) -> None:
        """Put away; what is away already comes back."""
        board, cards = self.board, self.chosen()
        if all(card.away for card in cards):
            self.act(lambda: board.bring_back(*cards))
        else:
            self.act(lambda: board.put_away(*cards))
