"""The pass over a meeting, made for a screen: what it reads, and what its keys do there."""

from cartui.model.meetings import Meeting
from cartui.model.problems import NotFoundHere
from cartui.services.meeting_words import meeting_name
from cartui.services.presences import Pass, Presences
from cartui.services.wall_clock import long_day
from cartui.store.events import Change
from screens.parts.attendance_pass import AttendancePass, PassActs
from screens.parts.frame import FrameScreen


def pass_over(screen: FrameScreen, presences: Presences, meeting: Meeting) -> AttendancePass:
    """Return the pass over a meeting; what is done in it is done by the screen."""

    def read() -> Pass | None:
        try:
            found = presences.pass_over(meeting)
        except NotFoundHere:
            return None
        return None if found.meeting.away else found

    def mark(person: str, state: str) -> Change | None:
        return screen.do(lambda: presences.mark(meeting, {person: state}))

    acts = PassActs(
        read=read,
        mark=mark,
        rest=lambda: screen.do(lambda: presences.rest(meeting)),
        unsaved=lambda: bool(screen.around.unsaved.here(screen.room)),
    )
    asked = "Who is coming?" if presences.is_ahead(meeting) else "Who is here?"
    return AttendancePass(f"{asked} {name_of(meeting)}", acts)


def name_of(meeting: Meeting) -> str:
    """Return what a meeting is called before members: its title, or its number, and its day."""
    return ", ".join(filter(None, (meeting_name(meeting), long_day(meeting.on))))
