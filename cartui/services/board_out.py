"""Boards on their way out: pages for Markdown, as the stage of the room allows."""

from collections.abc import Callable, Iterable

from cartui.exchange.board_markdown import BoardPage, CardLine, StageColumn
from cartui.model.cycles import Card, Status
from cartui.model.views import PublicBoard, PublicCard
from cartui.services.board import Board
from cartui.services.places import time_in_stage

ENDED = "Out of the cycle"


def board_page(board: Board, called: Callable[[str], str], today: str) -> BoardPage:
    """Return a board as members may see it. `called` gives the name of a person's uid."""

    def line(card: Card) -> CardLine:
        next_step = filter(None, (card.next_step, called(card.next_owner), card.next_due))
        return CardLine(
            title=card.title,
            owners=_together(called(owner) for owner in card.owners),
            status=_status(card.status),
            time_in_stage=time_in_stage(card.stage_since, today),
            next_step=_together(next_step),
            trail=tuple(move.justification for move in board.trail(card)),
        )

    columns = [
        StageColumn(name=stage.name, cards=tuple(line(card) for card in cards))
        for stage, cards in zip(board.stages(), board.columns(), strict=True)
    ]
    if ended := board.ended():
        columns.append(StageColumn(name=ENDED, cards=tuple(line(card) for card in ended)))
    return BoardPage(
        title=board.group.name,
        about=(board.template.name, today),
        centre_rule=board.template.centre_rule,
        stages=tuple(columns),
    )


def public_page(board: PublicBoard, today: str) -> BoardPage:
    """Return a board as outsiders may see it: no next step, no trail, nobody named unasked."""

    def line(card: PublicCard) -> CardLine:
        return CardLine(
            title=card.title,
            owners=_together(card.owners),
            status=_status(card.status),
            time_in_stage="" if card.ended else time_in_stage(card.since, today),
        )

    columns = [
        StageColumn(
            name=stage.name,
            cards=tuple(line(c) for c in board.cards if c.stage == stage.id and not c.ended),
        )
        for stage in board.stages
    ]
    if ended := [card for card in board.cards if card.ended]:
        columns.append(StageColumn(name=ENDED, cards=tuple(line(card) for card in ended)))
    return BoardPage(
        title=board.group,
        about=(board.cycle, today),
        centre_rule=board.centre_rule,
        stages=tuple(columns),
    )


def _status(status: str) -> str:
    return "" if status == Status.LIVE else status


def _together(words: Iterable[str]) -> str:
    return ", ".join(filter(None, words))
