"""Catching what is said: one letter, one line, Enter; from any part of the meeting."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.model.meetings import CaptureKind
from cartui.model.rooms import Room
from cartui.services.captures import Captures
from screens.meeting.capture_acts import GROUP, ON_A_LINE, CaptureActs
from screens.meeting.live_screen import LiveScreen, LiveServices
from screens.parts.keys import verb
from screens.parts.subject import Subject

FRONT_ONLY = frozenset({Room.MEMBERS})
ASKS: dict[CaptureKind, str] = {
    CaptureKind.ACTION: "Action (ben: ask for the log, fri)",
    CaptureKind.DECISION: "Decision (two topics go on; all agreed)",
    CaptureKind.PARKED: "Parked",
    CaptureKind.QUESTION: "Question",
    CaptureKind.NOTE: "Note for the group",
}


class LiveCapturing(CaptureActs, LiveScreen):
    """`A` `D` `P` `Q` and, before the room, `c`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("A", "capture('action')", "action", "Note an action: whose, what, until when",
             "live.action", group=GROUP, rank=3, also="task todo due who"),
        verb("D", "capture('decision')", "decision", "Note a decision, and how it was reached",
             "live.decision", group=GROUP, rank=4, also="agreed decided vote"),
        verb("P", "capture('parked')", "parked", "Park something for another time",
             "live.parked", group=GROUP, rank=5, also="parking later"),
        verb("Q", "capture('question')", "question", "Note a question that stays open",
             "live.question", group=GROUP, rank=5, also="ask open"),
        verb("c", "capture('note')", "note", "Write a note for the group, in its record",
             "live.note", group=GROUP, rank=7, rooms=FRONT_ONLY, also="write remark minutes"),
    ]  # fmt: skip

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self.captures = services.wall.beside(Captures)

    def show_again(self) -> None:
        """Read what was caught anew."""
        super().show_again()
        today = self.captures.today()
        lines = self.captures.captured(self.meeting)
        self.captured.show_lines(lines, self.captures.short_owner_of, today)

    def possible(self, action: str) -> bool | None:
        """A line can be changed where there is one, and only a decision was reached somehow."""
        if action in ON_A_LINE:
            return self.can_be_done(action)
        return super().possible(action)

    def subject(self) -> Subject | None:
        """The line in hand while its list has the focus; else what the page is about."""
        here = self.captured.in_hand
        if here is None or not self.captured.has_focus:
            return super().subject()
        line = self.captures.line_of(here)
        return Subject(here.uid, f"“{here.text}”", self.captures.group_uid, line)

    # --- catching

    def action_capture(self, kind: str) -> None:
        """Ask for one line; it belongs to the part that is on now."""
        captures, meeting, what = self.captures, self.meeting, CaptureKind(kind)
        segment = here.uid if self.is_on and (here := self.segment) is not None else ""

        def then(text: str | None) -> None:
            if not text:
                return
            if self.act(lambda: captures.capture(meeting, segment, what, text)) is None:
                return
            if unsure := captures.unsure(what, text, meeting):
                self.say(unsure, aside="u undo")

        self.ask(ASKS[what], then, id=f"live.{kind}.{meeting.uid}")
