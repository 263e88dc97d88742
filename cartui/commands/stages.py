"""For whom something is given out: members, outsiders, or the facilitator alone."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from cartui.commands.asking import agreed, somebody_is_here
from cartui.commands.ending import NotUnderstood
from cartui.model.rooms import Room

Command = TypeVar("Command", bound=Callable[..., Any])

QUESTION = "Private notes and facts will stand in this file for anybody who opens it. Go on?"

public_option = click.option(
    "--public", is_flag=True, help="Only what outsiders may see: nobody is named unasked."
)


def stage_options(command: Command) -> Command:
    """Let a command take `--public`, `--include-back` and `--yes`."""
    back = click.option(
        "--include-back", is_flag=True, help="Private facts and notes too. Asks first."
    )
    yes = click.option("--yes", is_flag=True, help="Do not ask.")
    return public_option(back(yes(command)))


def room_asked(*, public: bool, include_back: bool = False, yes: bool = False) -> Room:
    """Return for whom it is. Asks before anything private is given.

    Raises NotUnderstood if both are asked for, or if there is nobody to ask; Declined at a no.
    """
    if public and include_back:
        raise NotUnderstood("--public and --include-back do not go together. Choose one.")
    if include_back and not yes:
        if not somebody_is_here():
            raise NotUnderstood("Nobody is here to ask. To give out private notes, add --yes.")
        agreed(QUESTION)
    return Room.PUBLIC if public else Room.BACK if include_back else Room.MEMBERS
