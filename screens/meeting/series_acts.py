"""What is done to meetings on the series: planning, the form, groups, slots, away and back."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.meeting_times import slot_words
from screens.meeting.groups_pick import GroupsPick
from screens.meeting.meeting_form import fill_meeting
from screens.meeting.raised_choice import choose_raised
from screens.meeting.series_list import GROUP, SeriesList
from screens.meeting.slots_choice import choose_slot
from screens.parts.keys import verb

ON_ONE = frozenset(
    {"edit_meeting", "put_away", "bring_back", "groups", "slots", "agenda", "zoom_meeting"}
)
IN_SERIES = ON_ONE - {"bring_back", "zoom_meeting"} | {"new_meeting"}
OURS = ON_ONE | IN_SERIES | {"raised", "find", "sort", "view", "take_out"}


class SeriesActs(SeriesList):
    """The verbs of the series, each by one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new_meeting", "new", "Plan a meeting: its day, perhaps hour and place",
             "meeting.new", group=GROUP, rank=10, also="add plan date schedule create meeting"),
        verb("e", "edit_meeting", "edit", "Open the form with every field of the meeting",
             "meeting.edit", group=GROUP, rank=12,
             also="change day time length venue place area kind title number"),
        verb("m", "groups", "groups", "Say which further groups take part",
             "meeting.groups", group=GROUP, rank=31, also="several cross-group joint together"),
        verb("S", "slots", "slots", "Offer days for the next meeting, pick one", "meeting.slots",
             group=GROUP, rank=14, also="next meeting date candidate choose when agree"),
        verb("R", "raised", "to raise", "See what is to be raised; take it in, put it back",
             "meeting.raised", group=GROUP, rank=32, also="raise agenda parked due reviews list"),
        verb("X", "put_away", "put away", "Put the meeting away; u or v brings it back",
             "meeting.put_away", group=GROUP, rank=33, also="delete remove cancel archive"),
        verb("X", "bring_back", "bring back", "Bring a meeting back into the series",
             "meeting.bring_back", group=GROUP, rank=11, also="restore"),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in OURS and (self.room is Room.PUBLIC or self._meetings() is None):
            return False
        if self.has_class("-form") and action in OURS:
            return False
        if (self.away and action in IN_SERIES) or (not self.away and action == "bring_back"):
            return False
        if action in ON_ONE and self.line is None:
            return None
        if action == "groups" and len(self.meetings.groups()) < 2:
            return None
        return super().check_action(action, parameters)

    def action_new_meeting(self) -> None:
        """Plan a meeting by one line, in the rhythm of those so far."""
        meetings = self.meetings

        def then(text: str | None) -> None:
            change = self.act(lambda: meetings.plan(text)) if text else None
            if change is not None:
                self.rows.highlight(change.about[0])

        value = slot_words(meetings.proposed()) + " "  # what is typed on to it is a word of its own
        self.ask("New meeting: day, start, place", then, value=value, id="meeting.new")

    def action_edit_meeting(self) -> None:
        """Open the form of the highlighted meeting."""
        if (meeting := self.meeting) is not None:
            self.open_form(*fill_meeting(self.form, self.here, meeting))

    def action_put_away(self) -> None:
        """Put the meeting away."""
        if (meeting := self.meeting) is not None:
            meetings = self.here
            self.act(lambda: meetings.put_away(meeting))

    def action_bring_back(self) -> None:
        """Bring the meeting back."""
        if (meeting := self.meeting) is not None:
            meetings = self.here
            self.act(lambda: meetings.bring_back(meeting))

    @work
    async def action_groups(self) -> None:
        """Choose the further groups that take part."""
        meetings, meeting = self.here, self.meeting
        if meeting is None:
            return
        others = [each for each in meetings.groups() if each.uid != meetings.group_uid]
        chosen = await self.app.push_screen_wait(GroupsPick(others, meeting.others))
        if chosen is not None and chosen != meeting.others:
            self.act(lambda: meetings.set_groups(meeting, chosen))

    @work
    async def action_slots(self) -> None:
        """Offer slots for the meeting after this one, and pick one."""
        if (meeting := self.meeting) is None:
            return
        change = await choose_slot(self, self.here, meeting, self.act)
        if change is not None:
            self.rows.highlight(change.about[0])

    @work
    async def action_raised(self) -> None:
        """See what is to be raised, and what became of it."""
        await choose_raised(self, self.here, self.meeting, self.act)
