"""Opening the pass over a meeting from a screen, and keeping it true while it is open."""

from collections.abc import Callable

from cartui.model.meetings import Meeting
from cartui.services.presences import Presences
from screens.parts.frame import FrameScreen


class TakingAttendance:
    """The pass of one screen. The screen calls `show_again` when it reads anew itself."""

    def __init__(self, screen: FrameScreen) -> None:
        self._screen = screen
        self._read_open: Callable[[], None] | None = None

    def begin(self, presences: Presences, meeting: Meeting) -> None:
        """Open the pass over a meeting."""
        from screens.parts.pass_opened import pass_over  # noqa: PLC0415 - not at the start

        opened = pass_over(self._screen, presences, meeting)
        self._read_open = opened.show_again
        self._screen.app.push_screen(opened, self._done)

    def show_again(self) -> None:
        """Read the pass anew, if it is open."""
        if self._read_open is not None:
            self._read_open()

    def _done(self, _: None) -> None:
        self._read_open = None
        self._screen.read_again()
