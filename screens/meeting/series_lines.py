"""What stands in the rows of the series, and in the pane beside it."""

from collections.abc import Iterator, Sequence

from cartui.services.agenda_lines import AgendaLine, Reckoning
from cartui.services.meeting_times import long_slot_words
from cartui.services.meeting_words import meeting_kinds, word_name
from cartui.services.meetings_lines import HELD, NEXT, NOW, PAST, MeetingLine
from cartui.services.meetings_raised import ToRaise
from screens.parts.columns import Column
from screens.parts.reading import Led
from screens.parts.rows import Face
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="number", title="No", least=3, right=True),
    Column(key="when", title="When", least=27),
    Column(key="title", title="Meeting", least=13, share=2),
    Column(key="place", title="Where", least=9, share=2, rank=2),
    Column(key="stands", title="", least=8, most=11, share=3),
    Column(key="came", title="There", least=8, rank=1, right=True),
)
FOR_OUTSIDERS = tuple(column for column in COLUMNS if column.key != "came")
NONE_YET = "No agenda yet. d opens it; there t takes a template."
NONE_KEPT = "It has no agenda. d opens one."
AHEAD = (NOW, NEXT, "")
"""What stands beside a meeting that is still to be held."""
SIGNS = {HELD: "done", NOW: "here", NEXT: "here"}

UNDER_CLOCK = " " * len("14:00")
"""What stands before what belongs to the part above."""


def face_of(line: MeetingLine) -> Face:
    """Return a meeting's row; those held are muted, the coming one strong."""
    sign = mark(SIGNS[line.stands]) if line.stands in SIGNS else ""
    stands = " ".join(filter(None, (sign, line.stands)))
    number = str(line.meeting.number or "")
    tone = {HELD: "muted", NOW: "strong", NEXT: "strong"}.get(line.stands, "")
    return Face((number, line.when, line.title, line.place, stands, line.came), tone)


def facts_of(
    line: MeetingLine,
    agenda: Sequence[AgendaLine],
    sum_: Reckoning,
    raised: Sequence[ToRaise],
    *,
    public: bool,
) -> Iterator[Led]:
    """Yield what is known of a meeting: before outsiders only what they may see."""
    yield from _about(line, public=public)
    yield from _agenda(line, agenda, sum_, public=public)
    if not public and raised and line.stands in AHEAD:
        yield "", "", ""
        yield "", "To raise", "word"
        yield from (("", f"{mark('owed')} {each.words}", "") for each in raised)
    if line.meeting.slots:
        yield "", "", ""
        yield "", "Offered for the next meeting", "word"
        for number, slot in enumerate(line.meeting.slots, start=1):
            yield str(number), long_slot_words(slot), ""


def _about(line: MeetingLine, *, public: bool) -> Iterator[Led]:
    meeting = line.meeting
    name = f"Meeting {meeting.number}" if meeting.number else "Meeting"
    yield "", f"{name}: {line.title}", "name"
    yield "", line.when, ""
    if line.place:
        yield "", line.place, ""
    kind = word_name(meeting_kinds(), meeting.kind)
    if meeting.title and kind:
        yield "", kind, "muted"
    if line.groups:
        yield "", f"With {', '.join(line.groups)}", ""
    if line.came and not public:
        yield "", f"There: {line.came}", ""
    if meeting.slot_agreed_by and not public:
        yield "", f"Time and place: {meeting.slot_agreed_by}", "muted"


def _agenda(
    line: MeetingLine, agenda: Sequence[AgendaLine], sum_: Reckoning, *, public: bool
) -> Iterator[Led]:
    yield "", "", ""
    if not agenda:
        if not public:
            yield "", NONE_KEPT if line.stands in (HELD, PAST) else NONE_YET, "muted"
        return
    yield "", f"Agenda: {sum_.words}", "word"
    for each in agenda:
        protected = ", protected" if each.segment.protected else ""
        owner = f", {each.owner}" if each.owner else ""
        words = f"{each.segment.title}, {each.segment.minutes} min{owner}{protected}"
        yield each.begins, words, ""
        if each.about:
            yield UNDER_CLOCK if each.begins else "", f"on {each.about}", "muted"
