"""`cartui import people FILE`: a list from a spreadsheet, all of it or nothing."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cartui.commands.asking import agreed, somebody_is_here
from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import STDOUT as STDIN
from cartui.commands.invocation import Invocation, on_workspace
from cartui.commands.saying import remark, say
from cartui.commands.workspaces import group_named, on_members, opened
from cartui.exchange.people_csv import FIELDS, Sheet, guess_mapping, read_people, read_sheet
from cartui.model.problems import CartuiProblem
from cartui.services.bringing_in import BringingIn, Choice, Double, Preview
from cartui.store.workspace import Workspace

_TITLES = {field.id: field.title for field in FIELDS}


class ListNotUnderstood(CartuiProblem):
    """Lines of a list could not be understood, so nothing was written."""


@click.group("import")
def command() -> None:
    """Bring things in from other programs."""


@command.command("people")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--group", metavar="NAME", default="", help="The group they belong to.")
@click.option("--start-groups", is_flag=True, help="Start the groups that are not there yet.")
@click.option("--preview", is_flag=True, help="Show what would happen, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@on_workspace
def people(
    invocation: Invocation, file: Path, group: str, start_groups: bool, preview: bool, yes: bool
) -> None:
    """Bring people in from FILE: CSV as a spreadsheet saves it, or one name a line.

    All of them are brought in, or none. A name that is here already is filled in, never
    written over.

    \b
    Examples
      cartui import people list.csv --preview
      cartui import people list.csv --group "Falls" --yes
      cartui import people list.csv --start-groups --yes
    """
    raw = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    sheet = read_sheet(raw)
    mapping = guess_mapping(sheet)
    with opened(invocation, begin=not preview) as workspace:
        home = group_named(workspace, group)
        rows, complaints = read_people(sheet, mapping)
        bringing = BringingIn(workspace, on_members)
        seen = bringing.preview(rows, home, complaints, start_groups=start_groups)
        _show(sheet, mapping, seen, workspace)
        if seen.complaints:
            raise ListNotUnderstood(_refused(seen, start_groups=start_groups))
        if preview:
            say("This was a preview: nothing was written.")
            return
        _ask(yes=yes or not rows, from_stdin=file == STDIN)
        change = bringing.bring_in(rows, group=home, start_groups=start_groups)
        say(_brought(change.verb, change.about))


def _show(sheet: Sheet, mapping: Sequence[str], seen: Preview, workspace: Workspace) -> None:
    """Say how the columns were understood, who is new, who is here already, what is wrong."""
    for number, field in enumerate(mapping):
        heading = sheet.headings[number] if sheet.has_headings else f"column {number + 1}"
        meant = "" if field == "note_ignored" else _TITLES.get(field, "")
        say(f"{heading} is read as {meant}." if meant else f"{heading} is left out.")
    say(f"{seen.new} new, {len(seen.doubles)} here already or twice in the list.")
    for double in seen.doubles:
        say(_double(double))
    for sentence in seen.remarks:
        say(sentence)
    for complaint in seen.complaints:
        remark(complaint.says)


def _double(double: Double) -> str:
    earlier = double.earlier_line
    known = f"stands in line {earlier} too" if earlier else "is here already"
    if double.choice is Choice.NEW:
        return f"Line {double.line}: {double.name} {known}; brought in as another person."
    words = ", ".join(_TITLES.get(field, field).lower() for field in double.fills)
    fills = f"filled in: {words}" if words else "nothing to fill in"
    return f"Line {double.line}: {double.name} {known}; {fills}."


def _ask(*, yes: bool, from_stdin: bool) -> None:
    if yes:
        return
    if from_stdin or not somebody_is_here():
        raise NotUnderstood("Nobody is here to ask, so nothing was written. Add --yes.")
    agreed("Bring them in?")


def _refused(seen: Preview, *, start_groups: bool) -> str:
    words = "Nothing was written. Put these lines right and try again."
    if seen.missing_groups and not start_groups:
        words += " --start-groups starts the groups that are not there yet."
    return words


def _brought(verb: str, about: Sequence[str]) -> str:
    if verb == "people.bring_in_one":
        return "Brought in one person. In cartui, u takes it back."
    if verb == "people.fill_in":
        return f"Filled in what was missing of {about[0]}. In cartui, u takes it back."
    if verb.startswith("people.bring_in_and_start"):
        return "Brought the list in and started its groups. In cartui, u takes it all back."
    return f"Brought in {about[0]} people. In cartui, u takes it back."
