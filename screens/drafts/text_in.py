"""A text on its way in: from a file by its path, or pasted; its comments come with it."""

import re
from pathlib import Path

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.decoding import LARGEST, Unreadable, decode
from cartui.exchange.draft_review import review
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.store.typed_path import is_folder, named, typed_path

ENDINGS = (".md", ".txt", ".markdown", ".text", "")
_WORD_FILES = (".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf")
_UNTITLED = 60


class NotRead(CartuiProblem):
    """A path from which no text can be read. Nothing was brought in."""


class TextIn(Struct, frozen=True, kw_only=True):
    """A text without comment marks, the comments that stood in it, where it came from."""

    text: str
    comments: tuple[CriticComment, ...]
    source: str

    @property
    def title(self) -> str:
        """A title to offer: the first heading or line, or else the file's own name."""
        first = next((line for line in self.text.splitlines() if line.strip()), "")
        words = clean(re.sub(r"^[#>*\s-]+|[*_`]+", "", first))
        named = clean(Path(self.source).stem.replace("-", " ").replace("_", " "))
        return words if len(words) <= _UNTITLED and words else named or words[:_UNTITLED]


def text_from(typed: str) -> TextIn:
    """Return the text of the file that a typed path means. Raises NotRead with what to do."""
    path = typed_path(typed)
    if path.suffix.lower() in _WORD_FILES:
        raise NotRead(
            f"{path.name} is a word processor's file. Save it as plain text or Markdown there, or "
            "copy its text and paste it here. Nothing was brought in."
        )
    if path.suffix.lower() not in ENDINGS:
        raise NotRead(f"{path.name} is neither .md nor .txt. Nothing was brought in.")
    return pasted(_read(path), path.name)


def pasted(text: str, source: str = "") -> TextIn:
    """Return a text with its comments apart."""
    reviewed = review(text)
    return TextIn(text=reviewed.text, comments=tuple(reviewed.comments), source=source)


def _read(path: Path) -> str:
    if is_folder(path):
        raise NotRead(f"{path} is a folder. Write the name of a file in it.")
    try:
        if path.stat().st_size > LARGEST:
            raise NotRead(f"{path.name} is larger than 20 MB. Nothing was brought in.")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise NotRead(f"There is no file {named(path)}. Look at the name and try again.") from None
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise NotRead(f"{path.name} was not read: {why}.") from error
    try:
        return decode(raw)[0]
    except Unreadable:
        raise NotRead(
            f"{path.name} holds no text that can be read. Save it as UTF-8 text. Nothing was "
            "brought in."
        ) from None
