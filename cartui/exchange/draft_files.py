"""A draft's file on its way in: Markdown or plain text, its comments read out of it."""

from pathlib import PurePath

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.decoding import LARGEST, Unreadable, letters
from cartui.exchange.draft_review import review
from cartui.exchange.markdown_blocks import blocks

READ = (".md", ".markdown", ".txt")
_SAFE = "Nothing was brought in."
_AS_TEXT = "Save it as plain text or Markdown and bring in that file."
_OTHER_KINDS = (
    (b"PK\x03\x04", "This is a word processor's document or a zipped file"),
    (b"\xd0\xcf\x11\xe0", "This is an older Word or Excel file"),
    (b"%PDF", "This is a PDF"),
    (b"{\\rtf", "This is a word processor's file"),
)


class DraftFile(Struct, frozen=True, kw_only=True):
    """A draft as a file holds it. `title` is its first heading, or else the name of the file."""

    title: str
    text: str
    source: str
    comments: tuple[CriticComment, ...] = ()


def read_draft(raw: bytes, name: str, words: CriticWords | None = None) -> DraftFile:
    """Return the draft in a file of that name; "-" is taken for Markdown.

    `words` are the names, lenses and tones known here. Raises Unreadable for other kinds of file,
    for what is empty, too large, or not text.
    """
    ending = PurePath(name).suffix.lower()
    if name != "-" and ending not in READ:
        kind = f"“{ending}”" if ending else "without an ending"
        raise Unreadable(
            f"Drafts are read from {', '.join(READ[:-1])} and {READ[-1]} files; {name} is of the "
            f"kind {kind}. {_SAFE} {_AS_TEXT}"
        )
    reviewed = review(_text(raw), words)
    if not reviewed.text.strip():
        raise Unreadable(f"There are no words in it. {_SAFE}")
    source = "" if name == "-" else PurePath(name).name
    return DraftFile(
        title=_title(reviewed.text) or PurePath(source).stem,
        text=reviewed.text,
        source=source,
        comments=reviewed.comments,
    )


def _text(raw: bytes) -> str:
    """Return the text of a file. Raises Unreadable."""
    if len(raw) > LARGEST:
        raise Unreadable(f"The file is larger than 20 MB, too large for a draft. {_SAFE}")
    for start, says in _OTHER_KINDS:
        if raw.startswith(start):
            raise Unreadable(f"{says}, whatever its name. {_SAFE} {_AS_TEXT}")
    try:
        text, _ = letters(raw)
    except Unreadable:
        raise Unreadable(
            f"The letters of this file cannot be read. {_SAFE} Save it again as UTF-8."
        ) from None
    if "\0" in text:
        raise Unreadable(f"This is not a text file: it holds NUL characters. {_SAFE}")
    return text


def _title(text: str) -> str:
    return next((each.content for each in blocks(text) if each.kind == "heading"), "").strip()
