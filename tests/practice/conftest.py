"""Fresh copies of the practice programmes, opened as a newcomer's machine would open it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

import data
from cartui.backstage.kinds import BACK
from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.model.records import Registry
from cartui.model.rooms import Room
from cartui.practice import fresh_copy, story
from cartui.services.board import Board
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.conftest import StillClock
from tests.practice.large_hall import TOLD_ON as LARGE_TOLD_ON
from tests.practice.large_hall import Large, large_copy, morning

TOLD_ON = date.fromisoformat(story("one-group").told_on)
State = dict[tuple[str, str, str], dict[str, object]]


def state(workspace: Workspace) -> State:
    """Return every live record's values by group, kind and uid; of both sides if both are open."""
    groups = ("", *workspace.group_uids())
    return {
        (group, kind.name, uid): msgspec.to_builtins(record)
        for registry in _registries(workspace)
        for kind in registry.by_name.values()
        for group in groups
        for uid, record in workspace.table(kind.record, group).items()
    }


def _registries(workspace: Workspace) -> list[Registry]:
    return [side.kinds for side in workspace.sides()]


class Copy:
    """A copy of the programme in a folder, with the group's board."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self.ws = Workspace.open(folder, open_kinds=OPEN, identity=identity)

    @property
    def group(self) -> Group:
        """The one group."""
        return next(iter(self.ws.table(Group).values()))

    @property
    def board(self) -> Board:
        """Its board, on FRONT members."""
        return Board(self.ws, lambda: Room.MEMBERS, self.group.uid)

    def back(self) -> "Copy":
        """Open the back stage."""
        self.ws.open_back(BACK)
        return self

    def again(self) -> "Copy":
        """Leave, and come in again."""
        self.ws.close()
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        return self


@pytest.fixture
def on_day(clock: StillClock, identity: Identity, tmp_path: Path) -> Iterator[Callable[..., Copy]]:
    """Make a copy as it is on a day, the day on which the story is told if none is given."""
    made: list[Copy] = []

    def copy(today: date = TOLD_ON) -> Copy:
        clock.now = datetime.combine(today, clock.now.timetz()) + timedelta(minutes=len(made))
        folder = fresh_copy("one-group", tmp_path / f"copy{len(made)}", today=today)
        made.append(Copy(folder, identity))
        return made[-1]

    yield copy
    for each in made:
        each.ws.close()


@pytest.fixture
def copy(on_day: Callable[..., Copy]) -> Copy:
    """A copy on the very day on which the story is told: its dates are the story's own."""
    return on_day()


@pytest.fixture
def large(clock: StillClock, identity: Identity, tmp_path: Path) -> Iterator[Large]:
    """A copy of the large programme on the very day on which its story is told."""
    clock.now = morning(LARGE_TOLD_ON)
    with large_copy(tmp_path / "large", identity) as copy:
        yield copy


@pytest.fixture
def packed() -> Callable[[str], set[str]]:
    """Say which files under a folder of the house go into the wheel."""
    wheel = pytest.importorskip("hatchling.builders.wheel")
    root = Path(str(data.place("practice"))).parents[1]
    if not (root / "pyproject.toml").is_file():
        pytest.skip("cartui is installed here, not a clone")
    builder = wheel.WheelBuilder(str(root))
    paths = {each.distribution_path.replace("\\", "/") for each in builder.recurse_included_files()}
    return lambda under: {path for path in paths if path.startswith(under)}
