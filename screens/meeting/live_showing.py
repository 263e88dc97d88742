"""What goes before the room: welcome, the part that is on, the next meeting, thanks; the check."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.meetings import Segment
from cartui.services.meeting_things import CRITIQUE
from cartui.services.meeting_words import RAISED
from cartui.services.stepping import Steps
from screens.meeting.live_run import LiveRun
from screens.meeting.live_screen import GROUP
from screens.parts.keys import keyless, verb

TAKES_IN = "d opens the agenda, where R takes in what waits."
NOT_YET = "No times are offered for the next meeting yet."
NO_DRAFT = "No draft is chosen for this critique yet. d opens the agenda, and b there chooses one."


class LiveShowing(LiveRun):
    """`p`, `s`, and Enter, which opens what a part is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("s", "stage_check", "stage check", "See exactly what the room will see: the welcome "
             "page, and this page on FRONT", "live.check", group=GROUP, rank=3,
             also="projector welcome before people arrive test"),
        verb("enter,z", "open_part", "open part", "Open what this part is about: the critique "
             "round of a draft, a card, the rules, what was raised", "live.open", group=GROUP,
             rank=4, also="critique card rules draft raised to raise"),
        keyless("show_place('welcome')", "welcome page", "Show the welcome page to the room",
                "live.welcome", group=GROUP, also="arrive begin projector"),
        keyless("show_place('next')", "next meeting", "Show the times offered for the next "
                "meeting to the room", "live.show_next", group=GROUP, also="slots dates projector"),
        keyless("show_place('thanks')", "thank-you page", "Show the thank-you page to the room",
                "live.thanks", group=GROUP, also="end goodbye projector"),
    ]  # fmt: skip

    def possible(self, action: str) -> bool | None:
        """The check is for before it begins; a part is opened while it is on."""
        if action == "stage_check":
            return not self.is_on and not self.meeting.closed_at
        if action == "open_part":
            return self.is_on and (self.opens() is not None or self._may_be_empty())
        return super().possible(action)

    def present_steps(self) -> Steps:
        """Return the pages of the meeting, at where it is."""
        return self.show_at("")

    def show_at(self, place: str) -> Steps:
        """Return the pages of the meeting, beginning at "welcome", "next" or "thanks", if said."""
        from cartui.services.meeting_show import MeetingShow, Place  # noqa: PLC0415 - once shown

        begins = Place(place) if place else None
        return MeetingShow(self.running, self.begin_now, self.lines_of, begins)

    def lines_of(self, segment: Segment) -> tuple[str, ...]:
        """Return what stands on the page of a part that has no questions: the rules, if any."""
        return self.services.lines_of(segment)

    def action_stage_check(self) -> None:
        """Show the welcome page; in BACK first say what of this page the room does not see."""
        self.post_message(self.MeetingShown(self.show_at("welcome"), checked=True))

    def action_show_place(self, place: str) -> None:
        """Show one of the pages to the room."""
        if place == "next" and not self.meeting.slots:
            self.say(NOT_YET)
        else:
            self.post_message(self.MeetingShown(self.show_at(place)))

    # --- what a part is about

    def opens(self) -> object:
        """Return what Enter opens: a draft's uid, a page; None for nothing. Parts add to this."""
        here = self.segment
        if here is None:
            return None
        return self.services.draft_of(here) or self.services.page_of(here)

    def _may_be_empty(self) -> bool:
        """Whether Enter answers here in any case: it says what is missing, and how it comes."""
        return self.segment is not None and self.segment.kind in (CRITIQUE, RAISED)

    def action_open_part(self) -> None:
        """Open what this part is about."""
        if (here := self.segment) is None:
            return
        if here.kind == RAISED:
            self._open_raised()
        elif draft := self.services.draft_of(here):
            self.post_message(self.CritiqueWanted(draft, group=self.services.wall.group_uid))
        elif (page := self.services.page_of(here)) is not None:
            self.post_message(self.PresentWanted(page))
        else:
            self.say(NO_DRAFT)

    @work
    async def _open_raised(self) -> None:
        """Show what was raised, and go to what is chosen; the meeting goes on meanwhile."""
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - not at the start
        from screens.meeting.raised_choice import open_raised  # noqa: PLC0415

        meetings = self.services.wall.beside(Meetings)
        await open_raised(self, meetings, self.meeting, TAKES_IN)

    def _turned(self) -> None:
        super()._turned()
        self.post_message(self.MeetingTurned())
