"""One card as a Markdown page: the rigour of a case study, that is why it moved at each step."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class Passage(Struct, frozen=True, kw_only=True):
    """A heading with what stands under it, line by line."""

    heading: str
    lines: tuple[str, ...] = ()


class CardSheet(Struct, frozen=True, kw_only=True):
    """A card in words. `facts` stand under the title, then the trail, then everything else."""

    title: str
    facts: tuple[str, ...] = ()
    centre_rule: str = ""
    trail: tuple[Passage, ...] = ()
    others: tuple[tuple[str, tuple[Passage, ...]], ...] = ()


def card_markdown_out(sheet: CardSheet) -> str:
    """Return a card as Markdown; every text stands in it as plain text."""
    return "\n".join(_sheet(sheet)) + "\n"


def card_text_out(sheet: CardSheet) -> str:
    """Return a card as plain text, for a letter or a note: no sign of Markdown in it."""
    return "\n".join(_plain(sheet))


def _plain(sheet: CardSheet) -> Iterator[str]:
    yield sheet.title
    yield from sheet.facts
    for name, passages in (("Why it moved", sheet.trail), *sheet.others):
        if passages:
            yield from ("", name.upper())
        for passage in passages:
            yield passage.heading
            yield from (f"  {line}" for line in passage.lines)


def _sheet(sheet: CardSheet) -> Iterator[str]:
    yield f"# {literal(sheet.title) or 'Untitled'}"
    for fact in sheet.facts:
        for line in fact.splitlines():
            yield from ("", literal(line))
    if sheet.centre_rule:
        yield from ("", f"> {literal(sheet.centre_rule)}")
    for name, passages in (("Why it moved", sheet.trail), *sheet.others):
        if passages:
            yield from ("", f"## {literal(name)}")
        for passage in passages:
            yield from ("", f"### {literal(passage.heading)}")
            for line in passage.lines:
                yield from ("", literal(line))
