"""What stands in the rows of an agenda, under them, and in the line above."""

from collections.abc import Iterator, Sequence

from cartui.services.agenda_lines import AgendaLine, Reckoning
from cartui.services.meeting_words import segment_kinds, word_name
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
    if not line.prompts:
        yield "No questions yet. w writes them, one on each line.", "muted"


def above(sum_: Reckoning, when: str, waiting: int) -> list[str]:
    """Return what stands above the list: the sum first, then the day, then what waits."""
    over = f"{mark('concern')} " if sum_.over > 0 else ""
    many = "1 thing waits" if waiting == 1 else f"{waiting} things wait"
    return [f"{over}{sum_.words}", when, *([f"{many} to be raised, R takes in"] if waiting else [])]


def keys_of(lines: Sequence[AgendaLine]) -> list[str]:
    """Return what finding looks in, a text for each row."""
    return [
        " ".join((x.segment.title, x.about, x.owner, x.segment.kind, *x.prompts)).casefold()
        for x in lines
    ]
