"""Moving cards, and the why that each move asks for."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from cartui.model.cycles import Card, Move, Status
from cartui.store.events import Change
from screens.cycle.card_screen import CardScreen
from screens.cycle.why_line import WhyLine, question, told
from screens.parts.choice import Option
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.parts.symbols import mark
from screens.parts.which_key import WhichKey

GROUP = "Move a card"


class MovingVerbs(CardScreen):
    """`>` `<` `m` and `l`. A move is never held up by its why."""

    NEEDS_CARD: ClassVar[frozenset[str]] = frozenset({"advance", "send_back", "move_to", "why"})
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign", "advance", "forward", "Move the card one stage on, or into its "
             "next round", "board.advance", group=GROUP, rank=10,
             also="next stage advance on round"),
        verb("less_than_sign", "send_back", "back", "Move the card one stage back", "board.back",
             group=GROUP, rank=11, also="previous stage return"),
        verb("m", "move_to", "move to", "Move the card to any stage: m, then its digit",
             "board.move", group=GROUP, rank=12, also="jump stage"),
        verb("l", "why", "why", "Write why the card moved (its justification)", "board.justify",
             group=GROUP, rank=13, also="justify justification reason owed trail"),
    ]  # fmt: skip

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.why_line = WhyLine()

    def possible(self, action: str) -> bool | None:
        """Grey out moves that lead nowhere."""
        card = self.card_here()
        if action == "advance":
            return self.board.can_advance(card) or None
        if action == "send_back":
            return self.board.can_send_back(card) or None
        if action == "move_to":
            return (card is not None and not Status(card.status).ended and not card.away) or None
        return super().possible(action)

    def action_advance(self) -> None:
        """Move on."""
        board, cards = self.board, self.chosen()
        self._moved(self.act(lambda: board.advance(*cards)))

    def action_send_back(self) -> None:
        """Move back."""
        board, cards = self.board, self.chosen()
        self._moved(self.act(lambda: board.send_back(*cards)))

    def action_move_to(self) -> None:
        """Move to the stage whose digit comes next."""
        stages = self.board.stages()
        options = [Option(stage.name, str(n % 10)) for n, stage in enumerate(stages, 1)]
        self.app.push_screen(WhichKey("Move to", options), partial(self._move_to, self.chosen()))

    def _move_to(self, cards: list[Card], index: int | None) -> None:
        if index is not None:
            board, stage = self.board, self.board.stages()[index].id
            self._moved(self.act(lambda: board.move_to(stage, *cards)))

    def _moved(self, change: Change | None) -> None:
        """Ask for the why of a change, without taking the focus."""
        moves = self.board.moves(change) if change is not None else []
        if owed := [move for move in moves if not (move.waived or move.justification)]:
            self.why_line.ask(owed, self._told(owed))

    def keep_why_true(self) -> None:
        """Ask no longer for the why of a move that is gone, or that has its why by now."""
        asked, board = self.why_line.moves, self.services.board()
        owed = board.still_owed(asked) if board is not None else []
        if not owed:
            self.why_line.leave()
        elif tuple(owed) != asked:
            self.why_line.ask(owed, self._told(owed))

    def _told(self, moves: Sequence[Move]) -> str:
        short = {stage.id: stage.short or stage.name for stage in self.board.stages()}
        return told(moves, self.board.card(moves[0].card).title, short)

    def _from_to(self, move: Move) -> str:
        """Return which move it was, in the stages' short names."""
        if move.status:
            return str(move.status)
        short = {stage.id: stage.short or stage.name for stage in self.board.stages()}
        ends = [(move.from_stage, move.from_name), (move.to_stage, move.to_name)]
        return f" {mark('arrow')} ".join(short.get(uid, name) for uid, name in ends if name)

    # --- the why

    def action_why(self) -> None:
        """Write the why just asked for; else the newest one owed; else reword the last."""
        moves = self.why_line.moves or self._newest()
        if moves:
            self.write_why(*moves)
        else:
            self.say("This card has not moved yet, so no why is owed.")

    def _newest(self) -> tuple[Move, ...]:
        card = self.card_here()
        if card is None:
            return ()
        moves = self.board.owed(card) or self.board.trail(card)
        return tuple(moves[-1:])

    def write_why(self, *moves: Move) -> None:
        """Ask for the why of moves; what is half typed is offered again next time."""
        board = self.board

        def write(text: str, was: str | None) -> Change:
            return board.justify(text, *moves, was=was)

        def again(text: str) -> None:
            ask(text)

        before = moves[0].justification if len(moves) == 1 else ""

        def then(text: str | None) -> None:
            if text and text != " ".join(before.split()):
                self.why_line.leave()
                reword(self, write, text, before, again, do=self.act)

        words = question(all(move.backward for move in moves))
        if moves != self.why_line.moves:
            words = f"{self._from_to(moves[0])}: {words}"  # not the one that was just made

        def ask(value: str) -> None:
            self.ask(words, then, value=value, id=f"why {moves[0].uid}")

        ask(" ".join(before.split()))
