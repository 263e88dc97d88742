"""The record of this very meeting, read and given out from its own page."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from screens.meeting.live_screen import GROUP, LiveScreen
from screens.parts.keys import verb


class LiveRecord(LiveScreen):
    """`v` reads what was captured as the record it makes, `o` writes it to a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("v", "record", "record", "Read the record of this meeting, as far as it has come",
             "live.record", group=GROUP, rank=11, also="minutes view read compile"),
        verb("o", "take_out", "output", "Write the record to a file: Markdown, print, Word, table",
             "live.out", group=GROUP, rank=40, also="export save word docx html markdown minutes"),
    ]  # fmt: skip

    def action_record(self) -> None:
        """Open the record."""
        from cartui.services.meeting_record import MeetingRecord  # noqa: PLC0415 - not at the start
        from screens.meeting.record_page import RecordPage  # noqa: PLC0415

        page = RecordPage(self.services.wall.beside(MeetingRecord), self.meeting)
        page.around = self.around
        self.app.push_screen(page)

    @work
    async def action_take_out(self) -> None:
        """Write the record to a file."""
        from cartui.services.meeting_record import MeetingRecord  # noqa: PLC0415 - as above
        from screens.meeting.record_out import write_record  # noqa: PLC0415

        records = self.services.wall.beside(MeetingRecord)
        await write_record(self, records, self.meeting)
