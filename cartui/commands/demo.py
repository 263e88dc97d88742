"""`cartui demo`: a fresh copy of a practice programme, to look round and try things out."""

import os
from pathlib import Path

import click
import msgspec

from cartui.commands.invocation import Invocation, on_workspace
from cartui.commands.opening import need_a_terminal, show
from cartui.commands.saying import remark
from cartui.commands.workspaces import holds_anything, places_of
from cartui.model.problems import CartuiProblem
from cartui.practice import PROGRAMMES, fresh_copy
from cartui.store.places import Places, free_name


class HoldsRealWork(CartuiProblem):
    """A folder was named for practice in which something else stands."""


@click.command("demo")
@click.option("--programme", type=click.Choice(PROGRAMMES), default=PROGRAMMES[0],
              show_default=True, help="Which made-up programme.")  # fmt: skip
@on_workspace
def command(invocation: Invocation, programme: str) -> None:
    """Look round with a made-up group. Nothing done there touches real work.

    Each time a fresh copy is made, and said where. The people in it are fictional.

    \b
    Examples
      cartui demo
      cartui demo --data /tmp/practice
    """
    need_a_terminal()
    places = places_of(invocation)
    target = _place_for(places, programme)
    fresh_copy(programme, target)
    remark(f"A practice copy stands in {target}")
    code = show(invocation, target)
    remark(f"The practice copy stays in {target}; open it again with: cartui --data {target}")
    click.get_current_context().exit(code)


def _place_for(places: Places, programme: str) -> Path:
    """Return a folder where nothing stands. Raises HoldsRealWork.

    An earlier practice copy in the folder that was asked for is moved beside, never removed.
    """
    target = places.chosen
    if target is None:
        return free_name(places.practice, programme)
    if not os.path.lexists(target) or (target.is_dir() and not holds_anything(target)):
        return target
    if not _is_practice(target):
        raise HoldsRealWork(
            f"{target} holds something that is no practice copy. Nothing was touched; "
            "name another folder, or leave --data out."
        )
    aside = free_name(target.parent, f"{target.name}-earlier")
    target.rename(aside)
    remark(f"The earlier practice copy is now in {aside}")
    return target


def _is_practice(folder: Path) -> bool:
    """Whether a folder says of itself that it is a practice copy. It is looked at, not opened."""
    try:
        tables = msgspec.json.decode((folder / "programme.json").read_bytes())
        return any(kept["practice"] is True for kept in tables["programme"].values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False
