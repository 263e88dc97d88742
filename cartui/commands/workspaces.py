"""Which workspace a command means, and opening it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cartui.commands.ending import CannotOpen
from cartui.commands.invocation import Invocation
from cartui.commands.saying import remark
from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.rooms import Room
from cartui.services.people_lines import folded
from cartui.settings import read
from cartui.store.identity import Identity
from cartui.store.places import Places, here
from cartui.store.workspace import Workspace


class NoWorkspace(CartuiProblem):
    """No workspace was named, and none has been opened on this computer."""


def places_of(invocation: Invocation) -> Places:
    """Return where things stand on this machine, as asked."""
    return here(data=invocation.data, config=invocation.config)


def meant(places: Places) -> Path:
    """Return the workspace's folder: the one asked for, or the last one. Raises NoWorkspace."""
    folder = places.workspace()
    if folder is None:
        raise NoWorkspace(
            "No workspace has been opened on this computer yet. Open cartui once, "
            "or say which folder you mean: --data DIR."
        )
    return folder


@contextmanager
def opened(invocation: Invocation, *, begin: bool = False) -> Iterator[Workspace]:
    """Open the workspace that is meant, and close it. With `begin` it may be a new one.

    What was found amiss and put right is remarked on.

    Raises NoWorkspace if none is meant, CannotOpen if nothing stands there, and whatever
    `Workspace.open` raises.
    """
    places = places_of(invocation)
    folder = meant(places)
    if not begin and not holds_anything(folder):
        raise CannotOpen(f"There is no workspace in {folder}.")
    identity = Identity(device=places.device(), actor=read(places.config)[0].name)
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    try:
        for sentence in filter(None, (workspace.read_only, *workspace.findings)):
            remark(sentence)
        yield workspace
    finally:
        workspace.close()


def holds_anything(folder: Path) -> bool:
    """Whether a folder is there with anything in it."""
    return folder.is_dir() and any(folder.iterdir())


def on_members() -> Room:
    """The stage on which the command line works unless it says otherwise."""
    return Room.MEMBERS


def complain_of_missing(workspace: Workspace, missing: Iterable[str] = ()) -> None:
    """Raise CannotOpen if anything that was saved once cannot be read now.

    `missing` are sentences about more that cannot; they are remarked on first.
    """
    more = [*missing]
    for sentence in more:
        remark(sentence)
    if more or workspace.open_side.newer or any(found.lost for found in workspace.trouble()):
        raise CannotOpen("What could be read was given; not everything could: see above.")


def group_named(workspace: Workspace, name: str) -> str:
    """Return the uid of the group of that name, "" for no name. Raises NotFoundHere."""
    if not name:
        return ""
    groups = [group for group in workspace.table(Group).values() if not group.away]
    found = next((group.uid for group in groups if folded(group.name) == folded(name)), "")
    if not found:
        names = ", ".join(f"“{group.name}”" for group in groups) or "none yet"
        raise NotFoundHere(f"There is no group called “{name}”. The groups here: {names}.")
    return found
