"""`cartui import people FILE`: a list from a spreadsheet, all of it or nothing.

`cartui import draft` and `cartui import feedback` stand in rooms of their own.
"""

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from cartui.commands import importing_draft, importing_feedback
from cartui.commands.asking import agreed, somebody_is_here
from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import STDOUT as STDIN
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import remark, say
from cartui.commands.workspaces import group_named, on_members, opened
from cartui.exchange.people_csv import FIELDS, Sheet, guess_mapping, read_people, read_sheet
from cartui.services.bringing_in import BringingIn, LinesNeedALook, Preview
from cartui.services.doubles import Choice, Double

_TITLES = {field.id: field.title for field in FIELDS}


@click.group("import")
def command() -> None:
    """Bring things in from other programs."""


command.add_command(importing_draft.command)
command.add_command(importing_feedback.command)


@command.command("people")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--group", metavar="NAME", default="", help="The group they belong to.")
@click.option("--start-groups", is_flag=True, help="Start the groups that are not there yet.")
@click.option("--leave-out", metavar="LINES", default="", help="Lines to leave out, as 3,7.")
@click.option("--preview", is_flag=True, help="Show what would happen, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@on_workspace
def people(
    invocation: Invocation,
    file: Path,
    group: str,
    start_groups: bool,
    leave_out: str,
    preview: bool,
    yes: bool,
) -> None:
    """Bring people in from FILE: CSV as a spreadsheet saves it, or one name a line.

    All of them are brought in, or none: while a line cannot be understood nothing is written,
    unless --leave-out names it. A name that is here already is filled in, never written over.

    \b
    Examples
      cartui import people list.csv --preview
      cartui import people list.csv --group "Falls" --yes
      cartui import people list.csv --start-groups --yes
      cartui import people list.csv --leave-out 3,7 --yes
    """
    sheet = read_sheet(sys.stdin.buffer.read() if file == STDIN else file.read_bytes())
    mapping, out = guess_mapping(sheet), _lines_named(leave_out, sheet)
    rows, complaints = read_people(sheet, mapping)
    with opened(invocation, begin=not preview) as workspace:
        home, bringing = group_named(workspace, group), BringingIn(workspace, on_members)
        seen = bringing.preview(rows, home, complaints, leave_out=out, start_groups=start_groups)
        _show(sheet, mapping, seen, out)
        _refuse_half(seen, out, start_groups=start_groups)
        if preview:
            say("This was a preview: nothing was written.")
            return
        _ask(yes=yes or not rows, from_stdin=file == STDIN)
        change = bringing.bring_in(
            rows, group=home, complaints=complaints, leave_out=out, start_groups=start_groups
        )
        say(_brought(change.verb, change.about))


def _lines_named(words: str, sheet: Sheet) -> frozenset[int]:
    """Return the lines of `--leave-out`. Raises NotUnderstood for what is no line of the list."""
    found = words.replace(",", " ").split()
    known = {str(line): line for line in sheet.lines}
    if wrong := [word for word in found if word not in known]:
        raise NotUnderstood(f"'{wrong[0]}' is not a line of this list. Name lines as 3,7.")
    return frozenset(known[word] for word in found)


def _show(sheet: Sheet, mapping: Sequence[str], seen: Preview, out: Collection[int]) -> None:
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
    for line in sorted(out):
        why = [c.says.removeprefix(f"Line {line}: ") for c in seen.left_out if c.line == line]
        say(f"Line {line} is left out{': ' if why else '.'}{' '.join(why)}")
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


def _refuse_half(seen: Preview, out: Collection[int], *, start_groups: bool) -> None:
    """Raise LinesNeedALook, with its cure, while a line has a complaint."""
    if seen.complaints:
        raise LinesNeedALook(seen.blocked, _cure(seen, out, start_groups=start_groups))


def _cure(seen: Preview, out: Collection[int], *, start_groups: bool) -> str:
    """Return what can be done about the lines that are in the way."""
    words = ["Put that right and try again."]
    if 0 not in seen.blocked:
        lines = ",".join(str(line) for line in sorted({*seen.blocked, *out}))
        words = [f"Put that right and try again, or leave it out with --leave-out {lines}."]
    if seen.missing_groups and not start_groups:
        words.append("--start-groups starts the groups that are not there yet.")
    return " ".join(words)


def _brought(verb: str, about: Sequence[str]) -> str:
    if verb == "people.bring_in_one":
        return "Brought in one person. In cartui, u takes it back."
    if verb == "people.fill_in":
        return f"Filled in what was missing of {about[0]}. In cartui, u takes it back."
    if verb.startswith("people.bring_in_and_start"):
        return "Brought the list in and started its groups. In cartui, u takes it all back."
    return f"Brought in {about[0]} people. In cartui, u takes it back."
