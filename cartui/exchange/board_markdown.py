"""A cycle board as a Markdown page: stages, cards, and why each card moved."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class CardLine(Struct, frozen=True, kw_only=True):
    """One card in words. The caller has already left out what this stage of the room may not see.

    `trail` holds the justifications, oldest first; an empty text is left out of the page.
    """

    title: str
    owners: str = ""
    status: str = ""
    time_in_stage: str = ""
    next_step: str = ""
    trail: tuple[str, ...] = ()


class StageColumn(Struct, frozen=True, kw_only=True):
    """One stage of the cycle and the cards that stand in it, in order.

    `ended` says that it is no stage, but holds the cards that have left the cycle.
    """

    name: str
    cards: tuple[CardLine, ...] = ()
    ended: bool = False


class BoardPage(Struct, frozen=True, kw_only=True):
    """A whole board in words. `about` holds lines for under the title (group, round, date)."""

    title: str
    about: tuple[str, ...] = ()
    centre_rule: str = ""
    stages: tuple[StageColumn, ...] = ()


def board_markdown_out(page: BoardPage) -> str:
    """Return the board as Markdown; every text stands in it as plain text."""
    return "\n".join(_page(page)) + "\n"


def _page(page: BoardPage) -> Iterator[str]:
    yield f"# {literal(page.title) or 'Board'}"
    for line in filter(None, page.about):
        yield from ("", literal(line))
    if page.centre_rule:
        yield from ("", f"> {literal(page.centre_rule)}")
    for number, stage in enumerate(page.stages, start=1):
        numbered = "" if stage.ended else f"{number}. "
        yield from ("", f"## {numbered}{literal(stage.name)} ({len(stage.cards)})", "")
        if not stage.cards:
            yield "Nothing yet."
        for card in stage.cards:
            yield from _card(card)


def _card(card: CardLine) -> Iterator[str]:
    beside = " · ".join(literal(t) for t in (card.owners, card.status, card.time_in_stage) if t)
    yield f"- **{literal(card.title) or 'Untitled'}**" + (f" · {beside}" if beside else "")
    if card.next_step:
        yield f"  - Next: {literal(card.next_step)}"
    for why in filter(None, card.trail):
        yield f"  - Why: {literal(why)}"
