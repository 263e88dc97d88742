"""The record of a meeting on its way out: to a file in several forms, for members or outsiders."""

from msgspec import Struct

from cartui.exchange.page_html import page_html_out
from cartui.exchange.record_csv import captures_csv_out
from cartui.exchange.record_pages import record_markdown_out
from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.meeting_record import MeetingRecord
from screens.parts.choice import Option
from screens.parts.frame import FrameScreen
from screens.parts.new_file import WHERE_TABLE, plain_name, take_out, usual_folder


class Way(Struct, frozen=True):
    """A form in which a record goes out."""

    words: str
    key: str
    ending: str
    more: str = ""
    room: Room = Room.MEMBERS


OUTSIDERS = "no names, nothing that was said"
WAYS = (
    Way("record for the group, Markdown", "m", ".md", "all that was captured"),
    Way("record for the group, a page to print", "h", ".html"),
    Way("record for the group, Word", "w", ".docx"),
    Way("what was said, spreadsheet (CSV)", "c", ".csv", "a row for each line"),
    Way("for outsiders, Markdown", "x", ".md", OUTSIDERS, Room.PUBLIC),
    Way("for outsiders, Word", "z", ".docx", OUTSIDERS, Room.PUBLIC),
)


async def write_record(screen: FrameScreen, records: MeetingRecord, meeting: Meeting) -> None:
    """Ask in which form and where, and write it (in a worker)."""
    options = [Option(way.words, way.key, way.more) for way in WAYS]
    at = await screen.choose("Write the record as", options)
    if at is None:
        return
    way = WAYS[at]
    take_out(
        screen,
        usual_folder() / file_name(records, meeting, way),
        lambda _: taken_out(way, records, meeting),
        id=f"record.out {way.key} {meeting.uid}",
        asks=WHERE_TABLE,
    )


def taken_out(way: Way, records: MeetingRecord, meeting: Meeting) -> str | bytes:
    """Return the file of a record. Raises NotFoundHere."""
    if way.ending == ".csv":
        return captures_csv_out(records.rows([meeting]), excel_bom=True)
    page = records.page(meeting, way.room)
    if way.ending == ".docx":
        from cartui.exchange.record_word import record_word_out  # noqa: PLC0415 - it weighs

        return record_word_out(page)
    markdown = record_markdown_out(page)
    return page_html_out(markdown) if way.ending == ".html" else markdown


def file_name(records: MeetingRecord, meeting: Meeting, way: Way) -> str:
    """Return a name of plain letters, digits and dashes."""
    public = "-public" if way.room is Room.PUBLIC else ""
    number = f"-{meeting.number}" if meeting.number else ""
    group = plain_name(records.group.name, "group")
    return f"{group}-record{number}-{meeting.on or records.today()}{public}{way.ending}"
