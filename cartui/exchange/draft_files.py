"""A draft's file on its way in: its text, and its comments read out of it, whatever its kind."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.decoding import LARGEST, Unreadable, letters
from cartui.exchange.draft_review import review
from cartui.exchange.markdown_blocks import blocks

if TYPE_CHECKING:
    from cartui.exchange.papers.found import Paper

PAPERS = (".docx", ".odt")
"""Word processors' files that are read."""
READ = (*PAPERS, ".md", ".markdown", ".txt")
_NEARLY = (".docm", ".dotx", ".dotm", ".doc", ".ott", ".rtf")
_SAFE = "Nothing was brought in."
_AS_TEXT = "Save it as .docx, .odt, Markdown or plain text and bring in that file."
_OTHER_KINDS = (
    (b"PK\x03\x04", "This is a word processor's document or a zipped file"),
    (b"\xd0\xcf\x11\xe0", "This is an older Word or Excel file"),
    (b"%PDF", "This is a PDF"),
    (b"{\\rtf", "This is a word processor's file"),
)


class DraftFile(Struct, frozen=True, kw_only=True):
    """A draft as a file holds it. `title` is its first heading, or else the name of the file.

    `original` is the file as it was received, b"" for what came by no file; `paper` is what a word
    processor's file says beyond that.
    """

    title: str
    text: str
    source: str
    comments: tuple[CriticComment, ...] = ()
    original: bytes = b""
    paper: "Paper | None" = None


def is_paper(name: str) -> bool:
    """Whether a file's name says that a word processor has written it."""
    return PurePath(name).suffix.lower() in PAPERS + _NEARLY


def read_draft(raw: bytes, name: str, words: CriticWords | None = None) -> DraftFile:
    """Return the draft in a file of that name; "-" is taken for Markdown.

    `words` are the names, lenses and tones known here. Raises Unreadable for other kinds of file,
    for what is empty, too large, or not text.
    """
    ending = PurePath(name).suffix.lower()
    if is_paper(name):
        return _from_paper(raw, PurePath(name).name, words)
    if name != "-" and ending not in READ:
        kind = f"“{ending}”" if ending else "without an ending"
        raise Unreadable(
            f"Drafts are read from {', '.join(READ[:-1])} and {READ[-1]} files; {name} is of the "
            f"kind {kind}. {_SAFE} {_AS_TEXT}"
        )
    reviewed = review(_text(raw), words)
    source = "" if name == "-" else PurePath(name).name
    return DraftFile(
        title=_title(reviewed.text) or PurePath(source).stem,
        text=_with_words(reviewed.text),
        source=source,
        comments=reviewed.comments,
        original=raw if source else b"",
    )


def _from_paper(raw: bytes, source: str, words: CriticWords | None) -> DraftFile:
    """Return the draft in a word processor's file. Raises Unreadable."""
    if len(raw) > LARGEST:
        raise Unreadable(f"The file is larger than 20 MB, too large for a draft. {_SAFE}")
    # Who brings in no paper does not wait for what reads them.
    from cartui.exchange.papers.reader import read_paper  # noqa: PLC0415
    from cartui.exchange.papers.said import said_in  # noqa: PLC0415

    paper = read_paper(raw)
    return DraftFile(
        title=_title(paper.text) or PurePath(source).stem,
        text=_with_words(paper.text),
        source=source,
        comments=said_in(paper, words),
        original=raw,
        paper=paper,
    )


def _with_words(text: str) -> str:
    if not text.strip():
        raise Unreadable(f"There are no words in it. {_SAFE}")
    return text


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
