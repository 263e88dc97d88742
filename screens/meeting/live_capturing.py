"""Catching what is said: one letter, one line, Enter; from any part of the meeting."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cartui.model.meetings import Capture, CaptureKind
from cartui.model.rooms import Room
from cartui.services.captures import Captures, owes_how
from cartui.store.events import Change
from screens.meeting.captured_pane import CapturedPane
from screens.meeting.live_screen import LiveScreen, LiveServices
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.parts.rows import RowList
from screens.parts.subject import Subject
from screens.parts.unsaved import Act

GROUP = "What was said"
ON_A_LINE = frozenset({"edit_line", "line_away", "how"})
FRONT_ONLY = frozenset({Room.MEMBERS})
ASKS: dict[CaptureKind, str] = {
    CaptureKind.ACTION: "Action (ben: ask for the log, fri)",
    CaptureKind.DECISION: "Decision (two topics go on; all agreed)",
    CaptureKind.PARKED: "Parked",
    CaptureKind.QUESTION: "Question",
    CaptureKind.NOTE: "Note for the group",
}


class LiveCapturing(LiveScreen):
    """`A` `D` `P` `Q` and, before the room, `c`; `e` changes, `h` says how, `X` puts away."""

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
        verb("e", "edit_line", "edit", "Change the highlighted line", "live.edit_line",
             group=GROUP, rank=30, also="correct reword owner due"),
        verb("h", "how", "how", "Say how the highlighted decision was reached", "live.how",
             group=GROUP, rank=31, also="decision consensus vote agreed"),
        verb("X", "line_away", "put away", "Put the highlighted line away; u brings it back",
             "live.line_away", group=GROUP, rank=32, also="delete remove drop"),
    ]  # fmt: skip

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self.captures = services.meetings.beside(Captures)

    def show_again(self) -> None:
        """Read what was caught anew."""
        super().show_again()
        today = self.captures.today()
        lines = self.captures.captured(self.meeting)
        self.captured.show_lines(lines, self.captures.short_owner_of, today)
        self.refresh_bindings()

    def possible(self, action: str) -> bool | None:
        """A line can be changed where there is one, and only a decision was reached somehow."""
        here = self.captured.in_hand
        if action in ON_A_LINE and here is None:
            return None
        if action == "how":
            return (here is not None and here.kind == CaptureKind.DECISION.value) or None
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

    def act(self, verb_: Act, place: object = None) -> Change | None:
        """Do a verb, and show what has become of it."""
        if (change := self.do(verb_, place)) is not None:
            self.show_again()
            self.refresh_frame()
        return change

    # --- the line in hand

    @on(RowList.Opened)
    def _line_opened(self, event: RowList.Opened) -> None:
        if isinstance(event.rows, CapturedPane):
            event.stop()
            self.action_edit_line()

    @on(RowList.Highlighted)
    def _line_highlighted(self, event: RowList.Highlighted) -> None:
        self.refresh_bindings()

    def action_edit_line(self) -> None:
        """Write the highlighted line anew."""
        if (here := self.captured.in_hand) is not None:
            self.ask_line_again(here, self.captures.line_of(here))

    def ask_line_again(self, line: Capture, now: str, typed: str | None = None) -> None:
        """Ask for a line that reads `now`; `typed` is what was typed since."""
        captures = self.captures

        def write(text: str, was: str | None) -> Change:
            return captures.edit(line, text, was=was)

        def again(text: str) -> None:
            self.ask_line_again(line, now, text)

        def then(text: str | None) -> None:
            if text is not None and text != now:
                reword(self, write, text, now, again, do=self.act)

        value = now if typed is None else typed
        self.ask("In other words", then, value=value, id=f"live.edit.{line.uid}")

    def action_how(self) -> None:
        """Say how a decision was reached."""
        if (here := self.captured.in_hand) is not None:
            captures, owed = self.captures, owes_how(here)

            def then(text: str | None) -> None:
                if text is not None and text != here.how:
                    self.act(lambda: captures.say_how(here, text))

            asks = "How was it reached?" if owed else "How it was reached"
            self.ask(asks, then, value=here.how, id=f"live.how.{here.uid}")

    def action_line_away(self) -> None:
        """Put the highlighted line away."""
        if (here := self.captured.in_hand) is not None:
            captures = self.captures
            self.act(lambda: captures.put_away(here))
