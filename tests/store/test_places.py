"""Where things stand on this machine, and what it remembers outside any workspace."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cartui.store.places import Places, free_name, here


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(data=tmp_path / "data", config=tmp_path / "c.toml", state=tmp_path / "state")


def test_the_device_is_made_once_and_kept_private(places: Places) -> None:
    device = places.device()
    assert places.device() == device
    assert len(bytes.fromhex(device)) == 16
    assert stat.S_IMODE((places.state / "device").stat().st_mode) == 0o600
    assert stat.S_IMODE(places.state.stat().st_mode) == 0o700
    assert [path.name for path in places.state.iterdir()] == ["device"]


def test_many_first_runs_agree_on_one_device(places: Places) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: places.device(), range(40)))
    assert made == {places.device()}


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\xff" * 32, b"ab" * 40])
def test_a_device_file_that_is_none_is_made_anew(places: Places, broken: bytes) -> None:
    places.state.mkdir()
    (places.state / "device").write_bytes(broken)
    device = places.device()
    assert len(device) == 32
    assert places.device() == device


def test_without_a_state_folder_the_device_lasts_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands in the way")
    places = Places(data=tmp_path, config=tmp_path / "c.toml", state=tmp_path / "state")
    assert len(places.device()) == 32
    places.remember(tmp_path)
    assert places.workspace() is None


def test_the_last_workspace_is_remembered_while_it_stands(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    places.remember(folder)
    assert places.workspace() == folder
    folder.rmdir()
    assert places.workspace() is None


def test_a_practice_copy_is_not_remembered(places: Places) -> None:
    copy = places.practice / "one-group-1"
    copy.mkdir(parents=True)
    places.remember(copy)
    assert places.workspace() is None


def test_the_one_asked_for_goes_before_the_last(places: Places, tmp_path: Path) -> None:
    places.remember(tmp_path)
    asked = here(data=Path("asked"), env={"CARTUI_STATE": str(places.state)})
    assert asked.workspace() == Path.cwd() / "asked"
    env = {"CARTUI_STATE": str(places.state), "CARTUI_DATA": str(tmp_path / "env")}
    assert here(env=env).workspace() == tmp_path / "env"


def test_a_note_of_the_last_workspace_that_is_damaged_is_left_aside(places: Places) -> None:
    places.state.mkdir()
    (places.state / "last.json").write_text('["not a note"]')
    assert places.workspace() is None


def test_a_free_name_is_not_even_a_dead_link(tmp_path: Path) -> None:
    os.symlink(tmp_path / "gone", tmp_path / "programme-1")
    assert free_name(tmp_path, "programme") == tmp_path / "programme-2"
