"""Cards that rest or end: one menu, each way with its own letter."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from msgspec import Struct
from textual import work
from textual.binding import BindingType

from cartui.model.cycles import Card, Status
from cartui.services.board import Board
from cartui.services.card_ends import stop_reasons
from cartui.store.events import Change
from screens.cycle.card_screen import CardScreen
from screens.parts.choice import Option, lettered
from screens.parts.keys import keyless, verb

GROUP = "Rest or end"
WHERE_READ = "Where can the findings be read? (may stay empty)"


class Way(Struct, frozen=True, kw_only=True):
    """One way for cards to rest, to end, or to be taken up again."""

    key: str
    words: str
    more: str
    status: Status
    also: str = ""

    @property
    def id(self) -> str:
        """The way as part of a verb's id."""
        return self.status.name.lower()

    @property
    def says(self) -> str:
        """The way in a whole sentence."""
        return f"{self.words}: the card {self.more}" if self.more else self.words


WAYS = (
    Way(key="p", words="Pause", more="rests where it is", status=Status.PAUSED, also="rest wait"),
    Way(key="t", words="Take up again", more="goes on from its stage", status=Status.LIVE,
        also="resume continue reopen restart"),
    Way(key="s", words="Stop", more="ends, for a public reason", status=Status.STOPPED,
        also="abandon close end cancel"),
    Way(key="r", words="Redirect", more="leads to another card", status=Status.REDIRECTED,
        also="successor change topic"),
    Way(key="c", words="Completed", more="is done", status=Status.COMPLETED, also="finish end"),
    Way(key="u", words="Published", more="has its findings out", status=Status.PUBLISHED,
        also="publish housed release"),
    Way(key="h", words="Held locally", more="is done, not published",
        status=Status.HELD_LOCALLY, also="keep not cleared refused"),
)  # fmt: skip


class RestingVerbs(CardScreen):
    """`x`: pause, take up again, stop, redirect, completed, published, held locally."""

    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"rest_or_end"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("x", "rest_or_end", "rest or end", "Pause, stop, redirect or publish the card ...",
             "card.rest", group=GROUP, rank=33,
             also="pause resume stop redirect publish complete held locally finish close status"),
        *(keyless(f"rest('{way.status.name}')", way.words.lower(), way.says, f"card.{way.id}",
                  group=GROUP, also=way.also) for way in WAYS),
    ]  # fmt: skip

    def possible(self, action: str) -> bool | None:
        """Grey out what a card that is put away cannot come to."""
        card = self.card_here()
        if action in ("rest", "rest_or_end"):
            return (card is not None and not card.away) or None
        return super().possible(action)

    @work
    async def action_rest(self, status: str) -> None:
        """Go one way straight, from the palette or the menu."""
        await self._go(Status[status], self.chosen())

    @work
    async def action_rest_or_end(self) -> None:
        """Choose a way, and what it needs to be told."""
        cards = self.chosen()
        ways = [way for way in WAYS if any(card.status != way.status for card in cards)]
        if len(cards) > 1:
            ways = [way for way in ways if way.status is not Status.REDIRECTED]
        options = [Option(way.words, way.key, way.more) for way in ways]
        title = cards[0].title if len(cards) == 1 else f"{len(cards)} cards"
        taken = await self.choose(title, options)
        if taken is not None:
            await self._go(ways[taken].status, cards)

    async def _go(self, status: Status, cards: list[Card]) -> None:
        if (what := await self._told_of(status, cards)) is not None:
            self.act(what)

    async def _told_of(
        self, status: Status, cards: list[Card]
    ) -> Callable[[], Change | None] | None:
        """Return the act, once what it needs has been said; None if that was left."""
        board = self.board
        plain = {Status.PAUSED: Board.pause, Status.LIVE: Board.resume}
        if status in plain:
            return partial(plain[status], board, *cards)
        if status is Status.STOPPED:
            return await self._stop(board, cards)
        if status is Status.REDIRECTED:
            return await self._redirect(board, cards[0])
        if status is Status.PUBLISHED:
            house = await self.ask_line(WHERE_READ, id="housed at")
            return None if house is None else partial(board.publish, *cards, housed_at=house)
        words = await self.ask_line("What was learned? (may stay empty)", id="learning")
        if words is None:
            return None
        verb_ = board.complete if status is Status.COMPLETED else board.hold_locally
        return partial(verb_, *cards, learning=words)

    async def _stop(self, board: Board, cards: list[Card]) -> Callable[[], Change] | None:
        reasons = stop_reasons()
        options = [
            Option(option.words, option.key, reason.help)
            for option, reason in zip(lettered([r.name for r in reasons]), reasons, strict=True)
        ]
        taken = await self.choose("Why does it stop?", options, at=None)
        return None if taken is None else partial(board.stop, reasons[taken].name, *cards)

    async def _redirect(self, board: Board, card: Card) -> Callable[[], Change] | None:
        here = [one for one in board.cards() if not Status(one.status).ended]
        others = [one for one in here if one.uid != card.uid]
        options = [Option("a new card", "n"), *lettered([one.title for one in others])]
        taken = await self.choose("Which card takes over?", options)
        if taken is None:
            return None
        if taken:
            return partial(board.redirect, card, to=others[taken - 1])
        title = await self.ask_line("Title of the new card", id=f"heir {card.uid}")
        return partial(board.redirect, card, title=title) if title else None
