"""What was found in a paper: its text as Markdown, what was said of it, what was changed in it."""

from msgspec import Struct


class PaperComment(Struct, frozen=True, kw_only=True):
    """A comment as the file has it. `parent` is the id of the one it answers.

    `anchored_text` is the passage with what was deleted left out, None if there is no range;
    `deleted` is the passage of one that stands in deleted text alone. `start` and `end` are offsets
    in the Markdown, None for a comment that no place in the text refers to.
    """

    id: str
    author: str = ""
    initials: str = ""
    date: str = ""
    text: str = ""
    anchored_text: str | None = None
    referenced: bool = False
    parent: str | None = None
    resolved: bool = False
    deleted: str = ""
    start: int | None = None
    end: int | None = None


class PaperChange(Struct, frozen=True, kw_only=True):
    """A tracked change that holds text: an insertion, deletion, or one half of a move."""

    kind: str
    author: str = ""
    date: str = ""
    text: str = ""
    start: int = 0
    end: int = 0

    @property
    def takes_out(self) -> bool:
        """Whether its words are no longer in the text."""
        return self.kind in (DELETION, MOVED_AWAY)


INSERTION, DELETION = "insertion", "deletion"
MOVED_HERE, MOVED_AWAY = "moved here", "moved away"


class PaperCounts(Struct, frozen=True, kw_only=True):
    """How many there are of each: paragraphs and headings with and without words."""

    headings: int = 0
    lists: int = 0
    tables: int = 0
    footnotes: int = 0
    endnotes: int = 0
    paragraphs: int = 0


class Paper(Struct, frozen=True, kw_only=True):
    """A paper as it was read. `lists` of the counts are paragraphs that stand in a list."""

    text: str
    comments: tuple[PaperComment, ...] = ()
    changes: tuple[PaperChange, ...] = ()
    counts: PaperCounts = PaperCounts()
