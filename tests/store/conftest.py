"""The one table file that the tests of the storage work on."""

from pathlib import Path

import pytest

from tests.store.one_file import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir(mode=0o700)
    return folder / "programme.json"


@pytest.fixture
def saved(path: Path) -> Path:
    opened(path).table("person").insert({"uid": "p1", "name": "Ailsa"})
    return path
