"""One card on its way out, as members may see it: its trail of whys, its design, its dilemmas."""

from collections.abc import Sequence

from cartui.exchange.card_markdown import CardSheet, Passage
from cartui.model.cycles import Card, Move
from cartui.model.notes import Note
from cartui.services.board import Board
from cartui.services.trail import is_owed


def card_page(board: Board, card: Card, notes: Sequence[Note] = ()) -> CardSheet:
    """Return a card in words, with the group's `notes` on it, for members."""
    facts = (
        ", ".join(board.owner_names(card)),
        card.area,
        f"{board.stage_of(card).name}, round {card.round}, {card.status}",
        f"Scope: {card.scope_check}" if card.scope_check else "",
        f"Next step: {next_step(board, card)}" if card.next_step else "",
        f"Led to: {heir.title}" if (heir := board.find_card(card.led_to)) else "",
        f"The findings can be read at: {card.housed_at}" if card.housed_at else "",
        f"Learned: {card.learning}" if card.learning else "",
    )
    return CardSheet(
        title=card.title,
        facts=tuple(fact for fact in facts if fact),
        centre_rule=board.template.centre_rule,
        trail=tuple(_passage(move) for move in board.trail(card)),
        others=(
            ("Design", _design(board, card)),
            ("Dilemmas", _dilemmas(board, card)),
            ("Group notes", tuple(map(_note, notes))),
        ),
    )


def next_step(board: Board, card: Card) -> str:
    """Return what comes next, who does it and by when; "" if nothing is said."""
    if not card.next_step:
        return ""
    by = f"by {card.next_due}" if card.next_due else ""
    return ", ".join(filter(None, (card.next_step, board.person_name(card.next_owner), by)))


def _note(note: Note) -> Passage:
    heading = ", ".join(filter(None, (note.at[:10], note.by)))
    return Passage(heading=heading, lines=tuple(note.text.splitlines()))


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
