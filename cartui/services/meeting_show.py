"""A meeting as the room sees it: welcome, the parts of its agenda, the next meeting, thanks."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from cartui.model.meetings import Segment
from cartui.services.meeting_pages import next_page, part_page, thanks_page, welcome_page
from cartui.services.meeting_running import RunningMeeting
from cartui.services.meetings import Meetings
from cartui.services.pages import Page
from cartui.services.public_clock import PublicClock, Reading


class Place(StrEnum):
    """Which kind of page the room sees."""

    WELCOME = "welcome"
    PART = "part"
    NEXT = "next"
    THANKS = "thanks"


class MeetingShow:
    """The pages of one meeting in their order; on a part of the agenda the meeting itself moves.

    `begin` begins the meeting, when one goes on from the welcome page; `lines_of` gives what
    stands on the page of a part without questions (the ground rules). `place` is where to begin.
    In a round, `round_page` adds where it stands, and `turn_person` goes on to the next person.
    """

    def __init__(
        self, running: RunningMeeting, begin: Callable[[], object],
        lines_of: Callable[[Segment], Sequence[str]] = lambda _: (), place: Place | None = None,
    ) -> None:  # fmt: skip
        self.running, self._begin, self._lines_of = running, begin, lines_of
        self.place = place or self._first()
        self.round_page: Callable[[Page], Page] = lambda page: page
        self.turn_person: Callable[[int], bool] = lambda _: False

    def _first(self) -> Place:
        if self.running.meeting.closed_at:
            return Place.THANKS
        begun = self.running.run is not None and self.running.here is not None
        return Place.PART if begun else Place.WELCOME

    @property
    def page(self) -> Page:
        """The page for the room."""
        running, meeting = self.running, self.running.meeting
        here, group = running.here, running.meetings.group.name
        if self.place is Place.PART and here is not None:
            return self.round_page(part_page(here, self._lines_of(here)))
        if self.place is Place.NEXT and (page := next_page(meeting)) is not None:
            return page
        if self.place is Place.WELCOME:
            return welcome_page(group, meeting)
        return thanks_page(group, running.meetings.beside(Meetings).following(meeting))

    @property
    def clock(self) -> PublicClock | None:
        """The clock of the part that is on; None on other pages."""
        return self.running.clock if self.place is Place.PART else None

    def reading(self) -> Reading | None:
        """Return what that clock says now."""
        return self.running.reading() if self.place is Place.PART else None

    def follow(self) -> "MeetingShow":
        """Be where the meeting is now, because it went on without this page."""
        self.place = self._first()
        return self

    # --- the keys

    def turn(self, steps: int) -> bool:
        """Go some pages on or back; False if there is none that way."""
        moved = False
        for _ in range(abs(steps)):
            moved = (self._on() if steps > 0 else self._back()) or moved
        return moved

    def _on(self) -> bool:
        running = self.running
        if self.place is Place.WELCOME:
            if running.run is None and not running.meeting.closed_at:
                self._begin()
            self.place = Place.PART if running.run and running.here else self._after_parts()
        elif self.place is Place.PART:
            if not running.turn(1):
                self.place = self._after_parts()
        elif self.place is Place.NEXT:
            self.place = Place.THANKS
        else:
            return False
        return True

    def _after_parts(self) -> Place:
        return Place.NEXT if self.running.meeting.slots else Place.THANKS

    def _back(self) -> bool:
        running = self.running
        if self.place is Place.WELCOME:
            return False
        if self.place is Place.PART and running.turn(-1):
            return True
        if self.place is Place.THANKS and running.meeting.slots:
            self.place = Place.NEXT
        elif self.place is not Place.PART and running.run and running.here:
            self.place = Place.PART
        else:
            self.place = Place.WELCOME
        return True

    def start_or_pause(self) -> None:
        """Let the clock run, or stand; on the welcome page this begins the meeting."""
        if self.place is Place.WELCOME and self.running.run is None:
            self._on()
        elif self.place is Place.PART:
            self.running.start_or_pause()
