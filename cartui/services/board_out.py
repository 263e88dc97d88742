"""Boards on their way out: pages for Markdown, as the stage of the room allows."""

from collections.abc import Callable, Iterable, Sequence

from cartui.exchange.board_markdown import BoardPage, CardLine, StageColumn
from cartui.model.cycles import Card, Move, Status
from cartui.model.views import PublicBoard, PublicCard
from cartui.services.board import Board
from cartui.services.places import time_in_stage

ENDED = "Out of the cycle"


def board_page(board: Board, called: Callable[[str], str], today: str) -> BoardPage:
    """Return a board as members may see it. `called` gives the name of a person's uid."""
    trails = board.trails()

    def line(card: Card) -> CardLine:
        return _member_line(card, trails.get(card.uid, ()), called, today)

    columns = [
        (stage.name, [line(card) for card in cards])
        for stage, cards in zip(board.stages(), board.columns(), strict=True)
    ]
    return BoardPage(
        title=board.group.name,
        about=(board.template.name, today),
        centre_rule=board.template.centre_rule,
        stages=_stages(columns, [line(card) for card in board.ended()]),
    )


def _member_line(
    card: Card, trail: Iterable[Move], called: Callable[[str], str], today: str
) -> CardLine:
    return CardLine(
        title=card.title,
        owners=_together(called(owner) for owner in card.owners),
        status=_status(card.status),
        time_in_stage=time_in_stage(card.stage_since, today),
        next_step=_together((card.next_step, called(card.next_owner), card.next_due)),
        trail=tuple(move.justification for move in trail),
    )


def public_page(board: PublicBoard, today: str) -> BoardPage:
    """Return a board as outsiders may see it: no next step, no trail, nobody named unasked."""
    columns: dict[str, list[CardLine]] = {stage.id: [] for stage in board.stages}
    first = next(iter(columns.values()))
    ended: list[CardLine] = []
    for card in board.cards:
        column = ended if card.ended else columns.get(card.stage, first)
        column.append(_public_line(card, today))
    return BoardPage(
        title=board.group,
        about=(board.cycle, today),
        centre_rule=board.centre_rule,
        stages=_stages([(stage.name, columns[stage.id]) for stage in board.stages], ended),
    )


def _public_line(card: PublicCard, today: str) -> CardLine:
    return CardLine(
        title=card.title,
        owners=_together(card.owners),
        status=_status(card.status),
        time_in_stage="" if card.ended else time_in_stage(card.since, today),
    )


def _stages(
    columns: Iterable[tuple[str, Sequence[CardLine]]], ended: Sequence[CardLine]
) -> tuple[StageColumn, ...]:
    """Return the stages with their cards, and last what has left the cycle, if anything has."""
    stages = [StageColumn(name=name, cards=tuple(cards)) for name, cards in columns]
    return (
        (*stages, StageColumn(name=ENDED, cards=tuple(ended), ended=True))
        if ended
        else tuple(stages)
    )


def _status(status: str) -> str:
    return "" if status == Status.LIVE else status


def _together(words: Iterable[str]) -> str:
    return ", ".join(filter(None, words))
