"""Attendance from People: the pass of the meeting that is on, or next, of the group shown."""

from typing import ClassVar

from textual.binding import BindingType

from screens.parts.keys import verb
from screens.people.attending import NO_MEETING, WHICH_GROUP
from screens.people.people_list import PeopleList


class AttendanceActs(PeopleList):
    """`a` on the list of people."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "attendance", "attendance", "Take attendance of the meeting that is on or next",
             "people.attendance", group="People", rank=14,
             also="present absent apologies who is here register"),
    ]  # fmt: skip

    def action_attendance(self) -> None:
        """Open the pass."""
        if self._attending is None:
            return
        if not (group := self.home):
            self.say(WHICH_GROUP, tone="problem")
            return
        presences = self._attending.presences(group)
        if (meeting := presences.in_hand()) is None:
            self.say(NO_MEETING, tone="problem")
            return
        self.taking.begin(presences, meeting)
