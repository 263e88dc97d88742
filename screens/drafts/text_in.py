"""A text on its way in: from a file by its path, or pasted; its comments come with it."""

import re
from pathlib import Path

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.decoding import LARGEST, Unreadable
from cartui.exchange.draft_files import READ, DraftFile, is_paper, read_draft
from cartui.exchange.draft_review import review
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.store.typed_path import is_folder, named, typed_path

PLAIN = (".text", "")
ENDINGS = (*READ, *PLAIN)
_OTHER_FILES = (".pages", ".pdf")
_UNTITLED = 60


class NotRead(CartuiProblem):
    """A path from which no text can be read. Nothing was brought in."""


class TextIn(Struct, frozen=True, kw_only=True):
    """A text without comment marks, the comments that stood in it, where it came from.

    `file` is the file it was read from, None for a paste; `names` are whose names were decided.
    """

    text: str
    comments: tuple[CriticComment, ...]
    source: str
    file: DraftFile | None = None
    names: dict[str, str] = {}

    @property
    def original(self) -> bytes:
        """The file as it was received."""
        return self.file.original if self.file is not None else b""

    @property
    def title(self) -> str:
        """A title to offer: the first heading or line, or else the file's own name."""
        first = next((line for line in self.text.splitlines() if line.strip()), "")
        words = clean(re.sub(r"^[#>*\s-]+|[*_`]+", "", first))
        named = clean(Path(self.source).stem.replace("-", " ").replace("_", " "))
        return words if len(words) <= _UNTITLED and words else named or words[:_UNTITLED]


def text_from(typed: str, words: CriticWords | None = None) -> TextIn:
    """Return the text of the file that a typed path means. Raises NotRead with what to do.

    `words` are the names, lenses and tones known here.
    """
    path = typed_path(typed)
    if path.suffix.lower() in _OTHER_FILES:
        raise NotRead(
            f"{path.name} is of a kind that is not read. Save it as .docx, .odt, .md or .txt, or "
            "copy its text and paste it here. Nothing was brought in."
        )
    if path.suffix.lower() not in ENDINGS and not is_paper(path.name):
        raise NotRead(f"{path.name} is neither .docx, .odt, .md nor .txt. Nothing was brought in.")
    name = path.name if path.suffix.lower() not in PLAIN else f"{path.name}.txt"
    try:
        file = read_draft(bytes_of(path), name, words)
    except Unreadable as problem:
        raise NotRead(str(problem)) from None
    return TextIn(text=file.text, comments=file.comments, source=path.name, file=file)


def pasted(text: str, source: str = "") -> TextIn:
    """Return a text with its comments apart."""
    reviewed = review(text)
    return TextIn(text=reviewed.text, comments=tuple(reviewed.comments), source=source)


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes. Raises NotRead with what to do."""
    if is_folder(path):
        raise NotRead(f"{path} is a folder. Write the name of a file in it.")
    try:
        if path.stat().st_size > LARGEST:
            raise NotRead(f"{path.name} is larger than 20 MB. Nothing was brought in.")
        return path.read_bytes()
    except FileNotFoundError:
        raise NotRead(f"There is no file {named(path)}. Look at the name and try again.") from None
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise NotRead(f"{path.name} was not read: {why}.") from error
