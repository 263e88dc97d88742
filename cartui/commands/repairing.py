"""`cartui repair`: decide about files changed by hand, and take in what was saved elsewhere."""

from collections.abc import Iterable
from pathlib import Path

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import on_members, opened
from cartui.services.house_words import house_wording
from cartui.services.mending import Mending
from cartui.store.workspace import Workspace


@click.command("repair")
@click.option("--take", is_flag=True, help="Save what was changed by hand as changes.")
@click.option("--restore", is_flag=True, help="Write the files as cartui knows them.")
@click.option(
    "--unsaved",
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE",
    help="Take in what was saved elsewhere when the disk was full: a file, or its folder.",
)
@click.argument("more", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="")
@on_workspace
def command(
    invocation: Invocation, take: bool, restore: bool, unsaved: Path | None, more: tuple[Path, ...]
) -> None:
    """Put a workspace right: lines of the journal, files changed by hand, changes kept elsewhere.

    Without an option it heals what it can and says what was changed by hand.
    """
    if take and restore:
        raise NotUnderstood("Either --take or --restore, not both.")
    if more and unsaved is None:
        raise NotUnderstood(f"What is to become of {more[0]}? --unsaved takes it in.")
    with opened(invocation) as workspace:
        if unsaved is not None:
            _take_in(workspace, (unsaved, *more))
            return
        healed = workspace.heal()
        if healed:
            say("Some lines of the journal could not be read. What they said is written again.")
        _decide(workspace, take=take, restore=restore)


def _take_in(workspace: Workspace, places: Iterable[Path]) -> None:
    """Take in each change kept elsewhere, in the order in which they were made."""
    found: set[Path] = set()
    for place in places:
        found.update(place.glob("cartui-unsaved-*.jsonl") if place.is_dir() else (place,))
    if not found:
        say("Nothing that cartui has saved elsewhere is there.")
    for kept in sorted(found, key=lambda path: path.name):
        change = workspace.take_in(kept, room=on_members())
        say(f"Saved here: {house_wording().sentence(change, workspace)}.")


def _decide(workspace: Workspace, *, take: bool, restore: bool) -> None:
    mending = Mending(workspace, on_members)
    lines = mending.lines()
    for line in lines:
        say(line)
    if not lines:
        mending.restore()
        say("No file was changed by hand.")
    elif take:
        mending.take()
        say("Taken over. Undo takes it back.")
    elif restore:
        mending.restore()
        say("The files are as cartui knows them. What stood there is kept under generations.")
    else:
        say("Nothing was changed. --take saves these as changes, --restore leaves them out.")
