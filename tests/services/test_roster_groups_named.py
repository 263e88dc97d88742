"""The groups a list names: by semicolons or commas, found without case, each started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.groups_named import GroupsNamed
from cartui.store.workspace import Workspace
from tests.screens.people_hall import opened


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = opened(tmp_path / "w")
    draft = made.draft("group.start")
    draft.create(Group(uid="north", name="North", order=1.0))
    draft.create(Group(uid="both", name="Falls, and Quay", order=2.0))
    draft.create(Group(uid="old", name="West", order=3.0, away=True))
    made.commit(draft, room=Room.MEMBERS)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("North; East", ["North", "East"]),
        ("north, East", ["north", "East"]),
        ("Falls, and Quay", ["Falls, and Quay"]),
        ("falls, and quay; East, West", ["falls, and quay", "East", "West"]),
        (" , ;; ", []),
    ],
)
def test_names_stand_apart_as_people_write_them(ws: Workspace, cell: str, names: list[str]) -> None:
    assert GroupsNamed(ws).names(PersonRow(name="Asha", group=cell)) == names


def test_a_missing_group_is_started_once_after_the_others(ws: Workspace) -> None:
    groups = GroupsNamed(ws)
    rows = [PersonRow(name="Asha", group="East, NORTH"), PersonRow(name="Ben", group="east;West")]
    assert groups.missing(rows) == ["East", "West"]
    for row in rows:
        groups.start_missing(row)
    assert [group.name for group in groups.new] == ["East", "West"]
    assert [group.order for group in groups.new] == [4.0, 5.0]
    assert groups.missing(rows) == []
    assert groups.homes(rows[0], "both") == [groups.new[0].uid, "north"]
    assert groups.homes(PersonRow(name="Cai"), "both") == ["both"]
