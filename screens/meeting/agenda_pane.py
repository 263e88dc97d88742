"""The agenda of a meeting, drawn by the line: what is done, what is on, what follows."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment as Painted
from textual.geometry import Region
from textual.strip import Strip

from cartui.model.meetings import Segment
from cartui.services.meeting_running import RunningMeeting
from screens.parts.cells import clip, fit
from screens.parts.one_line import OneLine, Piece
from screens.parts.symbols import mark

NO_AGENDA = "No agenda yet."
MINUTES = 4
"""Cells for the minutes at the end of a line; a time of day takes one more."""


class AgendaPane(OneLine):
    """All segments; the one that is on stays in sight. The last line is the locked end."""

    DEFAULT_CSS = """
    AgendaPane { width: 33; height: 1fr; padding: 0 1 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[list[Piece]] = ()
        self._shown: RunningMeeting | None = None
        self._at = 0

    def show(self, running: RunningMeeting) -> None:
        """Show the agenda as it is now."""
        before, top = self._rows, self._top
        self._shown, self._at = running, running.at
        self._rows = self._made(running)
        if top != self._top or len(before) != len(self._rows):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._rows, strict=True))
        changed = [Region(0, y - top, self.size.width, 1) for y, (was, now) in pairs if was != now]
        if changed:
            self.refresh(*changed)

    @property
    def _top(self) -> int:
        """Which row is the first in the window."""
        high = self.size.height
        return max(0, min(self._at - high // 2, len(self._rows) - high))

    def on_resize(self) -> None:
        """Fit the titles to the width."""
        if self._shown is not None:
            self._rows = ()
            self.show(self._shown)

    def render_line(self, y: int) -> Strip:
        """Draw a line of the window."""
        width, at = self.size.width, self._top + y
        row = self._rows[at] if at < len(self._rows) else []
        drawn = [Painted(text, self._look(look)) for text, look in row]
        return Strip(drawn).adjust_cell_length(width, self._look(""))

    def _made(self, running: RunningMeeting) -> list[list[Piece]]:
        width, now = self.size.width, Now(running)
        rows = [_row(number, segment, now, width) for number, segment in enumerate(running.agenda)]
        if (end := end_words(running)) and rows:
            rows.append([(line_of("     End", "", end, width), "muted")])
        return rows or [[(clip(NO_AGENDA, width), "muted")]]


class Now:
    """Where a meeting is while its agenda is drawn: asked once, not for each line."""

    def __init__(self, running: RunningMeeting) -> None:
        self.running = running
        self.at = running.at
        self.is_on = running.run is not None
        self.is_closed = bool(running.meeting.closed_at)


def _row(number: int, segment: Segment, now: Now, width: int) -> list[Piece]:
    here = now.is_on and number == now.at
    done = now.is_closed or (now.is_on and number < now.at)
    lead = mark("here") if here else mark("done") if done else " "
    ran = now.running.ran(segment) if done else 0
    minutes = round(ran / 60) if ran else now.running.minutes(segment)
    after = "done" if done else "fixed" if segment.protected else ""
    title = f"{lead} {number + 1:>2} {segment.title}"
    look = "strong" if here else "muted" if done else ""
    return [(line_of(title, after, f"{minutes or ''}", width), look)]


class AgendaLine(OneLine):
    """The agenda in one line, for a small window: what is on, and what follows."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, str] = ("", "")

    def show(self, running: RunningMeeting) -> None:
        """Show where the meeting is."""
        said = _here_and_next(running)
        if said != self._said:
            self._said = said
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """What is on, whole if it can be, and what follows where there is room."""
        here, following = self._said
        here = clip(here, width - 2)
        room = width - 4 - cell_len(here)
        rest = clip(following, room) if following and room >= 20 else ""
        return [(f" {here}", "strong"), (f"   {rest}" if rest else "", "muted")]


def line_of(title: str, word: str, last: str, width: int) -> str:
    """Return a line with `last` at its end; the title has all that the word before that leaves."""
    behind = (f"  {word}" if word else "") + f" {last:>{MINUTES}}"
    return (fit(title, max(1, width - cell_len(behind))) + behind)[:width]


def end_words(running: RunningMeeting) -> str:
    """Return the time of day of the locked end, on this machine's clock; "" if it is not known."""
    ends = running.ends
    return ends.astimezone().strftime("%H:%M") if ends is not None else ""


def _here_and_next(running: RunningMeeting) -> tuple[str, str]:
    agenda, at = running.agenda, running.at
    if at < 0:
        return (NO_AGENDA, "")
    if running.meeting.closed_at:
        parts = "part" if len(agenda) == 1 else "parts"
        return (f"{len(agenda)} {parts} on the agenda", "")  # that it is over stands below
    place = f"{at + 1} of {len(agenda)}" if running.run is not None else "Begins with"
    here = f"{place}  {agenda[at].title}"
    if at + 1 == len(agenda):
        return (here, f"last, ends {end}" if (end := end_words(running)) else "last")
    after = agenda[at + 1]
    return (here, f"then {after.title} {running.minutes(after) or ''}".rstrip())
