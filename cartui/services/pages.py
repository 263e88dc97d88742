"""Pages for the room: what Present shows, in plain words that anybody in the room may read.

A page has no place for a record, a uid, a count or who said what, so that nothing else gets in.
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from cartui.model.text import clean
from cartui.model.views import PublicBoard, PublicCard

RULES_TITLE = "Our ground rules"
PASSAGE_TITLE = "From the draft"
MANY_STAGES = 6


class PageKind(StrEnum):
    """What a page is about; it decides how the words are set."""

    RULES = "rules"
    CARD = "card"
    PASSAGE = "passage"
    WORDS = "words"
    STEP = "step"
    PART = "part"
    CARRIED = "carried"


class Page(Struct, frozen=True, kw_only=True):
    """What is put before the room. `title` stands above, `lines` are paragraphs.

    `name` is what the page is about, if it has a name. The lines of a card are the stages of its
    cycle; it stands in the one numbered `here` from 0, in none if that is -1. `after` are
    paragraphs that follow them.
    """

    kind: PageKind
    title: str = ""
    name: str = ""
    lines: tuple[str, ...] = ()
    here: int = -1
    after: tuple[str, ...] = ()


def rules_page(words: Sequence[str], title: str = RULES_TITLE) -> Page | None:
    """Return the rules in their order, numbered; None if there is none."""
    lines = tuple(filter(None, (clean(each) for each in words)))
    return Page(kind=PageKind.RULES, title=clean(title), lines=lines) if lines else None


def card_page(board: PublicBoard, card: PublicCard) -> Page:
    """Return one card: where it stands in its cycle, or what became of it. No owner is named."""
    stages = [stage.id for stage in board.stages]
    in_cycle = not card.ended and card.stage in stages
    learned = f"Learned: {card.learning}" if card.learning else ""
    housed = f"Kept at: {card.housed_at}" if card.housed_at else ""
    became = card.status if card.ended else ""
    after = (became, f"Led to: {card.led_to}" if card.led_to else "", learned, housed)
    return Page(
        kind=PageKind.CARD,
        title=clean(_begun_large(", ".join(filter(None, (card.kind, card.area))))),
        name=clean(card.title),
        lines=_stages(board) if in_cycle else (),
        here=stages.index(card.stage) if in_cycle else -1,
        after=tuple(filter(None, (clean(each) for each in after))),
    )


def _begun_large(text: str) -> str:
    """Return a text as it stands at the head of a page."""
    return text[:1].upper() + text[1:]


def _stages(board: PublicBoard) -> tuple[str, ...]:
    """Return the stages by name; of a long cycle by short name, so that all stand on one page."""
    many = len(board.stages) > MANY_STAGES
    return tuple(clean((many and stage.short) or stage.name) for stage in board.stages)


def passage_page(passage: str, title: str = PASSAGE_TITLE) -> Page | None:
    """Return a passage of a draft as it is read aloud, paragraph by paragraph; None if empty."""
    return _text(PageKind.PASSAGE, title, passage)


def carried_page(told: Sequence[str], title: str) -> Page:
    """Return what rules carried: headings, and below each its rules as "4 Start on time"."""
    return Page(kind=PageKind.CARRIED, title=clean(title), lines=tuple(map(clean, told)))


def step_page(step: str, prompt: str, ask: str, passage: str) -> Page:
    """Return a step of a critique round: its name, its prompt, what was asked for, the passage."""
    text = _text(PageKind.STEP, step, passage)
    return Page(
        kind=PageKind.STEP,
        title=clean(step),
        name=clean(prompt),
        lines=text.lines if text is not None else (),
        after=tuple(filter(None, (clean(ask),))),
    )


def words_page(words: str, title: str = "") -> Page | None:
    """Return words typed for the room, set in the middle; None if there are none.

    A time of day at the end, or a number alone, is set in large digits.
    """
    return _text(PageKind.WORDS, title, words)


def group_page(programme: str, group: str, about: Sequence[str] = ()) -> Page:
    """Return a group by its name, with a few words on what it is that its name does not say."""
    name = clean(group)
    said = (clean(each) for each in about)
    lines = tuple(each for each in said if each and each.casefold() not in name.casefold())
    return Page(kind=PageKind.WORDS, title=clean(programme), name=name, lines=lines)


def _text(kind: PageKind, title: str, text: str) -> Page | None:
    paragraphs = clean(text, lines=True).split("\n\n")
    lines = tuple(filter(None, (each.strip("\n") for each in paragraphs)))
    return Page(kind=kind, title=clean(title), lines=lines) if lines else None
