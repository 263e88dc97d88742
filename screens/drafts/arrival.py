"""What a file would bring, said before anything is written."""

from collections.abc import Iterator

from cartui.model.text import clean
from cartui.services.draft_found import found_in
from cartui.services.draft_incoming import Incoming
from cartui.services.found_words import counted, in_words
from screens.drafts.text_in import TextIn


def arrival_words(text: TextIn, seen: Incoming) -> str:
    """Return what is in a file, and what becomes of the comments of before.

    Who speaks in it stands in a table of its own.
    """
    return "\n".join(_lines(text, seen))


def _lines(text: TextIn, seen: Incoming) -> Iterator[str]:
    yield clean(text.source)
    if text.file is not None:
        yield from in_words(found_in(text.file))
    if seen.known:
        yield f"{counted(seen.known, 'comment')} here already."
    if seen.carried:
        yield f"Comments of before: {seen.carried}."
    if not seen.speakers:
        yield ""
        yield "Nothing is written before you press Enter."
