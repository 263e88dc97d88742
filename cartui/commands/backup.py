"""`cartui backup FILE`: the whole workspace in one file."""

from pathlib import Path

import click

from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import remark, say
from cartui.commands.workspaces import complain_of_missing, opened


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@on_workspace
def command(invocation: Invocation, file: Path) -> None:
    """Keep a copy of the whole workspace in FILE (a zip).

    Private notes are in it too. To use a backup, unpack it and open the folder:
    cartui --data DIR.

    \b
    Example
      cartui backup ~/falls-2026-03.zip
    """
    with opened(invocation) as workspace:
        workspace.backup(file.absolute())
        say(f"Kept a copy of {workspace.folder} in {file.absolute()}.")
        remark("Private notes are in it: keep it where only you can read it.")
        complain_of_missing(workspace)
