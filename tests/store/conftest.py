"""A workspace to open as often as one likes, and the one table file of the storage's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.kinds import OPEN
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.store.desk import ONE, Opening
from tests.store.one_file import opened as table_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir(mode=0o700)
    return folder / "programme.json"


@pytest.fixture
def saved(path: Path) -> Path:
    table_file(path).table("person").insert({"uid": "p1", "name": "Ailsa"})
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work"


@pytest.fixture
def opened(folder: Path) -> Iterator[Opening]:
    there: list[Workspace] = []

    def open_one(device: str = ONE, place: Path = folder) -> Workspace:
        there.append(
            Workspace.open(place, open_kinds=OPEN, identity=Identity(device=device, actor="Rowan"))
        )
        return there[-1]

    yield open_one
    for workspace in there:
        workspace.close()
