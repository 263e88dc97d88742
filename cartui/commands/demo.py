"""`cartui demo`: a fresh copy of a practice programme, to look round and try things out."""

from pathlib import Path

import click

from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.opening import need_a_terminal, practice_copy, show
from cartui.commands.saying import remark
from cartui.commands.workspaces import places_of
from cartui.practice import PracticeHere, fresh_copy, programmes
from cartui.store.places import Places, free_name


@click.command("demo")
@click.option("--programme", type=click.Choice(programmes()), default=programmes()[0],
              show_default=True, help="Which made-up programme.")  # fmt: skip
@on_workspace
def command(invocation: Invocation, programme: str) -> None:
    """Look round with a made-up group. Nothing done there touches real work.

    Each time a fresh copy is made, and said where. The people in it are fictional.

    \b
    Examples
      cartui demo
      cartui demo --programme large
      cartui demo --data ~/practice
    """
    need_a_terminal()
    folder = _fresh(places_of(invocation), programme)
    remark(f"A practice copy stands in {folder}")
    code = show(invocation, folder, looking_round=True)
    remark(f"The practice copy stays in {folder}\nTo open it again: cartui --data {folder}")
    click.get_current_context().exit(code)


def _fresh(places: Places, programme: str) -> Path:
    """Make a fresh copy where it was asked for, or under a new name among the practice copies.

    An earlier practice copy is moved beside: somebody may have grown fond of it. Raises
    NotAPracticeFolder if anything else stands there.
    """
    if (target := places.chosen) is None:
        return practice_copy(places, programme)
    try:
        return fresh_copy(programme, target)
    except PracticeHere:
        aside = free_name(target.parent, f"{target.name}-earlier")
        target.rename(aside)
        remark(f"The earlier practice copy is now in {aside}")
        return fresh_copy(programme, target)
