"""What the board shows, without any widget: stages, cards in columns, and faces of cards."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len

from screens.parts.cells import clip


class CardFace(Struct, frozen=True):
    """A card as the board shows it. `notes` are short words in order of weight.

    `owed` and `paused` become a mark with a word beside it, `who` names its owners.
    """

    title: str
    who: str = ""
    notes: tuple[str, ...] = ()
    owed: int = 0
    paused: bool = False


class Head(Struct, frozen=True):
    """The head of a column: the stage's number (0 where no key goes there), and its names."""

    number: int
    name: str
    short: str

    def label(self, width: int) -> str:
        """Return the longest wording of the stage that `width` cells have room for."""
        first = self.short.split(" ")[0]
        initials = "".join(word[0] for word in self.short.split()).upper()
        number = f"{self.number} " if self.number else ""
        for words in (self.name, self.short, first):
            if cell_len(number + words) <= width:
                return number + words
        if width >= 7:
            return clip(number + self.short, width)
        for words in (initials, self.short[:1].upper()):
            if cell_len(number + words) <= width:
                return number + words
        return number.strip()


class BoardPicture(Struct, frozen=True, kw_only=True):
    """A whole board: one list of card uids for each head, and how to draw or find one of them.

    `face` is asked only for cards that are on the screen; `keys` are lower-cased search texts.
    `gone` says of each column which cards ended there, `foot` of the whole board; both in several
    wordings, the longest first, those of a column with line breaks.
    """

    heads: tuple[Head, ...]
    columns: Sequence[Sequence[str]]
    face: Callable[[str], CardFace]
    keys: Callable[[], Mapping[str, str]]
    empty: str = ""
    dense: bool = False
    gone: Sequence[Sequence[str]] = ()
    foot: Sequence[str] = ()


def no_picture(words: str = "") -> BoardPicture:
    """Return a board without stages, which says only these words."""
    return BoardPicture(heads=(), columns=(), face=CardFace, keys=dict, empty=words)
