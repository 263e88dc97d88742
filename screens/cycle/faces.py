"""Pictures of a board: for members from its cards, for outsiders from the public view alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from cartui.model.cycles import Card, Stage, Status
from cartui.model.views import PublicBoard, PublicCard, PublicStage
from cartui.services.board import Board
from screens.cycle.ends import ENDS, gone, gone_line
from screens.cycle.picture import BoardPicture, CardFace, Head


class View(StrEnum):
    """What the board shows; `v` goes round. ENDED has a column for each way to leave the cycle."""

    COLUMNS = "columns"
    ENDED = "ended and put away"
    OWED = "whys owed"
    DENSE = "dense"


class Sorting(StrEnum):
    """The order within each column; `s` goes round."""

    OWN = "own order"
    LONGEST = "longest here first"
    TITLE = "title"
    OWNER = "owner"


AWAY = ("Put away", "Away")
NO_CARDS = (
    "No cards yet. Press n to write the first one.\n"
    "A card is one case study or inquiry. h says what a stage is for."
)
NONE_NOW = "No card is in the cycle now."
ON_TO_ENDED = {View.COLUMNS: "v shows", View.DENSE: "v goes on to"}
NOTHING_OWED = "No why is owed. Press v for the other views."
NOTHING_ENDED = "No card has left the cycle. On the board, x pauses, stops or publishes one."


def members_picture(board: Board, view: View, order: Sorting) -> BoardPicture:
    """Return the board as the group sees it."""
    owed = board.owed_counts()
    columns = _ended(board) if view is View.ENDED else board.columns()
    if view is View.OWED:
        columns = [[card for card in column if owed.get(card.uid)] for column in columns]
    if order is not Sorting.OWN:
        key = _sort_key(board, order)
        columns = [sorted(column, key=key) for column in columns]
    by_uid = {card.uid: card for column in columns for card in column}
    left = [(card.stage, card.status) for card in board.ended()] if view in ON_TO_ENDED else []
    empty = NO_CARDS if not left else f"{NONE_NOW} Press n to write one."
    return BoardPicture(
        heads=_end_heads(away=True) if view is View.ENDED else _heads(board.stages()),
        columns=[[card.uid for card in column] for column in columns],
        face=lambda uid: _members_face(board, by_uid[uid], owed),
        keys=lambda: {uid: _key(board, card) for uid, card in by_uid.items()},
        empty={View.OWED: NOTHING_OWED, View.ENDED: NOTHING_ENDED}.get(view, empty),
        dense=view is View.DENSE,
        gone=_gone([stage.id for stage in board.stages()], left),
        foot=gone_line([status for _, status in left], ON_TO_ENDED.get(view, "")),
    )


def public_picture(board: PublicBoard, view: View) -> BoardPicture:
    """Return the board as outsiders see it; there is no way here to anything of the group's."""
    by_uid = {card.uid: card for card in board.cards}
    ended = view is View.ENDED
    places = [status.value for status, *_ in ENDS] if ended else [s.id for s in board.stages]
    columns: list[list[str]] = [[] for _ in places]
    for card in board.cards:
        place = card.status if ended else card.stage
        if card.ended == ended:
            columns[places.index(place) if place in places else 0].append(card.uid)
    everyone = [(card.stage, card.status) for card in board.cards if card.ended]
    left = everyone if view in ON_TO_ENDED else []
    return BoardPicture(
        heads=_end_heads(away=False) if ended else _heads(board.stages),
        columns=columns,
        face=lambda uid: _public_face(by_uid[uid]),
        keys=lambda: {uid: _public_key(card) for uid, card in by_uid.items()},
        empty=NONE_NOW if left else "Nothing to show here yet.",
        dense=view is View.DENSE,
        gone=_gone([stage.id for stage in board.stages], left),
        foot=gone_line([status for _, status in left], ON_TO_ENDED.get(view, "")),
    )


def _gone(stages: Sequence[str], left: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return for each stage which cards ended there; a stage that is unknown counts as the first.

    `left` are (stage, status) of the cards that have left the cycle; without any, [] is returned.
    """
    if not left:
        return []
    found: list[list[str]] = [[] for _ in stages]
    for stage, status in left:
        found[stages.index(stage) if stage in stages else 0].append(status)
    return [gone(statuses) for statuses in found]


def _heads(stages: Iterable[Stage | PublicStage]) -> tuple[Head, ...]:
    return tuple(
        Head(number, stage.name, stage.short or stage.name)
        for number, stage in enumerate(stages, 1)
    )


def _end_heads(*, away: bool) -> tuple[Head, ...]:
    words = [(name, short) for _, name, short in ENDS] + ([AWAY] if away else [])
    return tuple(Head(0, name, short) for name, short in words)


def _ended(board: Board) -> list[list[Card]]:
    gone = board.ended()
    columns = [[card for card in gone if card.status == status.value] for status, *_ in ENDS]
    return [*columns, board.cards(away=True)]


def _members_face(board: Board, card: Card, owed: Mapping[str, int]) -> CardFace:
    notes = [board.time_in_stage(card) if not Status(card.status).ended else card.stop_reason]
    if card.round > 1:
        notes.append(f"round {card.round}")
    if card.next_step:
        due = f" by {card.next_due}" if card.next_due else ""
        notes.append(f"next: {card.next_step}{due}")
    return CardFace(
        title=card.title,
        who=_several(board.owner_names(card)),
        notes=tuple(note for note in notes if note),
        owed=owed.get(card.uid, 0),
        paused=card.status == Status.PAUSED,
    )


def _public_face(card: PublicCard) -> CardFace:
    notes = [card.stop_reason if card.ended else card.time_in_stage, card.area]
    if card.round > 1:
        notes.append(f"round {card.round}")
    return CardFace(
        title=card.title,
        who=_several(card.owners),
        notes=tuple(note for note in notes if note),
        paused=card.status == Status.PAUSED,
    )


def _several(names: Sequence[str]) -> str:
    if len(names) > 1:
        return f"{names[0]} +{len(names) - 1}"
    return names[0] if names else ""


def _key(board: Board, card: Card) -> str:
    words = (card.title, card.area, card.kind, card.next_step, *board.owner_names(card))
    return " ".join(words).lower()


def _public_key(card: PublicCard) -> str:
    return " ".join((card.title, card.area, card.kind, *card.owners)).lower()


def _sort_key(board: Board, order: Sorting) -> Callable[[Card], str]:
    if order is Sorting.LONGEST:
        return lambda card: card.stage_since
    if order is Sorting.TITLE:
        return lambda card: card.title.lower()
    return lambda card: ", ".join(board.owner_names(card)).lower() or "\uffff"
