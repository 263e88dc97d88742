"""What was said of a draft as a Markdown page for its author: by lens, with what was decided."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class Saying(Struct, frozen=True, kw_only=True):
    """One comment in words. `passage` is "" for the whole draft; `decided` may be left empty.

    `about` says who and how ("Ben, question"); `notes` are lines such as replies.
    """

    passage: str
    text: str
    about: str = ""
    decided: str = ""
    notes: tuple[str, ...] = ()


class FeedbackPage(Struct, frozen=True, kw_only=True):
    """The feedback on one draft. `parts` are the lenses by name, each with its comments."""

    title: str
    about: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[Saying, ...]], ...] = ()


def feedback_markdown_out(page: FeedbackPage) -> str:
    """Return the feedback as Markdown; every text stands in it as plain text."""
    return "\n".join(_page(page)) + "\n"


def _page(page: FeedbackPage) -> Iterator[str]:
    yield f"# {literal(page.title) or 'Feedback'}"
    for line in filter(None, page.about):
        yield from ("", literal(line))
    if not page.parts:
        yield from ("", "No comments yet.")
    for name, sayings in page.parts:
        yield from ("", f"## {literal(name)} ({len(sayings)})")
        for saying in sayings:
            yield from _saying(saying)


def _saying(saying: Saying) -> Iterator[str]:
    yield ""
    yield f"> {literal(saying.passage)}" if saying.passage else "On the whole draft."
    for line in filter(None, (each.strip() for each in saying.text.splitlines())):
        yield from ("", literal(line))
    yield ""
    for line in filter(None, (saying.about, saying.decided, *saying.notes)):
        yield f"- {literal(line)}"
