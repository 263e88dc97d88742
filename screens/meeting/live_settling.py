"""The last record confirmed, and what it left open: done, carried on or dropped."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from cartui.services.meeting_words import meeting_name
from screens.meeting.live_capturing import LiveCapturing
from screens.parts.keys import verb

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

    _read_open: Callable[[], None] | None = None

    def show_again(self) -> None:
        """Read an open list anew too."""
        super().show_again()
        if self._read_open is not None:
            self._read_open()

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
        from screens.meeting.settling_pass import settling  # noqa: PLC0415 - not at the start

        opened = settling(self, self.captures, self.meeting)
        self._read_open = opened.show_again
        self.app.push_screen(opened, self._settled)

    def action_confirm(self) -> None:
        """Confirm the record of the meeting before this one."""
        captures, before = self.captures, self.captures.last_held(self.meeting)
        if before is None:
            self.say(NO_RECORD, tone="problem")
        elif self.act(lambda: captures.confirm(before)) is not None:
            self.say(f"The record of {meeting_name(before)} is confirmed.", aside="u undo")

    def _settled(self, _: None) -> None:
        self._read_open = None
        self.read_again()
