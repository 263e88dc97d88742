"""Attendance on People: a strip for each person, the signs in words, and how the pass is opened."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from cartui.model.meetings import Presence
from cartui.services.people_lines import PersonLine
from cartui.services.presences import Presences
from cartui.services.presences_series import Mark, Strips, in_words
from cartui.services.presences_words import GONE, NOT_NOTED, NOT_YET, SIGNS
from screens.parts.columns import Column
from screens.parts.symbols import mark

LAST = 4
LAST_4 = Column(key="last", title=f"Last {LAST}", least=7, most=7, rank=1)
STATES = (*(each.value for each in Presence), NOT_YET, GONE, NOT_NOTED)
NO_MEETING = "No meeting to take attendance of yet. 6 shows the meetings; n there plans one."
WHICH_GROUP = "Several groups meet. v shows one group; then a opens its pass."


class Attending(Struct, frozen=True):
    """What People knows of meetings: the strips, and the pass of a group by its uid."""

    strips: Strips
    presences: Callable[[str], Presences]


def strip(marks: Sequence[Mark]) -> str:
    """Return the signs of some meetings, the newest last, one blank between."""
    return " ".join(mark(SIGNS[each.state]) for each in marks)


def marks_of(strips: Strips | None, line: PersonLine, group: str = "") -> list[Mark]:
    """Return a person's marks at the meetings of a group, or of all their groups."""
    if strips is None:
        return []
    return strips.of(line.uid, [m for m in line.memberships if group in ("", m.group)])


def legend(shown: Iterable[Mark]) -> str:
    """Return the signs that stand in some strips, each with its word."""
    states = {each.state for each in shown}
    return "  ".join(f"{mark(SIGNS[each])} {each}" for each in STATES if each in states)


def series_words(marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Yield a person's whole series: the strip, its sum, and where it was not simply present."""
    if not marks:
        return
    yield "", ""
    yield f"At {len(marks)} meeting{'' if len(marks) == 1 else 's'}", "word"
    yield strip(marks), ""
    yield in_words(marks), ""
    other = [each for each in marks if each.state not in (Presence.PRESENT, NOT_YET, GONE)]
    for each in other[-8:]:
        called = f"meeting {each.meeting.number}" if each.meeting.number else each.meeting.title
        yield f"{each.state}: {', '.join(filter(None, (called, each.meeting.on)))}", "muted"
