"""What the tests of the frame share: an app on a real folder, and what can be seen of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from cartui.app import CartuiApp
from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def slowly() -> Callable[[], float]:
    """Return a clock on which each key comes a second after the one before."""
    seconds = count()
    return lambda: float(next(seconds))


def identity(device: str = "d0d0d0d0", prefix: str = "u") -> Identity:
    """Return a facilitator at noon on 2 March 2026, with countable uids."""
    numbers = count(1)
    return Identity(
        device=device,
        actor="Rowan",
        clock=lambda: NOON,
        new_id=lambda: f"{prefix}{next(numbers):04d}",
    )


def app_on(folder: Path | None, **more: Any) -> CartuiApp:
    """Return the app on a folder, with a clock that stands and keys that are never too fast."""
    more.setdefault("identity", identity(prefix="a"))
    more.setdefault("pace", slowly())
    return CartuiApp(folder, **more)


def members() -> Room:
    """The stage in which tests prepare a workspace."""
    return Room.MEMBERS


def north(folder: Path) -> str:
    """Begin a workspace with one group, two people and two cards; return the group's uid."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity(prefix="s"))
    programmes = Programmes(workspace, members)
    programmes.rename("Learning together")
    group = programmes.start_group("North").about[0]
    roster = Roster(workspace, members)
    roster.add("Asha Rao; Harbour council", group)
    roster.add("Ben Okoro", group)
    board = Board(workspace, members, group)
    board.new_card("Falls log", "topic")
    board.new_card("Night visits", "topic")
    workspace.close()
    return group


def reopened(folder: Path) -> Workspace:
    """Open the workspace anew, as another process would."""
    return Workspace.open(folder, open_kinds=OPEN, identity=identity("e0e0e0e0"))


def lines(app: CartuiApp) -> list[str]:
    """Return what stands on the terminal now, line by line."""
    width, height = app.size
    app.screen._compositor.full_map  # noqa: B018 - arranges what is about to be painted
    strips = app.screen._compositor.render_strips()
    del width
    return ["".join(segment.text for segment in strip) for strip in strips[:height]]


def seen(app: CartuiApp) -> str:
    """Return all the text on the terminal."""
    return "\n".join(lines(app))


__all__ = [
    "NOON", "app_on", "identity", "lines", "members", "north", "reopened", "seen",
    "slowly",
]  # fmt: skip
