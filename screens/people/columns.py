"""What stands in each column of the list of people, and in which order they give way."""

from collections.abc import Callable

from cartui.services.people_lines import PersonLine
from cartui.services.people_sieve import Sieve, Standing
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark
from screens.people.attending import LAST_4

NAME = Column(key="name", title="Name", least=20, most=44, share=3)
AGENCY = Column(key="agency", title="Agency", least=19, most=34, share=2, rank=1)
ROLE = Column(key="role", title="Role", least=20, most=30, share=2, rank=2)
GROUP = Column(key="group", title="Groups", least=12, most=30, share=2, rank=3)
AREA = Column(key="area", title="Area", least=12, most=24, share=1, rank=4)
PROFESSION = Column(key="profession", title="Profession", least=14, most=28, share=1, rank=5)
JOINED = Column(key="joined", title="Joined", least=10, most=10, rank=6)
LEFT = Column(key="left", title="Left", least=10, most=10, rank=1)


def role_words(line: PersonLine, group: str) -> str:
    """Return the role as a list shows it; the unpaid have a mark before the word."""
    role = line.role(group)
    return f"{mark('unpaid')} {role}" if line.unpaid and role else role


Cell = Callable[[PersonLine, str], str]
_CELLS: dict[str, Cell] = {
    "name": lambda line, group: line.name,
    "agency": lambda line, group: line.person.agency,
    "role": role_words,
    "group": lambda line, group: ", ".join(line.groups),
    "area": lambda line, group: line.person.area,
    "profession": lambda line, group: line.person.profession,
    "joined": lambda line, group: line.joined(group),
    "left": lambda line, group: line.left(group),
}


def columns_for(sieve: Sieve, *, met: bool = False) -> tuple[Column, ...]:
    """Return the columns of a view: one group needs no groups, those who left show when.

    Once a group has `met`, it shows how each was there.
    """
    last = LEFT if sieve.standing is Standing.LEFT else JOINED
    strip = (LAST_4,) if met else ()
    group = () if sieve.group else (GROUP,)
    return (NAME, AGENCY, ROLE, *strip, *group, AREA, PROFESSION, last)


def face_of(line: PersonLine, sieve: Sieve, last: str | None = None) -> Face:
    """Return one person's row, in the columns of the view; `last` is how they were there lately,
    None before there was any meeting.
    """
    columns = columns_for(sieve, met=last is not None)
    cells = tuple(
        last or "" if column is LAST_4 else _CELLS[column.key](line, sieve.group)
        for column in columns
    )
    gone = line.person.away or line.has_left
    return Face(cells, "muted" if gone else "")
