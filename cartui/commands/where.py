"""`cartui where`: everything that cartui keeps on this computer, and where."""

from pathlib import Path

import click

from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import holds_anything, places_of


@click.command("where")
@on_workspace
def command(invocation: Invocation) -> None:
    """Say where your groups, the settings and any reports are kept."""
    places = places_of(invocation)
    folder, config = places.workspace(), places.config
    rows = [
        ("Opens next", folder or "nothing yet: cartui begins with its first page"),
        ("Your groups", places.workspaces),
        ("Practice copies", places.practice),
        ("Settings", f"{config}  (a folder: left aside)" if config.is_dir() else config),
        ("Of this computer", places.state),
        ("Reports", places.reports),
    ]
    width = max(len(word) for word, _ in rows)
    for word, place in rows:
        say(f"{word:<{width}}  {place}{_standing(place)}")


def _standing(place: Path | str) -> str:
    if isinstance(place, str):
        return ""
    there = place.is_file() or holds_anything(place)
    return "" if there else "  (nothing there)"
