"""The last record confirmed, and what it left open: done, carried on or dropped."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cartui.model.meetings import Capture, Outcome
from cartui.services.meeting_words import meeting_name
from cartui.store.events import Change
from screens.meeting.live_capturing import LiveCapturing
from screens.parts.keys import verb

if TYPE_CHECKING:
    from screens.meeting.settling_pass import SettlingActs, SettlingPass

GROUP = "Last time"
NO_RECORD = "No meeting was held before this one, so there is no record to confirm."


class LiveSettling(LiveCapturing):
    """`L` goes through what was left open, `K` confirms the record of the meeting before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("L", "open_before", "open before", "Go through what earlier meetings left open: done, "
             "carried on or dropped", "live.open_before", group=GROUP, rank=9,
             also="actions done carry drop last time review"),
        verb("K", "confirm", "confirm record", "The group confirms the record of the meeting "
             "before", "live.confirm", group=GROUP, rank=10, also="minutes agree approve last"),
    ]  # fmt: skip

    _settling: "SettlingPass | None" = None

    def show_again(self) -> None:
        """Read an open list anew too."""
        super().show_again()
        if self._settling is not None:
            self._settling.show_again()

    def possible(self, action: str) -> bool | None:
        """There is nothing to confirm or settle before a first meeting was held."""
        if action == "open_before":
            return bool(self.captures.open_before(self.meeting)) or None
        if action == "confirm":
            before = self.captures.last_held(self.meeting)
            return (before is not None and not before.confirmed_on) or None
        return super().possible(action)

    def action_open_before(self) -> None:
        """Open the list."""
        from screens.meeting.settling_pass import SettlingPass  # noqa: PLC0415 - not at the start

        self._settling = SettlingPass("Left open before: what became of it?", self._acts())
        self.app.push_screen(self._settling, self._settled)

    def action_confirm(self) -> None:
        """Confirm the record of the meeting before this one."""
        captures, before = self.captures, self.captures.last_held(self.meeting)
        if before is None:
            self.say(NO_RECORD, tone="problem")
        elif self.act(lambda: captures.confirm(before)) is not None:
            self.say(f"The record of {meeting_name(before)} is confirmed.", aside="u undo")

    def _settled(self, _: None) -> None:
        self._settling = None
        self.read_again()

    def _acts(self) -> "SettlingActs":
        from screens.meeting.settling_pass import SettlingActs  # noqa: PLC0415 - as above

        captures, meeting = self.captures, self.meeting

        def settle(line: Capture, outcome: Outcome) -> Change | None:
            return self.do(lambda: captures.settle(line, outcome, meeting))

        return SettlingActs(
            read=lambda: captures.open_before(meeting),
            settle=settle,
            owner=captures.owner_of,
            today=captures.today,
            unsaved=lambda: bool(self.around.unsaved.here(self.room)),
        )
