"""`cartui export meetings FILE`: the meetings of a group, for a calendar or as a page."""

from pathlib import Path

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import ending_of, file_options, give
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import remark
from cartui.commands.stages import public_option, room_asked
from cartui.commands.workspaces import complain_of_missing, group_named, on_members, opened
from cartui.exchange.meetings_ics import calendar_out
from cartui.exchange.meetings_markdown import meetings_markdown_out
from cartui.exchange.page_html import page_html_out, page_out
from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.meetings import Meetings
from cartui.services.meetings_out import calendar_rows, sheets
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace

NONE_OF_THAT = "There is no meeting {0} in that group. Nothing was written."
NO_DAYS = "{} meetings have no day yet and stand in no calendar."
FORMS = {"ics": "ics", "markdown": "md", "md": "md", "html": "html"}


@click.command("meetings")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the meetings of one group.")
@click.option("--number", type=int, default=None, help="Only the meeting of this number.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default=None,
              help="Otherwise the ending of FILE says it.")  # fmt: skip
@public_option
@on_workspace
def meetings(
    invocation: Invocation, file: Path, replace: bool, group: str, number: int | None,
    form: str | None, public: bool,
) -> None:  # fmt: skip
    """Give the meetings for a calendar (.ics), or as a page (.md, .html).

    A calendar holds only what outsiders may see, with --public or without.
    """
    room = room_asked(public=public)
    with opened(invocation) as workspace:
        wanted = group_named(workspace, group)
        series = [
            Meetings(workspace, on_members, each.uid)
            for each in Roster(workspace, on_members).groups()
            if wanted in ("", each.uid)
        ]
        found = [(each, _numbered(each, number)) for each in series]
        if number is not None and not (found := [pair for pair in found if pair[1]]):
            raise NotUnderstood(NONE_OF_THAT.format(number))
        ending = FORMS[form] if form else ending_of(file, "md", "html", "ics")
        if ending == "ics":
            give(_calendar(workspace, found), file, replace=replace)
        else:
            page = _page(found, room)
            plain = page_html_out(page) if form == "html" else page
            give(plain if form else page_out(page, file), file, replace=replace)
        complain_of_missing(workspace)


def _numbered(series: Meetings, number: int | None) -> Meeting | None:
    numbered = (each for each in series.meetings() if each.number == number)
    return None if number is None else next(numbered, None)


def _calendar(workspace: Workspace, found: list[tuple[Meetings, Meeting | None]]) -> str:
    every = [row for series, one in found for row in calendar_rows(series, one)]
    rows = list({row.uid: row for row in every}.values())  # of several groups, but once
    if left := [row for row in rows if not row.on]:
        one = "1 meeting has no day yet and stands in no calendar."
        remark(one if len(left) == 1 else NO_DAYS.format(len(left)))
    return calendar_out(rows, "Meetings", workspace.moment()).decode()


def _page(found: list[tuple[Meetings, Meeting | None]], room: Room) -> str:
    pages = [
        meetings_markdown_out(f"Meetings of {series.group.name}", sheets(series, room, one))
        for series, one in found
    ]
    return "\n".join(pages) or "No group has meetings yet.\n"
