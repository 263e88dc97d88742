"""An area of a mail as what follows one another in it: quoted paragraphs, and what is said."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cartui.exchange.mails.mail import MailLine, Voice
from cartui.services.mail_areas import Area, Role

_SAYS = (Role.SAID, Role.TYPED)


class Stretch(Struct, frozen=True, kw_only=True):
    """Lines of one role and one level that follow one another, by their numbers in the area.

    A stretch of the draft is one paragraph of it; what is said goes on over blank lines.
    """

    role: Role
    level: int
    lines: tuple[int, ...]
    voice: Voice

    def words(self, lines: Sequence[MailLine]) -> list[str]:
        """Return the lines from the first to the last, blank ones too."""
        first, last = self.lines[0], self.lines[-1]
        return [line.text.rstrip() for line in lines[first : last + 1]]


def stretches(area: Area, voices: dict[int, Voice]) -> Iterator[Stretch]:
    """Yield the stretches of an area. `voices` are those met so far, by level."""
    lines: list[int] = []
    blank = False
    for at, line in enumerate(area.lines):
        if area.roles[at] is Role.BLANK:
            blank = True
            continue
        voices[line.level] = line.voice
        if lines and not _goes_on(area, lines[-1], at, blank):
            yield _stretch(area, lines, voices)
            lines = []
        lines.append(at)
        blank = False
    if lines:
        yield _stretch(area, lines, voices)


def _goes_on(area: Area, before: int, at: int, blank: bool) -> bool:
    role, level = area.roles[at], area.lines[at].level
    same = area.roles[before] is role and area.lines[before].level == level
    if role is area.roles[before] and (at in area.wrapped or before in area.wrapped):
        return True
    return same and not (blank and role in (Role.DRAFT, Role.MAIL))


def _stretch(area: Area, lines: Sequence[int], voices: dict[int, Voice]) -> Stretch:
    first = lines[0]
    role, level = area.roles[first], area.lines[first].level
    # What is typed among the lines of a mail is said by whoever answers that mail.
    voice = voices.get(level - 1, Voice()) if role is Role.TYPED else area.lines[first].voice
    return Stretch(role=role, level=level, lines=tuple(lines), voice=voice)


def says(stretch: Stretch) -> bool:
    """Whether somebody says something in it."""
    return stretch.role in _SAYS
