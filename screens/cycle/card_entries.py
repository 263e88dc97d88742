"""What stands on a card's page, entry by entry, for the group's own eyes."""

from collections.abc import Iterator, Sequence

from cartui.model.cycles import Card, Move, Status
from cartui.model.notes import Note
from cartui.services.board import Board
from cartui.services.card_out import next_step
from cartui.services.trail import is_owed
from screens.cycle.entries import Entry
from screens.cycle.why_line import question
from screens.parts.cells import clip
from screens.parts.symbols import mark

LABEL = 18


def card_entries(board: Board, card: Card, notes: Sequence[Note]) -> list[Entry]:
    """Return the whole page."""
    return [
        *_standing(board, card),
        *_trail(board, card),
        *_design(board, card),
        *_dilemmas(board, card),
        *_notes(notes),
    ]


def _standing(board: Board, card: Card) -> Iterator[Entry]:
    yield Entry(label="The card")
    yield Entry(key="title", label="Title", text=card.title)
    yield Entry(key="stage", label="Stage", text=_where(board, card))
    yield Entry(key="status", label="Status", text=_status(card))
    yield _said("owners", "Owners", ", ".join(board.owner_names(card)), "w says who")
    yield _said("say:kind", "Kind", card.kind, "Enter writes it")
    yield _said("say:area", "Area", card.area, "Enter writes it")
    yield _said("next", "Next step", next_step(board, card), "d writes it")
    yield _said("say:scope_check", "Scope", card.scope_check, "achievable? deep enough?")
    for other in board.led_here(card):
        yield Entry(key=f"card:{other.uid}", label="Came from", text=other.title)
    if card.led_to and (heir := board.find_card(card.led_to)) is not None:
        yield Entry(key=f"card:{heir.uid}", label="Led to", text=heir.title)
    if card.housed_at or card.status == Status.PUBLISHED:
        yield _said("say:housed_at", "Read it at", card.housed_at, "where the findings are")
    if card.learning or Status(card.status).ended:
        yield _said("say:learning", "Learned", card.learning, "Enter writes it")


def _said(key: str, label: str, text: str, otherwise: str) -> Entry:
    return Entry(key=key, label=label, text=text or otherwise, tone="" if text else "muted")


def _where(board: Board, card: Card) -> str:
    stage = board.stage_of(card)
    number = board.stages().index(stage) + 1
    words = [f"{number} {stage.name}", f"round {card.round}"]
    if not Status(card.status).ended:
        words.append(board.time_in_stage(card))
    return ", ".join(word for word in words if word)


def _status(card: Card) -> str:
    words = f"{mark('parked')} paused" if card.status == Status.PAUSED else card.status
    return f"{words}: {card.stop_reason}" if card.stop_reason else words


def _trail(board: Board, card: Card) -> Iterator[Entry]:
    moves = board.trail(card)
    owed = sum(map(is_owed, moves))
    count = "" if not owed else f"{mark('owed')} {owed} owed, l writes the newest"
    yield Entry(label="Why it moved", text=count)
    if not moves:
        yield Entry(key="none:trail", text="It has not moved yet.", tone="muted")
    for move in moves:
        yield Entry(key=f"move:{move.uid}", label=move.at[:10], text=_move(move))


def _move(move: Move) -> str:
    where = f"{move.from_name} {mark('arrow')} {move.to_name}"
    if move.status:
        became = "taken up again" if move.status == Status.LIVE else move.status
        where = f"{became} in {move.to_name}"
    elif move.round > 1:
        where += f" (round {move.round})"
    if is_owed(move):
        asked = question(move.backward).lower()
        return f"{where}\n{mark('owed')} owed: {asked}  Enter writes it"
    said = [move.justification, f"Agreed with {move.agreed_with}" if move.agreed_with else ""]
    return "\n".join([where, *filter(None, said)])


def _design(board: Board, card: Card) -> Iterator[Entry]:
    sections = board.designs.completeness(card)
    done, of = sum(one.answered for one in sections), sum(one.of for one in sections)
    yield Entry(label="Design", text=f"{done} of {of} filled in, D opens it")
    for one in sections:
        bar = "=" * one.answered + "." * (one.of - one.answered)
        words = f"{one.answered} of {one.of}  [{bar}]"
        tone = "" if one.answered else "muted"
        yield Entry(key=f"design:{one.section.id}", label=one.section.title, text=words, tone=tone)


def _dilemmas(board: Board, card: Card) -> Iterator[Entry]:
    found = board.dilemmas.of(card)
    ways = "Enter rewords, settles or puts one away, a adds one" if found else "a adds one"
    yield Entry(label="Dilemmas", text=ways)
    if not found:
        yield Entry(key="none:dilemmas", text="None written down.", tone="muted")
    for one in found:
        handled = f"\nHandled: {one.handling}" if one.handling else ""
        label = clip(one.kind, LABEL)
        state = one.state if label == one.kind else f"{one.kind}, {one.state}"
        text = f"{state}\n{one.text}{handled}"
        yield Entry(key=f"dilemma:{one.uid}", label=label, text=text)


def _notes(notes: Sequence[Note]) -> Iterator[Entry]:
    yield Entry(label="Group notes", text="the group reads these")
    if not notes:
        yield Entry(key="none:notes", text="None yet.", tone="muted")
    for note in notes:
        text = f"{note.text}\n{note.by}" if note.by else note.text
        yield Entry(key=f"note:{note.uid}", label=note.at[:10], text=text)
