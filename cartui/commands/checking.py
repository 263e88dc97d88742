"""`cartui check`: whether this terminal shows what cartui needs, and the workspace is whole."""

import os
import shutil
import sys

import click

from cartui.commands.ending import CannotOpen
from cartui.commands.invocation import Invocation
from cartui.commands.letters import speaks_utf8
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import complain_of_missing, holds_anything, opened, places_of
from cartui.store.folders import place_warnings
from cartui.store.workspace import Workspace

_WIDTH, _HEIGHT = 80, 24
_SIGNS = "✓ ● ◐ ○ – ? ! + ▸ ~ ‖"  # noqa: RUF001  (a dash is one of the signs)


@click.command("check")
@on_workspace
def command(invocation: Invocation) -> None:
    """Look whether this terminal and the workspace are well, and say what would help."""
    for sentence in _terminal():
        say(sentence)
    folder = places_of(invocation).workspace()
    if folder is None:
        say("Workspace: none has been opened on this computer yet.")
        return
    if not holds_anything(folder):
        raise CannotOpen(f"There is no workspace in {folder}.")
    with opened(invocation) as workspace:
        _say_of(workspace)


def _terminal() -> list[str]:
    if not sys.stdout.isatty():
        return ["Terminal: this is not one. cartui needs a terminal to show its screens."]
    columns, rows = _size()
    enough = columns >= _WIDTH and rows >= _HEIGHT
    size = "enough" if enough else f"make the window larger: {_WIDTH}x{_HEIGHT} is needed"
    return [f"Size: {columns}x{rows}, {size}.", _colours(), _letters()]


def _size() -> tuple[int, int]:
    """Return this terminal's own size; what COLUMNS says may be another's."""
    try:
        found = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        found = shutil.get_terminal_size()
    return found.columns, found.lines


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "Colours: off, because NO_COLOR is set. cartui then tells by signs and words alone."
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "Colours: all of them."
    if "256" in os.environ.get("TERM", "") or os.name == "nt":
        return "Colours: 256, which is all that cartui uses."
    return "Colours: few. Where your terminal offers it, choose xterm-256color."


def _letters() -> str:
    if not speaks_utf8():
        return "Letters: not UTF-8, so cartui uses plain signs only, as with --ascii."
    return f"Letters: UTF-8. You should see eleven signs, each one cell wide: {_SIGNS}"


def _say_of(workspace: Workspace) -> None:
    say(f"Workspace: {workspace.folder}")
    for sentence in place_warnings(workspace.folder):
        say(sentence)
    complain_of_missing(workspace)
    say("Everything that was saved can be read.")
