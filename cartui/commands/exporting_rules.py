"""`cartui export rules FILE`: the ground rules of a group, for its members."""

from pathlib import Path

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import ending_of, file_options, give
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.stages import public_option
from cartui.commands.workspaces import complain_of_missing, group_named, on_members, opened
from cartui.exchange.page_html import page_html_out, page_out
from cartui.exchange.rules_csv import rules_csv_out
from cartui.exchange.rules_markdown import rules_markdown_out
from cartui.services.ground_rules import GroundRules
from cartui.services.roster import Roster
from cartui.services.rules_out import rule_rows, rules_page

MEMBERS_ONLY = "Ground rules are for the group's members. Nothing was written; leave out --public."


@click.command("rules")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the rules of one group.")
@click.option("--format", "form", type=click.Choice(["md", "csv", "html"]), default=None,
              help="Otherwise the ending of FILE says it.")  # fmt: skip
@click.option("--excel", is_flag=True, help="Mark the table so that Excel reads its accents.")
@public_option
@on_workspace
def rules(
    invocation: Invocation, file: Path, replace: bool, group: str, form: str | None, excel: bool,
    public: bool,
) -> None:  # fmt: skip
    """Give the ground rules: a page (.md, .html), or a table of counts (.csv)."""
    if public:
        raise NotUnderstood(MEMBERS_ONLY)
    with opened(invocation) as workspace:
        wanted = group_named(workspace, group)
        walls = [
            GroundRules(workspace, on_members, each.uid)
            for each in Roster(workspace, on_members).groups()
            if wanted in ("", each.uid)
        ]
        give(_written(walls, file, form, excel=excel), file, replace=replace)
        complain_of_missing(workspace)


def _written(walls: list[GroundRules], file: Path, form: str | None, *, excel: bool) -> str:
    if (form or ending_of(file, "md", "html", "csv")) == "csv":
        rows = [row for wall in walls for row in rule_rows(wall)]
        return rules_csv_out(rows, excel_bom=excel)
    pages = [rules_markdown_out(rules_page(wall)) for wall in walls]
    page = "\n".join(pages) or "No group has ground rules yet.\n"
    if form is None:
        return page_out(page, file)
    return page_html_out(page) if form == "html" else page
