"""Opening the pass over a meeting from a screen, and keeping it true while it is open."""

from typing import TYPE_CHECKING

from cartui.model.meetings import Meeting
from cartui.model.problems import NotFoundHere
from cartui.services.meeting_words import meeting_name
from cartui.services.presences import Pass, Presences
from cartui.services.wall_clock import long_day
from cartui.store.events import Change
from screens.parts.frame import FrameScreen

if TYPE_CHECKING:
    from screens.parts.attendance_pass import AttendancePass, PassActs


class TakingAttendance:
    """The pass of one screen. The screen calls `show_again` when it reads anew itself."""

    def __init__(self, screen: FrameScreen) -> None:
        self._screen = screen
        self._open: AttendancePass | None = None

    def begin(self, presences: Presences, meeting: Meeting) -> None:
        """Open the pass over a meeting."""
        from screens.parts.attendance_pass import AttendancePass  # noqa: PLC0415 - not at the start

        asked = "Who is coming?" if presences.is_ahead(meeting) else "Who is here?"
        acts = self._acts(presences, meeting)
        self._open = AttendancePass(f"{asked} {name_of(meeting)}", acts)
        self._screen.app.push_screen(self._open, self._done)

    def show_again(self) -> None:
        """Read the pass anew, if it is open."""
        if self._open is not None:
            self._open.show_again()

    def _done(self, _: None) -> None:
        self._open = None
        self._screen.read_again()

    def _acts(self, presences: Presences, meeting: Meeting) -> "PassActs":
        from screens.parts.attendance_pass import PassActs  # noqa: PLC0415 - as above

        screen = self._screen

        def read() -> Pass | None:
            try:
                found = presences.pass_over(meeting)
            except NotFoundHere:
                return None
            return None if found.meeting.away else found

        def mark(person: str, state: str) -> Change | None:
            return screen.do(lambda: presences.mark(meeting, {person: state}))

        return PassActs(
            read=read,
            mark=mark,
            rest=lambda: screen.do(lambda: presences.rest(meeting)),
            unsaved=lambda: bool(screen.around.unsaved.here(screen.room)),
        )


def name_of(meeting: Meeting) -> str:
    """Return what a meeting is called before members: its title, or its number, and its day."""
    return ", ".join(filter(None, (meeting_name(meeting), long_day(meeting.on))))


__all__ = ["TakingAttendance", "name_of"]
