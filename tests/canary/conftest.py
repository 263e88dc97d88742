"""The practice programme with the marker in every back field, planted once and copied."""

import shutil
from pathlib import Path

import pytest

from cartui.store.identity import Identity
from tests.canary.planting import plant, practice_programme
from tests.conftest import StillClock, counting_ids


@pytest.fixture(scope="session")
def seedbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted programme that every test gets a copy of."""
    folder = tmp_path_factory.mktemp("canary") / "workspace"
    planter = Identity(device="abababab", clock=StillClock(), new_id=counting_ids("planted"))
    practice_programme(folder)
    plant(folder, planter)
    return folder


@pytest.fixture
def planted(seedbed: Path, workspace_folder: Path) -> Path:
    """The practice programme, the marker in every back field."""
    shutil.copytree(seedbed, workspace_folder)
    return workspace_folder
