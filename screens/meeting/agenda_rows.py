"""What stands in the rows of an agenda, under them, and in the line above."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from rich.cells import cell_len

from cartui.services.agenda_lines import AgendaLine, Reckoning
from cartui.services.meeting_words import RAISED, segment_kinds, word_name
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="clock", title="Clock", least=5),
    Column(key="minutes", title="Min", least=3, right=True),
    Column(key="title", title="Part", least=30, share=3),
    Column(key="kind", title="Kind", least=12),
    Column(key="asks", title="Asks", least=4, right=True),
    Column(key="owner", title="Owner", least=10, share=1, rank=2),
    Column(key="resource", title="Resource", least=12, share=2, rank=3),
    Column(key="protected", title="", least=9, rank=1),
)

GIVING_WAY = {"title": 30, "owner": 10, "resource": 12}
"""The columns that are as wide as what stands in them, each with its least width."""


def fitted(lines: Sequence[AgendaLine]) -> tuple[Column, ...]:
    """Return the columns for these parts: none takes room that it does not fill."""
    wide = dict.fromkeys(GIVING_WAY, 0)
    keys = [column.key for column in COLUMNS]
    for cells in (face_of(line).cells for line in lines):
        wide |= {key: max(most, cell_len(cells[keys.index(key)])) for key, most in wide.items()}
    most = {key: max(GIVING_WAY[key], width) for key, width in wide.items()}
    return tuple(replace(c, most=most[c.key]) if c.key in most else c for c in COLUMNS)


def face_of(line: AgendaLine, *, away: bool = False) -> Face:
    """Return the row of one part."""
    segment = line.segment
    kind = word_name(segment_kinds(), segment.kind)
    title = f"{segment.title}: {line.about}" if line.about else segment.title
    asks = str(len(line.prompts)) if line.prompts else ""
    protected = "protected" if segment.protected else ""
    cells = (line.begins, str(segment.minutes), title, kind, asks, line.owner,
             segment.resource, protected)  # fmt: skip
    return Face(cells, "muted" if away else "")


def below(line: AgendaLine | None) -> Iterator[tuple[str, str]]:
    """Yield what the highlighted part puts before the room, for under the list."""
    if line is None:
        return
    segment = line.segment
    if line.about:
        yield f"Held on {line.about}", ""
    if segment.resource:
        yield f"Resource: {segment.resource}", ""
    yield from ((f"{number}  {text}", "name") for number, text in enumerate(line.prompts, 1))
    if segment.kind == RAISED and len(line.prompts) == len(segment.questions):
        yield "Nothing was raised yet. r on a card, a rule or a comment raises it.", "muted"
    elif not line.prompts:
        yield "No questions yet. w writes them, one on each line.", "muted"


def above(sum_: Reckoning, when: str, waiting: int) -> list[str]:
    """Return what stands above the list: the sum first, then the day, then what waits."""
    over = f"{mark('concern')} " if sum_.over > 0 else ""
    many, them = ("1 thing waits", "it") if waiting == 1 else (f"{waiting} things wait", "them")
    waits = [f"{many} to be raised, R takes {them} in"] if waiting else []
    return [f"{over}{sum_.words}", when, *waits]


def keys_of(lines: Sequence[AgendaLine]) -> list[str]:
    """Return what finding looks in, a text for each row."""
    return [
        " ".join((x.segment.title, x.about, x.owner, x.segment.kind, *x.prompts)).casefold()
        for x in lines
    ]
