"""The record of a meeting as Markdown, and as plain text for a mail of the facilitator's own."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class RecordPart(Struct, frozen=True, kw_only=True):
    """A part of a record: a heading, lines, and what stands there when there are none."""

    title: str
    lines: tuple[str, ...] = ()
    otherwise: str = ""


class RecordPage(Struct, frozen=True, kw_only=True):
    """A record in words; `about` are lines such as its day and place."""

    title: str
    about: tuple[str, ...] = ()
    parts: tuple[RecordPart, ...] = ()


def record_markdown_out(page: RecordPage) -> str:
    """Return a record as Markdown; every text stands in it as plain text."""
    return "\n".join(_markdown(page)) + "\n"


def record_text_out(page: RecordPage) -> str:
    """Return a record as plain text, to be pasted."""
    return "\n".join(_text(page)) + "\n"


def _markdown(page: RecordPage) -> Iterator[str]:
    yield f"# {literal(page.title) or 'Record'}"
    for line in filter(None, page.about):
        yield from ("", literal(line))
    for part in page.parts:
        yield from ("", f"## {literal(part.title)}", "")
        yield from (f"- {literal(line)}" for line in part.lines)
        if not part.lines:
            yield literal(part.otherwise)


def _text(page: RecordPage) -> Iterator[str]:
    yield page.title
    yield from filter(None, page.about)
    for part in page.parts:
        yield from ("", part.title)
        yield from (f"- {line}" for line in part.lines)
        if not part.lines:
            yield part.otherwise
