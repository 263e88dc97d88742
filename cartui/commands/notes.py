"""`cartui note add --stdin`: one note a line, each acknowledged as soon as the disk has it."""

import sys

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import on_members, opened
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.notebook import Notebook


class NotAllSaved(CartuiProblem):
    """A note could not be saved; the sentence says which ones are."""


@click.group("note")
def command() -> None:
    """Write group notes: the group may read them."""


@command.command("add")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read one note a line.")
@on_workspace
def add(invocation: Invocation, from_stdin: bool) -> None:
    """Write group notes, one for each line, and print the id of each once it is saved.

    \b
    Example
      cartui note add --stdin < notes.txt
    """
    if not from_stdin:
        raise NotUnderstood("Give the notes line by line: cartui note add --stdin < notes.txt")
    with opened(invocation, begin=True) as workspace:
        notebook = Notebook(workspace, on_members)
        saved = 0
        for line in sys.stdin.buffer:
            text = clean(line.decode("utf-8-sig", errors="replace"))
            if not text:
                continue
            try:
                change = notebook.write("", text)
            except CartuiProblem as problem:
                raise NotAllSaved(f"{problem} {_standing(saved)}") from problem
            say(change.events[0].uid)
            saved += 1


def _standing(saved: int) -> str:
    if not saved:
        return "No note was saved."
    notes = "note is" if saved == 1 else "notes are"
    return f"The first {saved} {notes} saved: their ids are printed. The rest is not."
