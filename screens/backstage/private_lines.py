"""The lines of a private panel, and how they break in a narrow place."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from screens.parts.cells import wrap

Act = Callable[[], None]
MARGIN = 2
INDENT = 2
WIDEST = 90
"""No line of text is wider, however much room there is."""


class PrivateLine(Struct, frozen=True, kw_only=True):
    """One private thing in a panel: a title, its words, and what may be done with it.

    `edit` and `away` begin an act, None where there is none; `share` lets the group see it.
    `log` makes a contact of it. A line without `edit` is a heading or a remark and is stepped
    over. `key` tells it apart from the other lines, so that the highlight stays on it when the
    panel is read again.
    """

    key: str
    title: str = ""
    text: str = ""
    quiet: bool = False
    edit: Act | None = None
    away: Act | None = None
    share: Act | None = None
    log: Act | None = None


class Drawn(Struct, frozen=True):
    """One line of cells: which private line it is of, and whether it is the first of it.

    `title` is the part that stands in the title's look, `text` the rest.
    """

    index: int
    first: bool
    title: str
    text: str


def draw(lines: Sequence[PrivateLine], width: int) -> list[Drawn]:
    """Return every line broken to `width` cells; what runs on is set in by two."""
    return [drawn for index, line in enumerate(lines) for drawn in _one(index, line, width)]


def _one(index: int, line: PrivateLine, width: int) -> Iterable[Drawn]:
    title = f"{line.title}: " if line.title and line.text else line.title
    room = min(width, WIDEST) - MARGIN - INDENT
    whole = wrap(title + line.text, max(4, room))
    kept = min(len(title), len(whole[0]))
    yield Drawn(index, True, whole[0][:kept], whole[0][kept:])
    for rest in whole[1:]:
        yield Drawn(index, False, "", " " * INDENT + rest)
