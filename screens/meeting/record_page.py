"""The record of one meeting, read, and what was said in it, to be corrected and copied."""

from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from cartui.exchange.record_pages import RecordPage as Page
from cartui.model.meetings import Meeting, Outcome
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.captures import ASKED_LATER
from cartui.services.meeting_record import MeetingRecord
from cartui.services.meeting_words import meeting_name
from screens.meeting.capture_acts import ON_A_LINE, CaptureActs
from screens.meeting.captured_pane import CapturedPane
from screens.meeting.record_out import write_record
from screens.parts.keys import verb
from screens.parts.reading import Reading, paragraphs
from screens.parts.subject import Subject

GROUP = "The record"
WIDE = 100


class RecordPage(CaptureActs):
    """Opened over the meeting, over the series, or from Home, at one of its lines."""

    TITLE_WORD = "Meeting"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the toolkit's own
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("d", "done", "done", "This is done; or open again", "record.done", group=GROUP,
             rank=3, also="finished settle action"),
        verb("K", "confirm", "confirm", "The group confirms this record", "record.confirm",
             group=GROUP, rank=6, also="agree approve minutes"),
        verb("Y", "copy_actions", "copy actions", "Copy the actions as text, for a mail of your "
             "own", "record.actions", group=GROUP, rank=5, also="mail send paste email"),
        verb("o", "take_out", "output", "Write the record to a file: Markdown, print, Word, table",
             "record.out", group=GROUP, rank=7, also="export save word docx html markdown minutes"),
        verb("q,ctrl+q,escape", "leave", "back", "Go back", "record.leave", group="Look around",
             rank=60),
    ]  # fmt: skip
    DEFAULT_CSS = """
    RecordPage {
        & .record { height: 1fr; }
        & .record > Reading { width: 1fr; height: 1fr; padding: 0 1; }
        & CapturedPane { width: 48; height: 1fr; border-left: solid $text-muted; }
        & CapturedPane:focus { border-left: thick $focus; }
        &.-narrow {
            & .record { layout: vertical; }
            & CapturedPane { width: 1fr; height: 35%; border-left: none;
                border-top: solid $text-muted; }
            & CapturedPane:focus { border-left: none; border-top: thick $focus; }
        }
    }
    """

    def __init__(self, records: MeetingRecord, meeting: Meeting, within: str = "") -> None:
        super().__init__()
        self.records, self._meeting = records, meeting
        self.captures = records
        self.captured = CapturedPane("What was said", NOTHING)
        self.reading = Reading()
        self._within = within
        self._copies_actions = False

    def compose_body(self) -> ComposeResult:
        """The record, and the lines it is made of."""
        with Horizontal(classes="record"):
            yield self.reading
            yield self.captured

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands now; one that is gone as it stood before."""
        with suppress(NotFoundHere):
            self._meeting = self.records.meeting(self._meeting.uid)
        return self._meeting

    def show_again(self) -> None:
        """Read the record anew. That of a meeting that is gone is left."""
        records = self.records
        try:
            said = _said(records.page(self.meeting))
        except NotFoundHere:
            self.call_later(self.action_leave)
            return
        self.reading.show(paragraphs(said), anew=False)
        lines = records.captured(self.meeting)
        self.captured.show_lines(lines, records.short_owner_of, records.today())
        if self._within and self.captured.highlight(self._within):
            self._within = ""
            self.captured.focus()
        self.refresh_bindings()

    def heading(self) -> str:
        """Of which meeting this is the record, and whether it is confirmed."""
        on = self.meeting.confirmed_on
        said = f"confirmed {on}" if on else "not confirmed"
        return f"{meeting_name(self.meeting)}, record {said}"

    def subject(self) -> Subject | None:
        """The line in hand while its list has the focus, else the record; `y` copies its text."""
        meeting, group = self.meeting, self.records.group_uid
        if self._copies_actions:
            return Subject(meeting.uid, "", group, self.records.actions_text(meeting))
        here = self.captured.in_hand
        if here is not None and self.captured.has_focus:
            return Subject(here.uid, f"“{here.text}”", group, self.records.line_of(here))
        with suppress(NotFoundHere):
            return Subject(meeting.uid, meeting_name(meeting), group, self.records.text(meeting))
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in ON_A_LINE:
            return self.can_be_done(action)
        if action == "done":
            here = self.captured.in_hand
            return (here is not None and here.kind in ASKED_LATER) or None
        if action == "confirm":
            return not self.meeting.confirmed_on or None
        if action in ("take_out", "copy_actions"):
            return self.room is not Room.PUBLIC
        return super().check_action(action, parameters)

    # --- the keys

    def action_done(self) -> None:
        """Say that the highlighted line is done, or open again."""
        if (here := self.captured.in_hand) is not None:
            records = self.records
            outcome = Outcome.OPEN if here.outcome == Outcome.DONE else Outcome.DONE
            self.act(lambda: records.settle(here, outcome, None))

    def action_confirm(self) -> None:
        """Confirm the record."""
        records, meeting = self.records, self.meeting
        self.act(lambda: records.confirm(meeting))

    async def action_copy_actions(self) -> None:
        """Copy the actions, as `y` copies the record."""
        self._copies_actions = True
        try:
            await self.app.run_action("app.copy")
        finally:
            self._copies_actions = False

    @work
    async def action_take_out(self) -> None:
        """Write the record to a file."""
        await write_record(self, self.records, self.meeting)

    def action_leave(self) -> None:
        """Go back."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()


NOTHING = "Nothing was caught at this meeting."


def _said(page: Page) -> list[tuple[str, str]]:
    said = [(page.title, "name"), *((line, "muted") for line in page.about if line)]
    for part in page.parts:
        said += [("", ""), (part.title, "word")]
        said += [(line, "") for line in part.lines] or [(part.otherwise, "muted")]
    return said
