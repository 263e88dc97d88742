"""`cartui export record FILE`: the record of a group's meetings, for its members."""

from pathlib import Path

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import ending_of, file_options, give
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.stages import public_option, room_asked
from cartui.commands.workspaces import complain_of_missing, group_named, on_members, opened
from cartui.exchange.page_html import page_html_out, page_out
from cartui.exchange.record_csv import captures_csv_out
from cartui.exchange.record_pages import record_markdown_out, record_text_out
from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.meeting_record import MeetingRecord
from cartui.services.roster import Roster

Found = list[tuple[MeetingRecord, list[Meeting]]]
MEMBERS_ONLY = (
    "What was said is for the group's members. Nothing was written; leave out --public, or write"
    " a page (.md, .html, .docx), which then holds only what outsiders may see."
)
NONE_OF_THAT = "No meeting {0} was held in that group. Nothing was written."
FORMS = ["md", "html", "docx", "txt", "csv"]


@click.command("record")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the meetings of one group.")
@click.option("--meeting", "number", type=int, default=None, metavar="N",
              help="Only the meeting of this number; otherwise all that were held.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMS), default=None,
              help="Otherwise the ending of FILE says it.")  # fmt: skip
@click.option("--excel", is_flag=True, help="Mark the table so that Excel reads its accents.")
@public_option
@on_workspace
def record(
    invocation: Invocation, file: Path, replace: bool, group: str, number: int | None,
    form: str | None, excel: bool, public: bool,
) -> None:  # fmt: skip
    """Give the record of meetings: pages (.md, .html, .docx, .txt), or what was said (.csv)."""
    room = room_asked(public=public)
    kind = form or ending_of(file, "md", "html", "docx", "txt", "csv")
    if kind == "csv" and public:
        raise NotUnderstood(MEMBERS_ONLY)
    with opened(invocation) as workspace:
        wanted = group_named(workspace, group)
        records = [
            MeetingRecord(workspace, on_members, each.uid)
            for each in Roster(workspace, on_members).groups()
            if wanted in ("", each.uid)
        ]
        found = [(each, _numbered(each, number)) for each in records]
        if number is not None and not any(meetings for _, meetings in found):
            raise NotUnderstood(NONE_OF_THAT.format(number))
        give(_written(found, file, kind, room, excel=excel), file, replace=replace)
        complain_of_missing(workspace)


def _numbered(records: MeetingRecord, number: int | None) -> list[Meeting]:
    return [each for each in records.held() if number in (None, each.number)]


def _written(found: Found, file: Path, kind: str, room: Room, *, excel: bool) -> str | bytes:
    if kind == "csv":
        rows = [row for records, meetings in found for row in records.rows(meetings)]
        return captures_csv_out(rows, excel_bom=excel)
    pages = [records.page(each, room) for records, meetings in found for each in meetings]
    if kind == "docx":
        from cartui.exchange.record_word import record_word_out  # noqa: PLC0415 - it weighs

        return record_word_out(*pages)
    none = "No meeting was held yet.\n"
    if kind == "txt":
        return "\n".join(map(record_text_out, pages)) or none
    page = "\n".join(map(record_markdown_out, pages)) or none
    return page_html_out(page) if kind == "html" else page_out(page, file)
