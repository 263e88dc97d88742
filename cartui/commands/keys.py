"""`cartui keys`: every action with its id and key, as lines ready for the settings file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import places_of

if TYPE_CHECKING:
    from cartui.app.every_verb import Action


@click.command("keys")
@on_workspace
def command(invocation: Invocation) -> None:
    """List every action with its id, its key and its words, as lines for the settings file.

    Copy the lines you want under one line [keys] in the settings file, take away their #, and
    write the key you would rather press. Several keys stand apart by commas. A key that a
    terminal takes for itself, or that another action has in the same place, is named at the
    next start, and the action keeps its usual key.

    \b
    Example, in the settings file
      [keys]
      "board.advance" = "n,right"
    """
    # The actions are declared on the screens; Textual is imported for them alone.
    from cartui.app import CartuiApp  # noqa: PLC0415
    from cartui.app.every_verb import every_action  # noqa: PLC0415

    say(f"# The settings file is {places_of(invocation).config}")
    for line in lines_of(every_action(CartuiApp)):
        say(line)


def lines_of(actions: "list[Action]") -> Iterator[str]:
    """Yield lines of TOML, each commented out: the id, the key, and the words after it."""
    yield "# Without its # a line gives an action another key. All stand under one line [keys]."
    yield "# [keys]"
    group = ""
    for action in actions:
        if action.group != group:
            group = action.group
            yield f"\n# {group}"
        setting = f'# "{action.id}" = "{action.keys}"'
        key = f"{action.shown}: " if action.shown else "no key yet: "
        yield f"{setting:<52} # {key}{action.words}"
