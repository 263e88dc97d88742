"""One card on its way out, as members may see it: its trail of whys, its design, its dilemmas."""

from cartui.exchange.card_markdown import CardSheet, Passage
from cartui.model.cycles import Card, Move
from cartui.services.board import Board
from cartui.services.trail import is_owed


def card_page(board: Board, card: Card) -> CardSheet:
    """Return a card in words, for `card_markdown_out`."""
    facts = (
        ", ".join(board.owner_names(card)),
        card.area,
        f"{board.stage_of(card).name}, round {card.round}, {card.status}",
        f"Led to: {heir.title}" if (heir := board.find_card(card.led_to)) else "",
        f"Housed at: {card.housed_at}" if card.housed_at else "",
        card.learning,
    )
    return CardSheet(
        title=card.title,
        facts=tuple(fact for fact in facts if fact),
        centre_rule=board.template.centre_rule,
        trail=tuple(_passage(move) for move in board.trail(card)),
        others=(("Design", _design(board, card)), ("Dilemmas", _dilemmas(board, card))),
    )


def _passage(move: Move) -> Passage:
    step = move.status or f"{move.from_name} to {move.to_name}"
    if move.round > 1:
        step += f" (round {move.round})"
    said = move.justification.splitlines() or (["The why is owed."] if is_owed(move) else [])
    if move.agreed_with:
        said.append(f"Agreed with {move.agreed_with}")
    return Passage(heading=f"{move.at[:10]}: {step}", lines=tuple(said))


def _design(board: Board, card: Card) -> tuple[Passage, ...]:
    answers = board.designs.answers(card)
    return tuple(
        Passage(heading=field.title, lines=tuple(answers[field.id].splitlines()))
        for one in board.designs.completeness(card)
        for field in one.section.fields
        if field.id in answers
    )


def _dilemmas(board: Board, card: Card) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            heading=f"{one.kind}, {one.state}",
            lines=(*one.text.splitlines(), *one.handling.splitlines()),
        )
        for one in board.dilemmas.of(card)
    )
