"""What a file would bring, said before anything is written."""

from collections.abc import Iterator, Sequence

from cartui.model.text import clean
from cartui.services.draft_found import found_in
from cartui.services.draft_incoming import Incoming
from cartui.services.found_words import counted, in_words
from cartui.services.names_found import NameFound
from screens.drafts.text_in import TextIn

NAMES = 6
"""How many names are said; of more it is said how many."""


def arrival_words(text: TextIn, seen: Incoming) -> str:
    """Return what is in a file, who speaks in it, and what becomes of the comments of before."""
    return "\n".join(_lines(text, seen))


def _lines(text: TextIn, seen: Incoming) -> Iterator[str]:
    yield clean(text.source)
    if text.file is not None:
        yield from in_words(found_in(text.file))
    if seen.known:
        yield f"{counted(seen.known, 'comment')} here already."
    if seen.carried:
        yield f"Comments of before: {seen.carried}."
    if members := [each for each in seen.speakers if each.sure and each.person]:
        yield f"Known here: {_named(members)}."
    if others := [each for each in seen.speakers if not (each.sure and each.person)]:
        yield f"Nobody here is called so, and the name stays: {_named(others)}."
    yield ""
    yield "Nothing is written before you press Enter."


def _named(speakers: Sequence[NameFound]) -> str:
    most = sorted(speakers, key=lambda each: -each.says)
    named = [f"{each.name} ({each.says:,})" for each in most[:NAMES]]
    if len(most) > NAMES:
        named.append(f"{len(most) - NAMES:,} more")
    return ", ".join(named)
