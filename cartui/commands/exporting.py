"""`cartui export json|people|board|rules|meetings|record|feedback FILE`: what a group has made.

Everything given is for members unless `--public` or `--include-back` says otherwise.
"""

from collections.abc import Iterable
from pathlib import Path

import click
from msgspec.structs import replace as changed

from cartui.backstage.kinds import BACK
from cartui.backstage.letterbox import open_wing
from cartui.backstage.records import PersonBack
from cartui.commands.exporting_feedback import feedback
from cartui.commands.exporting_meetings import meetings
from cartui.commands.exporting_record import record
from cartui.commands.exporting_rules import rules
from cartui.commands.giving import ending_of, file_options, give
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.stages import public_option, room_asked, stage_options
from cartui.commands.workspaces import complain_of_missing, group_named, on_members, opened
from cartui.exchange.board_csv import board_csv_out
from cartui.exchange.board_markdown import BoardPage, board_markdown_out
from cartui.exchange.page_html import page_out
from cartui.exchange.people_csv import COLUMNS, PersonRow, people_csv_out
from cartui.exchange.people_markdown import people_markdown_out
from cartui.exchange.records_json import records_out
from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.board_out import board_page, public_page
from cartui.services.giving_out import draft_texts, lost_texts, records
from cartui.services.people_lines import PersonLine
from cartui.services.people_out import PUBLIC_COLUMNS, people_rows, public_rows
from cartui.services.people_sieve import Sieve, Standing
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace

_PRIVATE = ("email", "phone")


@click.group("export")
def command() -> None:
    """Give records out: for members, unless you say --public.

    FILE is a new file, or - for standard output.

    \b
    Examples
      cartui export people members.csv
      cartui export board board.md --public
      cartui export json - > everything.json
    """


command.add_command(rules)
command.add_command(feedback)
command.add_command(meetings)
command.add_command(record)


@command.command("json")
@file_options
@stage_options
@on_workspace
def as_json(
    invocation: Invocation, file: Path, replace: bool, public: bool, include_back: bool, yes: bool
) -> None:
    """Give every record, for other programs."""
    room = room_asked(public=public, include_back=include_back, yes=yes)
    with opened(invocation) as workspace:
        given = dict(records(workspace, OPEN, room))
        if room is not Room.PUBLIC:
            given["draft_text"] = list(draft_texts(workspace))
        if room is Room.BACK:
            open_wing(workspace)
            given |= records(workspace, BACK, room)
        give(records_out(given), file, replace=replace)
        complain_of_missing(workspace, () if room is Room.PUBLIC else lost_texts(workspace))


@command.command("people")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the people of one group.")
@click.option("--excel", is_flag=True, help="Mark the table so that Excel reads its accents.")
@stage_options
@on_workspace
def people(
    invocation: Invocation, file: Path, replace: bool, group: str, excel: bool,
    public: bool, include_back: bool, yes: bool,
) -> None:  # fmt: skip
    """Give the people: a table, or a page if FILE ends in .md or .html."""
    room = room_asked(public=public, include_back=include_back, yes=yes)
    with opened(invocation) as workspace:
        rows, columns = _people(workspace, group_named(workspace, group), room)
        if ending_of(file, "csv", "md", "html") != "csv":
            content = page_out(people_markdown_out(rows, title="People", columns=columns), file)
        else:
            content = people_csv_out(rows, excel_bom=excel, columns=columns)
        give(content, file, replace=replace)
        complain_of_missing(workspace)


def _people(
    workspace: Workspace, group: str, room: Room
) -> tuple[list[PersonRow], tuple[str, ...]]:
    """Return the rows and columns of the people that this stage of the room may see."""
    roster = Roster(workspace, on_members)
    lines = roster.lines(Sieve(group=group, standing=Standing.EVERYBODY))
    if room is Room.PUBLIC:
        return public_rows(lines, group), PUBLIC_COLUMNS
    groups = roster.groups()
    if room is Room.MEMBERS:
        return people_rows(lines, groups, group), COLUMNS
    open_wing(workspace)
    return list(_with_private(workspace, lines, groups, group)), (*COLUMNS, *_PRIVATE)


def _with_private(
    workspace: Workspace, lines: Iterable[PersonLine], groups: list[Group], group: str
) -> Iterable[PersonRow]:
    facts = workspace.table(PersonBack)
    for line in lines:
        own = facts.get(line.uid, PersonBack(uid=line.uid))
        for row in people_rows([line], groups, group):
            yield changed(row, email=own.email, phone=own.phone)


@command.command("board")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the board of one group.")
@click.option("--excel", is_flag=True, help="Mark the table so that Excel reads its accents.")
@public_option
@on_workspace
def board(
    invocation: Invocation, file: Path, replace: bool, group: str, excel: bool, public: bool
) -> None:
    """Give the boards as a page (.md, or .html to print), or as a table if FILE ends in .csv."""
    room = room_asked(public=public)
    with opened(invocation) as workspace:
        wanted = group_named(workspace, group)
        pages = [
            _page(workspace, each, room)
            for each in Roster(workspace, on_members).groups()
            if wanted in ("", each.uid)
        ]
        if ending_of(file, "md", "html", "csv") == "csv":
            content = board_csv_out(pages, public=room is Room.PUBLIC, excel_bom=excel)
        else:
            page = "\n".join(map(board_markdown_out, pages)) or "No group has a board yet.\n"
            content = page_out(page, file)
        give(content, file, replace=replace)
        complain_of_missing(workspace)


def _page(workspace: Workspace, group: Group, room: Room) -> BoardPage:
    board = Board(workspace, on_members, group.uid)
    if room is Room.PUBLIC:
        return public_page(board.public(), workspace.today())
    return board_page(board, board.person_name, workspace.today())
