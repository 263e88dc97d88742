"""A list that names groups nobody has started: asked about, and started in the same change."""

from pathlib import Path

import pytest

from cartui.model.people import Group
from cartui.model.rooms import Room
from tests.screens.people_hall import Kept, founded, hall, opened, press, shown

LIST = b"Name;Groups\r\nCai;North, Falls\r\nDev;Quay\r\nEmi;\r\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "l.csv").write_bytes(LIST)
    folder = tmp_path / "w"
    founded(folder, "Asha Raman; Harbour")
    return folder


def groups(folder: Path) -> dict[str, str]:
    """Return the uids of the groups on the disk by their names."""
    return {group.name: group.uid for group in opened(folder).table(Group).values()}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_missing_groups_are_started_by_one_key_and_taken_back_by_one(
    folder: Path, size: tuple[int, int]
) -> None:
    async with hall(folder, group="north", size=size) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter")
        assert "no group called “Falls”" in shown(app)
        assert "start groups" in shown(app)
        await press(pilot, "G")
        said = " ".join(shown(app).split())
        assert "2 groups Falls, Quay will be started" in said
        assert "G again starts no groups." in said
        assert "no group called" not in shown(app)
        await press(pilot, "enter")
        assert app.screen is app.people
        assert app.said == "Started 2 groups and brought in their people"
        there = groups(folder)
        assert list(there) == ["North", "East", "Falls", "Quay"]
        kept = Kept(folder)
        assert kept.names(there["Falls"]) == ["Cai"]
        assert kept.names(there["Quay"]) == ["Dev"]
        assert kept.names("north") == ["Asha Raman", "Cai", "Emi"]
        app.ws.undo(Room.MEMBERS)
    assert Kept(folder).names() == ["Asha Raman"]
    assert list(groups(folder)) == ["North", "East"]


async def test_nobody_is_put_into_another_group_than_the_list_says(folder: Path) -> None:
    before = Kept(folder).records()
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "enter")
        assert app.said == (
            "Nothing is written while lines 2 and 3 need a look. G starts Falls, Quay."
            " L leaves them out."
        )
        await press(pilot, "G", "G", "enter")
        assert "Nothing is written while" in app.said
    assert Kept(folder).records() == before


async def test_without_a_missing_group_the_key_is_absent(folder: Path) -> None:
    (folder.parent / "l.csv").write_bytes(b"Name;Groups\nCai;North\n")
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter")
        assert "start groups" not in shown(app)
        await press(pilot, "G", "enter")
    assert Kept(folder).names("north") == ["Asha Raman", "Cai"]


async def test_one_group_started_is_said_by_its_name(folder: Path) -> None:
    (folder.parent / "l.csv").write_bytes(b"Name;Groups\nCai;The Quay\n")
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "G", "enter")
        assert app.said == "Started the group The Quay and brought in its people"


async def test_a_line_with_two_missing_groups_is_one_line(folder: Path) -> None:
    (folder.parent / "l.csv").write_bytes(b"Name;Groups\nCai;Falls, Quay\n")
    async with hall(folder, size=(80, 24)) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter")
        assert "1 line needs a look" in shown(app)
        assert "“Falls”" in shown(app)
        assert "“Quay”" in shown(app)
        await press(pilot, "enter")
        assert "G starts Falls, Quay." in shown(app)
